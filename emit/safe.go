package emit

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"sync"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/emit/support"
	"github.com/rttgen/rttgen/plan"
)

// safeEmitter prints the safe package.
type safeEmitter struct {
	p     *plan.Package
	files map[string][]byte
	err   error

	printing errgroup // formatting is most of the work: files are formatted at the same time
	filesMu  sync.Mutex
	made     map[*plan.SafeFunc]bool // wrappers in which the value of the new object exists already
}

// SafeFiles prints the safe package and its internal packages: path below the package's directory → content.
func SafeFiles(p *plan.Package) (map[string][]byte, error) {
	e := &safeEmitter{p: p, files: map[string][]byte{}, made: map[*plan.SafeFunc]bool{}}
	e.file("doc.go", e.packageDoc)
	e.file("errors.go", e.errors)
	e.file("time.go", e.times)
	if e.needsContext() {
		e.file("context.go", e.context)
	}
	if len(p.Safe.Enums) > 0 {
		e.file("enums.go", e.enums)
	}
	for _, c := range p.Safe.Classes {
		e.file(c.File+".go", func(f *jen.File) { e.class(f, c) })
	}
	if slices.ContainsFunc(p.Safe.Classes, func(c *plan.SafeClass) bool { return c.Named }) {
		e.file("names.go", e.names)
	}
	if len(p.Safe.Funcs) > 0 {
		e.file("kernel.go", e.functions)
	}
	if len(p.Safe.Entries) > 0 {
		e.file("entry_tinygo.go", e.entryTinyGo)
		e.file("entry_host.go", e.entryHost)
		e.fileIn("internal/callback/entries.go", e.internal("callback"), "callback", e.entries)
	}
	if err := e.printing.wait(); err != nil {
		return nil, err
	}
	e.code()
	e.support()
	return e.files, e.err
}

// file prints one Go file of the safe package.
func (e *safeEmitter) file(name string, body func(*jen.File)) {
	e.fileIn(name, e.p.Options.ImportPath, e.p.Options.Package, body)
}

// fileIn prints one Go file of a package.
func (e *safeEmitter) fileIn(name, importPath, pkg string, body func(*jen.File)) {
	f := jen.NewFilePathName(importPath, pkg)
	for _, line := range headerLines(e.p) {
		f.HeaderComment(line)
	}
	f.ImportName(e.rawPath(), "raw")
	f.ImportName(e.internal("handle"), "handle")
	f.ImportName(e.internal("callback"), "callback")
	f.ImportName(e.internal("roots"), "roots")
	f.ImportName(e.internal("text"), "text")
	f.ImportName(e.internal("ticks"), "ticks")
	body(f)
	e.printing.run(func() error {
		var out bytes.Buffer
		if err := f.Render(&out); err != nil {
			return fmt.Errorf("printing %s: %w", name, err)
		}
		e.filesMu.Lock()
		defer e.filesMu.Unlock()
		e.files[name] = out.Bytes()
		return nil
	})
}

// support copies the internal packages that the safe package uses.
func (e *safeEmitter) support() {
	sources, err := support.Files()
	if err != nil {
		e.err = fmt.Errorf("reading the support code: %w", err)
		return
	}
	var head bytes.Buffer
	for _, line := range headerLines(e.p) {
		fmt.Fprintf(&head, "// %s\n", line)
	}
	for name, text := range sources {
		if path.Dir(name) == "callback" && len(e.p.Safe.Entries) == 0 {
			continue
		}
		e.files["internal/"+name] = slices.Concat(head.Bytes(), []byte("\n"), text)
	}
}

func (e *safeEmitter) rawPath() string { return e.p.Options.ImportPath + "/raw" }

func (e *safeEmitter) internal(name string) string {
	return e.p.Options.ImportPath + "/internal/" + name
}

// raw refers to a symbol of package raw.
func (e *safeEmitter) raw(name string) *jen.Statement { return jen.Qual(e.rawPath(), name) }

// packageDoc prints the package comment, and what holds for all of the package.
func (e *safeEmitter) packageDoc(f *jen.File) {
	f.Comment("NameMax is how many bytes a name may have: RT_NAME_MAX, less one from RT-Thread 5 on.")
	value := e.raw(e.constName("RT_NAME_MAX"))
	if n, _ := e.p.API.Constant("RT_NAME_MAX"); n > e.p.Safe.NameMax {
		value.Op("-").Lit(int(n - e.p.Safe.NameMax))
	}
	f.Const().Id("NameMax").Op("=").Add(value)
	for _, line := range slices.Concat([]string{
		fmt.Sprintf("Package %s is a safe Go interface to RT-Thread %s, generated from its headers.", e.p.Options.Package, e.p.API.Version),
		"",
		"Objects that New functions make live on RT-Thread's heap; whoever makes one closes it. Static objects live in a variable",
		"of yours and must not be copied. Codes of RT-Thread come back as errors of type Errno.",
		"",
	}, checksDoc[e.p.Options.Checks], []string{
		"",
		"Times are time.Duration, rounded up to ticks; Forever waits without limit, NoWait not at all. Methods whose name ends in",
		"Ticks take ticks of the kernel's clock instead, those in Millis milliseconds.",
		"",
		"Package raw has everything else that the headers declare, as C has it.",
	}) {
		f.PackageComment("// " + line)
	}
}

// checksDoc tells what wrappers check.
var checksDoc = map[plan.Checks][]string{
	plan.ChecksFull: {
		"Every method of a closed object returns ErrClosed, and a call from a context that RT-Thread does not allow ErrContext.",
	},
	plan.ChecksCheap: {
		"Every method of a closed object returns ErrClosed, and a call that would wait in an interrupt ErrContext. A call from",
		"another context that RT-Thread does not allow is not noticed.",
	},
	plan.ChecksNone: {
		"This package was generated without checks: a method of a closed object, and a call from a context that RT-Thread does not",
		"allow, do whatever the kernel does then.",
	},
}
