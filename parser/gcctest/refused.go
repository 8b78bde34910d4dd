package gcctest

import (
	"bytes"
	"fmt"
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
		m := place.FindSubmatch(out) // others may follow from the first one
		if m == nil {
			return nil, fmt.Errorf("%s refuses %s:\n%s", Compiler, header, out)
		}
		n, err := strconv.Atoi(string(m[1]))
		if err != nil || n < 1 || n > len(lines) || refused[n] {
			return nil, fmt.Errorf("%s refuses %s:\n%s", Compiler, header, out)
		}
		refused[n], lines[n-1] = true, nil
	}
}

// without returns an API that lacks what is declared on some lines of a header.
func without(api *model.API, header string, lines map[int]bool) *model.API {
	in := func(d model.Decl) bool { return d.Pos.File == header && lines[d.Pos.Line] }
	c := *api
	c.Records = slices.DeleteFunc(slices.Clone(api.Records), func(r *model.Record) bool { return in(r.Decl) })
	c.Enums = slices.DeleteFunc(slices.Clone(api.Enums), func(e *model.Enum) bool { return in(e.Decl) })
	c.Typedefs = slices.DeleteFunc(slices.Clone(api.Typedefs), func(t *model.Typedef) bool { return in(t.Decl) })
	c.Functions = slices.DeleteFunc(slices.Clone(api.Functions), func(f *model.Function) bool { return in(f.Decl) })
	c.Variables = slices.DeleteFunc(slices.Clone(api.Variables), func(v *model.Variable) bool { return in(v.Decl) })
	return &c
}
