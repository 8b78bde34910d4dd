package gcctest

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	"github.com/rttgen/rttgen/model"
)

// refusedLines copies the header to another directory, without the lines that gcc refuses, and returns those.
func refusedLines(dir, header, to string, flags []string) (map[int]bool, error) {
	text, err := os.ReadFile(filepath.Join(dir, header))
	if err != nil {
		return nil, err
	}
	lines := bytes.Split(text, []byte("\n"))
	refused := map[int]bool{}
	copied := filepath.Join(to, header)
	place := regexp.MustCompile(`(?m)` + regexp.QuoteMeta(header) + `:(\d+):\d+: error:`)
	for {
		if err := os.WriteFile(copied, bytes.Join(lines, []byte("\n")), 0o666); err != nil {
			return nil, err
		}
		args := append(append([]string{}, Flags...), flags...)
		cmd := exec.Command(Compiler, append(args, "-w", "-fsyntax-only", "-I", dir, "-x", "c", copied)...)
		cmd.Env = append(os.Environ(), "LC_ALL=C")
		out, err := cmd.CombinedOutput()
		if err == nil {
			return refused, nil
		}
		before := len(refused)
		for _, m := range place.FindAllSubmatch(out, -1) {
			n, err := strconv.Atoi(string(m[1]))
			if err != nil || n < 1 || n > len(lines) {
				continue
			}
			refused[n], lines[n-1] = true, nil
		}
		if len(refused) == before {
			return nil, fmt.Errorf("%s refuses %s:\n%s", Compiler, header, out)
		}
	}
}

// boundOf returns the facts that come from lines that gcc refuses.
func boundOf(api *model.API, header string, refused map[int]bool) []string {
	var list []string
	note := func(d model.Decl) {
		if d.Pos.File == header && refused[d.Pos.Line] {
			list = append(list, fmt.Sprintf("%s is bound, but gcc refuses line %d", d.Name, d.Pos.Line))
		}
	}
	for _, r := range api.Records {
		if r.Complete {
			note(r.Decl)
		}
	}
	for _, e := range api.Enums {
		note(e.Decl)
	}
	for _, t := range api.Typedefs {
		note(t.Decl)
	}
	for _, f := range api.Functions {
		note(f.Decl)
	}
	for _, v := range api.Variables {
		note(v.Decl)
	}
	skipped := map[int]bool{}
	for _, s := range api.Skipped {
		skipped[s.Pos.Line] = true
	}
	for _, line := range slices.Sorted(maps.Keys(refused)) {
		if !skipped[line] {
			list = append(list, fmt.Sprintf("gcc refuses line %d, and nothing is skipped there", line))
		}
	}
	return list
}
