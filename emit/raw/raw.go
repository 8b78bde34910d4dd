// Package raw prints package raw of the output.
package raw

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/internal/parallel"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// The build constraints of package raw: what TinyGo links with RT-Thread, and what the Go toolchain compiles on the host.
const (
	onTarget = "tinygo"
	onHost   = "!tinygo"
	words32  = "arm || 386" // where a pointer has 32 bits, as on the target
)

// rawFile is a Go file of package raw, made by one of two functions.
type rawFile struct {
	path       string
	constraint string
	fill       func(f *jen.File, p *plan.Package) bool // false: nothing to declare, no file
	text       func(p *plan.Package) string            // declarations as gofmt has them; empty: no file
}

var rawFiles = []rawFile{
	{path: "raw/raw.go", fill: rawDoc},
	{path: "raw/types.go", fill: rawTypes},
	{path: "raw/consts.go", fill: rawConsts},
	{path: "raw/funcs_tinygo.go", constraint: onTarget, text: rawFuncsTarget},
	{path: "raw/funcs_host.go", constraint: onHost, text: rawFuncsHost},
	{path: "raw/addresses_tinygo.go", constraint: onTarget, text: rawAddressesTarget},
	{path: "raw/addresses_host.go", constraint: onHost, text: rawAddressesHost},
	{path: "raw/vars_tinygo.go", constraint: onTarget, fill: rawVarsTarget},
	{path: "raw/vars_host.go", constraint: onHost, fill: rawVarsHost},
	{path: "raw/layout.go", constraint: words32, text: rawLayout},
}

// Files returns the files of package raw by path below the generated package.
func Files(p *plan.Package) (map[string][]byte, error) {
	contents := make([][]byte, len(rawFiles))
	var group parallel.Group
	for i, r := range rawFiles {
		group.Run(func() (err error) {
			contents[i], err = r.render(p)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	out := map[string][]byte{"raw/bodyless_tinygo.s": bodyless(p)}
	for i, r := range rawFiles {
		if contents[i] != nil {
			out[r.path] = contents[i]
		}
	}
	return out, nil
}

// render returns the text of a file, nil for one that would declare nothing.
func (r rawFile) render(p *plan.Package) ([]byte, error) {
	if r.text != nil {
		return r.assemble(p, r.text(p)), nil
	}
	f := goFile(p, "raw", r.constraint)
	if !r.fill(f, p) {
		return nil, nil
	}
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return nil, fmt.Errorf("%s: %w", r.path, err)
	}
	return b.Bytes(), nil
}

// assemble puts declarations in a file.
func (r rawFile) assemble(p *plan.Package, declarations string) []byte {
	if declarations == "" {
		return nil
	}
	var b bytes.Buffer
	b.WriteString(goHeader(p, r.constraint) + "\n\npackage raw\n")
	if strings.Contains(declarations, "unsafe.") {
		b.WriteString("\nimport \"unsafe\"\n")
	}
	b.WriteString(declarations)
	return b.Bytes()
}

// bodyless is an assembly file without code. Its presence tells the Go toolchain, which vets the package as TinyGo sees it,
// that functions without a body are defined elsewhere.
func bodyless(p *plan.Package) []byte {
	return []byte(goHeader(p, onTarget) + "\n\n// Empty: it lets functions have no body in Go; RT-Thread has it.\n")
}

func rawDoc(f *jen.File, p *plan.Package) bool {
	for _, line := range []string{
		"Package raw declares the C interface of RT-Thread " + p.API.Version.String() + " as it is: types with C's layout, constants in C's",
		"spelling, and functions that call C. It checks nothing; the package above it does.",
		"",
		"Under TinyGo the functions are RT-Thread's own. Under the Go toolchain each one calls the function of the same name in",
		"[Host], which a test or a simulator sets.",
	} {
		f.PackageComment(strings.TrimRight("// "+line, " "))
	}
	if len(p.Raw.Addresses) > 0 {
		for _, line := range addressDoc {
			f.PackageComment(strings.TrimRight("// "+line, " "))
		}
	}
	return true
}

var addressDoc = []string{
	"",
	"A macro that stands for a fixed address, such as a peripheral's registers, is a function that returns a typed pointer. Under",
	"the Go toolchain it points to a variable of that type. Go knows no volatile memory: reach a register with runtime/volatile of",
	"TinyGo, as in volatile.LoadUint32(&raw.TIM2().Cnt).",
}

// symbol starts a declaration with the comment that names its C symbol and where that is declared.
func symbol(goName, c string, pos model.Pos) string {
	return "// " + goName + " is " + c + " (" + pos.Place() + ")."
}

// maxLine is where generated comments are wrapped.
const maxLine = 120

// brief adds text to a comment, wrapped.
func brief(text string) string {
	var b strings.Builder
	room := 0
	for word := range strings.FieldsSeq(text) {
		if room < len(word)+1 {
			b.WriteString("\n//")
			room = maxLine - len("//")
		}
		b.WriteByte(' ')
		b.WriteString(word)
		room -= len(word) + 1
	}
	return b.String()
}

// code adds lines of C to a comment.
func code(c string) string { return "\n//\n//\t" + c }

// goType renders a type inside package raw.
func goType(t *raw.GoType) *jen.Statement {
	switch t.Kind {
	case raw.GoPointer:
		return jen.Op("*").Add(goType(t.Elem))
	case raw.GoArray:
		return jen.Index(jen.Lit(int(t.Len))).Add(goType(t.Elem))
	}
	if t.Name == "unsafe.Pointer" {
		return jen.Qual("unsafe", "Pointer")
	}
	return jen.Id(t.Name)
}

func hex(n uint64) *jen.Statement { return jen.Op("0x" + strconv.FormatUint(n, 16)) }
