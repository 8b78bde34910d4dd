package inspect_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/inspect"
)

// TestReferenceFacts holds the reference interfaces, as rttgen reads them, to what was measured with a C compiler on real
// RT-Thread: every size and offset, every constant, every prototype.
func TestReferenceFacts(t *testing.T) {
	for version := range rttgen.References() {
		t.Run(version, func(t *testing.T) {
			c, list := config.Load("", config.Flags{RTThread: config.Reference + ":" + version}, func(string) string { return "" })
			if err := list.Err(); err != nil {
				t.Fatal(err)
			}
			facts, list := generate.Read(context.Background(), c)
			if err := list.Err(); err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := inspect.JSON(&b, facts.API, "test"); err != nil {
				t.Fatal(err)
			}
			compared, wrong := readDigest(t, version).compare(digestOf(t, b.Bytes()))
			for _, w := range wrong {
				t.Error(w)
			}
			if compared < 800 {
				t.Errorf("only %d facts", compared)
			}
			t.Logf("%d facts, %d differ", compared, len(wrong))
		})
	}
}

// TestFactsAreMeasured compares testdata/facts with the measured facts that it was made of, where those are at hand.
func TestFactsAreMeasured(t *testing.T) {
	dir := os.Getenv("RTT_FACTS")
	if dir == "" {
		t.Skip("skipped: RTT_FACTS does not name a directory of measured facts; testdata/facts is taken as it is")
	}
	for version := range rttgen.References() {
		files, err := filepath.Glob(filepath.Join(dir, "rtthread-"+version+".*.json"))
		if err != nil || len(files) != 1 {
			t.Fatalf("measured facts of %s: %v, %v", version, files, err)
		}
		text, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		want := digestOf(t, text)
		if *update {
			writeDigest(t, version, want)
			continue
		}
		have := readDigest(t, version)
		_, missing := want.compare(have)
		_, invented := have.compare(want)
		for _, w := range append(missing, invented...) {
			t.Errorf("testdata/facts/%s.json is not what was measured: %s", version, w)
		}
	}
}

func digestFile(version string) string {
	return filepath.Join("..", "..", "testdata", "facts", version+".json")
}

func readDigest(t *testing.T, version string) digest {
	t.Helper()
	text, err := os.ReadFile(digestFile(version))
	if err != nil {
		t.Fatal(err)
	}
	var d digest
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func writeDigest(t *testing.T, version string, d digest) {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(d); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(digestFile(version), b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}
