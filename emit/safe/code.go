package safe

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/emit/support"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/templates"
)

// code prints a file of hand-written source, as part of the package: under its name, with its own packages raw and internal.
func code(p *decl.Package, file string) ([]byte, error) {
	source, err := templates.Code(file)
	if err != nil {
		return nil, err
	}
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, file, source, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	out := []byte("// " + strings.Join(p.Header, "\n// ") + "\n\n")
	end := afterConstraint(source)
	replace := func(node ast.Node, text string) {
		out = append(out, source[end:files.Position(node.Pos()).Offset]...)
		out = append(out, text...)
		end = files.Position(node.End()).Offset
	}
	replace(f.Name, p.Name)
	for _, spec := range f.Imports {
		path, err := imported(p, spec)
		if err != nil {
			return nil, err
		}
		replace(spec.Path, strconv.Quote(path))
	}
	return format.Source(slices.Concat(out, source[end:]))
}

// afterConstraint is where a file goes on behind its build constraint. Such a line tells files apart of which a package gets one.
func afterConstraint(source []byte) int {
	if !bytes.HasPrefix(source, []byte("//go:build ")) {
		return 0
	}
	return bytes.IndexByte(source, '\n') + 1
}

// imported is what the package imports where the source imports what stands for it here.
func imported(p *decl.Package, spec *ast.ImportSpec) (string, error) {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return "", err
	}
	switch name, found := strings.CutPrefix(path, support.Path+"/"); {
	case path == templates.CodePath+"/raw":
		return p.Raw(), nil
	case found && slices.Contains(p.Support, name):
		return p.Internal(name), nil
	case found || !standard(path):
		return "", fmt.Errorf("the package has no %s", path)
	}
	return path, nil
}

// standard reports whether a package of hand-written source is one of Go's.
func standard(path string) bool { return !strings.Contains(path, ".") }
