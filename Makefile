# make demo    build rttgen and generate the bindings of examples/stm32f4 from the embedded reference interface
# make test    run all tests; those that need more than Go say what they miss
# make lint    check the format of the code and what go vet knows
# make golden  write anew what the tests expect; git diff then shows what changed

GO ?= go
export GOFLAGS ?= -mod=readonly

# Generated code is formatted by the generator, and what tests expect is as it is.
hand_written = $(shell git ls-files '*.go' | grep -vE '(^|/)testdata/|^golden/.*/')

.PHONY: all demo test lint golden clean
all: bin/rttgen

.PHONY: bin/rttgen
bin/rttgen:
	$(GO) build -o $@ ./cmd/rttgen

demo: bin/rttgen
	cd examples/stm32f4 && ../../bin/rttgen generate

test:
	$(GO) test ./...

lint:
	@unformatted=$$(gofmt -l $(hand_written)); \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...

golden:
	$(GO) test ./golden ./mapping ./cmd/rttgen -update

clean:
	rm -rf bin examples/*/rtt
