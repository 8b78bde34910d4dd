# make demo          build rttgen and generate the bindings of examples/stm32f4 from the embedded reference interface
# make test          run all tests; those that need more than Go say what they miss
# make target-test   run Go programs on the kernels in RT_KERNEL, in an emulator: see docs/runtime.md
# make target-bench  print what Go's operations cost on them, beside C's
# make releases      generate for every BSP of the RT-Thread trees in RTT_RELEASES and have all compilers confirm it
# make lint          check the format of the code and what go vet knows
# make golden        write anew what the tests expect; git diff then shows what changed

GO ?= go
export GOFLAGS ?= -mod=readonly

# Generated code is formatted by the generator, and what tests expect is as it is.
hand_written = $(shell git ls-files '*.go' | grep -vE '(^|/)testdata/|^golden/.*/')

.PHONY: all demo test target-test target-bench releases lint golden clean
all: bin/rttgen

.PHONY: bin/rttgen
bin/rttgen:
	$(GO) build -o $@ ./cmd/rttgen

demo: bin/rttgen
	cd examples/stm32f4 && ../../bin/rttgen generate

test:
	$(GO) test -timeout 30m ./...

# -v shows what was skipped, and why.
target-test:
	$(GO) test -count=1 -timeout 60m -v $$($(GO) list ./... | grep '/targettest$$')

target-bench:
	RTTGO_BENCH=1 $(GO) test -count=1 -timeout 60m -v -run TestBench ./runtime/targettest ./internal/generate/targettest

# -v shows each tree as it is done.
releases:
	@test -n "$(RTT_RELEASES)" || { echo "set RTT_RELEASES to a directory of RT-Thread trees"; exit 2; }
	$(GO) test -count=1 -timeout 0 -v -run '^TestReleases$$' ./golden

lint:
	@unformatted=$$(gofmt -l $(hand_written)); \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...

golden:
	$(GO) test ./golden ./mapping ./internal/explain ./cmd/rttgen -update

clean:
	rm -rf bin examples/*/rtt examples/*/libgoapp.a
