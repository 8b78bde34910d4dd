package parser_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/parser/gcctest"
	"github.com/rttgen/rttgen/parser/gcctest/randomheader"
)

// TestRandomHeaders holds what is read of random headers to gcc: by default some hundred records, constants and prototypes. With
// RTTGEN_RANDOM=40 it is forty times as many, 40,000 records, more than 10,000 constants and 5,000 prototypes; RTTGEN_RANDOM_SEED starts
// elsewhere, and RTTGEN_RANDOM_KEEP names a directory to keep the headers in.
func TestRandomHeaders(t *testing.T) {
	if !gcctest.Available() {
		t.Skipf("no %s on PATH: random headers are not compared with what gcc reads", gcctest.Compiler)
	}
	rounds, seed := number(t, "RTTGEN_RANDOM", 1), number(t, "RTTGEN_RANDOM_SEED", 1)
	size := randomheader.Size{Records: 250, Constants: 72, Prototypes: 42}
	var total counts
	for i := range 4 * rounds {
		target, flags := gcctest.Target, []string(nil)
		if i%4 == 3 {
			target.ShortEnums, flags = false, []string{"-fno-short-enums"}
		}
		text := randomheader.Header(int64(seed)<<32+int64(i), size)
		total.add(checkRandom(t, fmt.Sprintf("random-%d-%d.h", seed, i), text, target, flags))
		if total.wrong > 20 {
			break
		}
	}
	t.Logf("%d records, %d constants, %d prototypes and %d variables bound, %d declarations skipped: %d facts, %d differ, %d missing",
		total.records, total.constants, total.functions, total.variables, total.skipped, total.facts, total.wrong, total.missing)
}

type counts struct {
	records, constants, functions, variables, skipped, facts, wrong, missing int
}

func (c *counts) add(d counts) {
	c.records += d.records
	c.constants += d.constants
	c.functions += d.functions
	c.variables += d.variables
	c.skipped += d.skipped
	c.facts += d.facts
	c.wrong += d.wrong
	c.missing += d.missing
}

func checkRandom(t *testing.T, name, text string, target model.Target, flags []string) counts {
	t.Helper()
	dir := t.TempDir()
	if keep := os.Getenv("RTTGEN_RANDOM_KEEP"); keep != "" {
		dir = keep
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	api, problems := parser.Parse(context.Background(), parser.Config{
		Root: dir, BSP: dir, Includes: []string{dir}, Headers: []string{name}, Target: target,
	})
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	result := gcctest.Check(t, dir, name, api, flags...)
	for _, w := range result.Wrong {
		t.Errorf("%s: gcc denies: %s", name, w)
	}
	for _, m := range result.Missing {
		t.Errorf("%s: neither bound nor skipped: %s", name, m)
	}
	for _, line := range result.Refused {
		t.Errorf("%s: gcc refuses line %d: %s", name, line, strings.Split(text, "\n")[line-1])
	}
	return counted(api, name, result)
}

// counted counts what is of the header itself.
func counted(api *model.API, header string, result gcctest.Result) counts {
	c := counts{facts: result.Checks, wrong: len(result.Wrong), missing: len(result.Missing), skipped: len(api.Skipped)}
	here := func(d model.Decl) bool { return d.Pos.File == header }
	for _, r := range api.Records {
		if here(r.Decl) && r.Complete {
			c.records++
		}
	}
	for _, m := range api.Macros {
		if here(m.Decl) && (m.Kind == model.MacroInt || m.Kind == model.MacroFloat || m.Kind == model.MacroString) {
			c.constants++
		}
	}
	for _, f := range api.Functions {
		if here(f.Decl) {
			c.functions++
		}
	}
	for _, v := range api.Variables {
		if here(v.Decl) {
			c.variables++
		}
	}
	return c
}

func number(t *testing.T, name string, standard int) int {
	t.Helper()
	s := os.Getenv(name)
	if s == "" {
		return standard
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}
