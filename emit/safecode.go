package emit

import (
	"bytes"
	"fmt"
	"go/format"
	"slices"
	"strings"
	"text/template"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/templates"
)

// codeData is what the hand-written source of templates/rtt can ask about the package it becomes part of.
type codeData struct {
	p       *plan.Package
	Package string
	Raw     string // import path of package raw
}

// Internal returns the import path of an internal package.
func (d codeData) Internal(name string) string { return d.p.Options.ImportPath + "/internal/" + name }

// Has reports whether package raw has all of some C functions.
func (d codeData) Has(names ...string) bool {
	return !slices.ContainsFunc(names, func(n string) bool { return d.p.Raw.Func(n) == nil })
}

// Returns reports whether a C function has a result.
func (d codeData) Returns(name string) bool {
	f := d.p.Raw.Func(name)
	return f != nil && f.Result != nil
}

// Checked reports whether closed objects and the like are looked for.
func (d codeData) Checked() bool { return d.p.Options.Checks != plan.ChecksNone }

// Blocking reports whether a function that waits finds out about its context.
func (d codeData) Blocking() bool { return d.Checked() && d.p.Safe.Nest != nil }

// Full reports whether every function finds out about its context.
func (d codeData) Full() bool { return d.p.Options.Checks == plan.ChecksFull && d.p.Safe.Nest != nil }

// Since reports whether RT-Thread has at least a version.
func (d codeData) Since(major, minor int) bool {
	v := d.p.API.Version
	return v.Major > major || v.Major == major && v.Minor >= minor
}

// code prints the hand-written source.
func (e *safeEmitter) code() {
	for _, c := range e.p.Safe.Code {
		text, err := e.codeFile(c.File)
		if err != nil {
			if e.err == nil {
				e.err = fmt.Errorf("printing %s: %w", c.File, err)
			}
			continue
		}
		if e.files[c.File] != nil && e.err == nil {
			e.err = fmt.Errorf("two sources of %s", c.File)
		}
		e.files[c.File] = text
	}
}

func (e *safeEmitter) codeFile(name string) ([]byte, error) {
	source, err := templates.Code(name)
	if err != nil {
		return nil, err
	}
	t, err := template.New(name).Option("missingkey=error").Parse(string(source))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("// " + strings.Join(headerLines(e.p), "\n// ") + "\n\n")
	if err := t.Execute(&out, codeData{e.p, e.p.Options.Package, e.rawPath()}); err != nil {
		return nil, err
	}
	return format.Source(out.Bytes())
}
