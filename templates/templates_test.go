package templates

import (
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestTargets(t *testing.T) {
	for name, abi := range map[string]string{"cortex-m4f.json": "hard", "cortex-m4.json": "soft"} {
		text, err := fs.ReadFile(Targets(), name)
		if err != nil {
			t.Fatal(err)
		}
		var target struct {
			Triple   string   `json:"llvm-target"`
			Features string   `json:"features"`
			Tags     []string `json:"build-tags"`
			CFlags   []string `json:"cflags"`
		}
		if err := json.Unmarshal(text, &target); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if strings.HasSuffix(target.Triple, "hf") != (abi == "hard") || !strings.Contains(target.Features, "+strict-align") {
			t.Errorf("%s: %s %s", name, target.Triple, target.Features)
		}
		if !strings.Contains(strings.Join(target.CFlags, " "), "-fshort-enums -mfloat-abi="+abi) {
			t.Errorf("%s: %s", name, target.CFlags)
		}
		if strings.Contains(strings.Join(target.Tags, " "), "cortexm") {
			t.Errorf("%s: the tag cortexm brings vectors and a stack switch of its own", name)
		}
	}
}

// The macros that the C file gives defaults are those that Kconfig sets, with the same values.
func TestKconfigAgreesWithC(t *testing.T) {
	kconfig, err := fs.ReadFile(BSP(), "Kconfig")
	if err != nil {
		t.Fatal(err)
	}
	source, err := fs.ReadFile(BSP(), "rttgo_port.c")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range strings.Split(string(kconfig), "config ")[1:] {
		name, rest, _ := strings.Cut(entry, "\n")
		_, value, found := strings.Cut(rest, "default ")
		value, _, _ = strings.Cut(value, "\n")
		if !found || strings.Trim(value, "0123456789") != "" || name == "RTTGO_PRIORITY" || name == "RTTGO_PANIC_POLICY" {
			continue
		}
		if !strings.Contains(string(source), "#define "+name+" "+value+"\n") {
			t.Errorf("rttgo_port.c has another default for %s than %s", name, value)
		}
	}
}

// Each file of hand-written source is there because the built-in mapping has a rule for it.
func TestCodeIsUsed(t *testing.T) {
	var mapping []byte
	for _, name := range []string{"mappings.yaml", "mapping/builtin/devices.yaml"} {
		data, err := fs.ReadFile(os.DirFS(".."), name)
		if err != nil {
			t.Fatal(err)
		}
		mapping = append(mapping, data...)
	}
	names, err := fs.Glob(files, "rtt/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range names {
		name := strings.TrimPrefix(path, "rtt/")
		if name == standIn || strings.HasSuffix(name, "_test.go") {
			if _, err := Code(name); err == nil {
				t.Errorf("%s is part of generated packages", name)
			}
			continue
		}
		if _, err := Code(name); err != nil {
			t.Error(err)
		}
		if !regexp.MustCompile(`(?m)^[^#]*\b` + regexp.QuoteMeta(name) + `:`).Match(mapping) {
			t.Errorf("no rule of mappings.yaml is for %s", name)
		}
	}
}
