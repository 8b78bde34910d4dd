// Package safe prints the safe package: each declaration of the plan with jennifer, hand-written source as it is. It decides
// nothing, and knows nothing of facts and rules.
package safe

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/emit/support"
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
)

// printer prints the declarations of a package.
type printer struct{ p *decl.Package }

// Files prints a safe package and its internal packages: path below the package's directory → content.
func Files(p *decl.Package) (map[string][]byte, error) {
	files := map[string][]byte{}
	texts, err := print(p)
	if err != nil {
		return nil, err
	}
	for i, f := range p.Files {
		files[f.Name] = texts[i]
	}
	for _, file := range p.Code {
		text, err := code(p, file)
		if err != nil {
			return nil, fmt.Errorf("printing %s: %w", file, err)
		}
		if files[file] != nil {
			return nil, fmt.Errorf("two sources of %s", file)
		}
		files[file] = text
	}
	if err := copySupport(p, files); err != nil {
		return nil, fmt.Errorf("reading the support code: %w", err)
	}
	return files, nil
}

// print prints the files at the same time: formatting is most of the work.
func print(p *decl.Package) ([][]byte, error) {
	texts := make([][]byte, len(p.Files))
	errs := make([]error, len(p.Files))
	var wg sync.WaitGroup
	for i, f := range p.Files {
		wg.Go(func() { texts[i], errs[i] = printer{p}.file(f) })
	}
	wg.Wait()
	return texts, errors.Join(errs...)
}

// file prints one Go file.
func (e printer) file(file *decl.File) ([]byte, error) {
	f := jen.NewFilePathName(file.Path, file.Package)
	for _, line := range e.p.Header {
		f.HeaderComment(line)
	}
	if file.Constraint != "" {
		f.HeaderComment("//go:build " + file.Constraint)
	}
	f.ImportName(e.p.Raw(), "raw")
	for _, name := range e.p.Support {
		f.ImportName(e.p.Internal(name), name)
	}
	for _, d := range file.Decls {
		e.decl(f, d)
	}
	var out bytes.Buffer
	if err := f.Render(&out); err != nil {
		return nil, fmt.Errorf("printing %s: %w", file.Name, err)
	}
	return separateImports(out.Bytes(), e.p.Path+"/"), nil
}

// separateImports puts the standard library's packages in a block of their own, before those of the package.
func separateImports(text []byte, own string) []byte {
	const begin, end = "import (\n", ")\n"
	before, rest, found := bytes.Cut(text, []byte(begin))
	if !found {
		return text
	}
	list, after, _ := bytes.Cut(rest, []byte("\n"+end))
	var standard, others []string
	for line := range strings.SplitSeq(string(list), "\n") {
		if strings.Contains(line, strconv.Quote(own)[:len(own)+1]) {
			others = append(others, line)
			continue
		}
		standard = append(standard, line)
	}
	blocks := strings.Join(standard, "\n")
	if len(standard) > 0 && len(others) > 0 {
		blocks += "\n\n"
	}
	blocks += strings.Join(others, "\n")
	return slices.Concat(before, []byte(begin+blocks+"\n"+end), after)
}

// copySupport adds the internal packages that are the same everywhere.
func copySupport(p *decl.Package, files map[string][]byte) error {
	sources, err := support.Files()
	if err != nil {
		return err
	}
	head := []byte("// " + strings.Join(p.Header, "\n// ") + "\n\n")
	for name, text := range sources {
		if slices.Contains(p.Support, path.Dir(name)) {
			files["internal/"+name] = slices.Concat(head, text)
		}
	}
	return nil
}

// global refers to something that a package declares.
func global(id gotype.Ident) *jen.Statement {
	if id.Path == "" {
		return jen.Id(id.Name)
	}
	return jen.Qual(id.Path, id.Name)
}

// internal refers to something of an internal package.
func (e printer) internal(pkg, name string) *jen.Statement { return jen.Qual(e.p.Internal(pkg), name) }
