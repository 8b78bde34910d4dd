package parser

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/parser/cpp"
	"github.com/rttgen/rttgen/parser/csema"
	"github.com/rttgen/rttgen/parser/csyntax"
)

// askCompiler is the way out of what only a compiler can explain better.
const askCompiler = "compile the header with the BSP's compiler: it says the same if this is not valid C"

// at starts a message about a place.
func (t *translation) at(p cpp.Pos) diag.Diagnostic {
	name, line := t.unit.Files[p.File], int(p.Line)
	return diag.Diagnostic{Pos: t.files.pos(name, line, int(p.Col)), Source: t.files.line(name, line)}
}

// preprocessed tells what the preprocessor found. Headers that do not exist are the cause of much else, and so are told alone.
func (t *translation) preprocessed() {
	var missing, rest diag.List
	told := map[string]bool{}
	for _, p := range t.unit.Problems {
		d := t.at(p.Pos)
		d.Message, d.Hint = p.Message, askCompiler
		switch p.Kind {
		case cpp.Missing:
			if told[p.Name] {
				continue
			}
			told[p.Name] = true
			d.Message = fmt.Sprintf("header %q is in none of the include directories", p.Name)
			d.Hint = "add the directory that holds it with -I, or under includes: in rttgen.yaml"
			missing.Add(d)
			continue
		case cpp.Refused:
			if line := strings.TrimSpace(d.Source); line != "" {
				d.Message = line
			}
			d.Hint = "the header refuses this configuration: change rtconfig.h, or what -D defines"
		case cpp.Recursive:
			d.Message = "this header includes itself without end"
			d.Hint = fmt.Sprintf("give %s an include guard (#ifndef X / #define X … #endif) or #pragma once", path.Base(p.Name))
		case cpp.OpenIf:
			d.Hint = "add it, or compare the header with the original: it may be cut off"
		case cpp.Doubtful:
			if !t.core(p.Pos) {
				d.Severity = diag.Warning
			}
		}
		rest.Add(d)
	}
	if missing.HasErrors() {
		t.problems.AddList(&missing)
		return
	}
	t.problems.AddList(&rest)
}

// explainStop explains why the front end did not finish.
func explainStop(err error) diag.Diagnostic {
	d := diag.Diagnostic{Message: err.Error()}
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		d.Message = "interrupted"
	case errors.Is(err, errTimeout):
		d.Hint = "compile the headers with the BSP's compiler to see whether they are valid C"
	case errors.Is(err, cpp.ErrEndless):
		d.Hint = "a macro grows with each use; compile the headers with the BSP's compiler to see whether they are valid C"
	default:
		d.Hint = "the headers hold something it cannot read; compile them with the BSP's compiler to see whether they are valid C"
	}
	return d
}

// ignored tells of a pragma that gcc ignores.
func (t *translation) ignored(p csyntax.Ignored) {
	d := t.at(p.Pos)
	d.Severity = diag.Warning
	d.Message = p.Reason + "; it is ignored, as gcc does"
	d.Hint = "correct it, or leave it out"
	t.problems.Add(d)
}

// failures tells of the declarations that are left out, and of those that use one of them only by their number: the reason is the
// same, and API.Skipped has them all. In RT-Thread's own interface a declaration that cannot be read is an error: bindings that
// lack a part of it without the user's knowing why would be worse than none.
func (t *translation) failures() {
	roots := t.roots()
	users := map[string]int{}
	for _, root := range roots {
		users[root]++
	}
	for i := range t.sema.Failures {
		f := &t.sema.Failures[i]
		if roots[i] != "" {
			continue
		}
		d := t.at(f.At)
		d.Message, d.Hint = skipMessage(f, users[f.Name]), skipHint(f)
		d.Severity = diag.Warning
		if f.Type != "" {
			d.Hint, _ = t.files.declaredWhere(f.Type)
		}
		if t.core(f.At) && (f.Type != "" || strings.HasPrefix(f.Reason, csema.NotC)) {
			d.Severity = diag.Error
			d.Message = strings.TrimPrefix(f.Reason, csema.NotC) + ", and RT-Thread's own interface needs it"
		}
		t.problems.Add(d)
	}
}

// roots returns for each declaration that is left out the one that it is left out because of, at the end of a chain; "" for those
// that have a reason of their own.
func (t *translation) roots() []string {
	because := map[string]string{}
	for i := range t.sema.Failures {
		if f := &t.sema.Failures[i]; f.Name != "" {
			because[f.Name] = f.Because
		}
	}
	roots := make([]string, len(t.sema.Failures))
	for i := range t.sema.Failures {
		root := t.sema.Failures[i].Because
		for range because { // a chain has an end
			next := because[root]
			if next == "" {
				break
			}
			root = next
		}
		if _, told := because[root]; told {
			roots[i] = root
		}
	}
	return roots
}

func skipMessage(f *csema.Failure, users int) string {
	what := "this declaration"
	if f.Name != "" {
		what = f.Name
		if !strings.Contains(what, " ") {
			what = f.Kind + " " + what
		}
	}
	message := strings.TrimPrefix(f.Reason, csema.NotC) + ": " + what + " is skipped"
	switch {
	case users == 1:
		message += ", and one that uses it"
	case users > 1:
		message += fmt.Sprintf(", and %d that use it", users)
	}
	return message
}

func skipHint(f *csema.Failure) string {
	switch {
	case f.Reason == csema.NotC+csyntax.LeftOpen:
		return "it is probably cut off: compare it with the original"
	case strings.HasPrefix(f.Reason, csema.NotC):
		return askCompiler
	}
	return "the rest is bound without it; rttgen report lists what is skipped"
}

// core reports whether a place is in RT-Thread's own interface: the directory of rtthread.h and those below it, and the
// configuration.
func (t *translation) core(p cpp.Pos) bool {
	name := t.unit.Files[p.File]
	if path.Base(name) == "rtconfig.h" {
		return true
	}
	for _, file := range t.unit.Files {
		if path.Base(file) == "rtthread.h" {
			if _, ok := below(name, path.Dir(file)); ok {
				return true
			}
		}
	}
	return false
}
