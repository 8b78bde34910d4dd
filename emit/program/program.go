// Package program prints the Go side of what RT-Thread calls in the user's program: functions that C knows by name, each of which
// calls one of the program's.
package program

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/emit/support"
	"github.com/rttgen/rttgen/internal/directive"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/program"
)

// Package says what the files are part of.
type Package struct {
	Path, Name string   // of the safe package
	Header     []string // first lines of every file
}

// constraint keeps the Go toolchain away: only TinyGo links functions of other packages by name.
const constraint = "//go:build tinygo"

// Files prints the packages, by path below the directory of the safe package.
func Files(pkg Package, p *program.Program) (map[string][]byte, error) {
	files, err := support.Package("command")
	if err != nil {
		return nil, fmt.Errorf("reading the support code: %w", err)
	}
	head := "// " + strings.Join(pkg.Header, "\n// ") + "\n\n"
	out := map[string][]byte{}
	for name, text := range files {
		out["internal/"+name] = append([]byte(head), text...)
		if strings.HasSuffix(name, ".s") { // the same serves the functions that are the program's
			out["internal/program/"+name[strings.IndexByte(name, '/')+1:]] = out["internal/"+name]
		}
	}
	for name, f := range map[string]*jen.File{
		"program.go":                  bound(pkg),
		"internal/program/doc.go":     doc(pkg),
		"internal/program/entries.go": entries(pkg, p),
	} {
		var text bytes.Buffer
		if err := f.Render(&text); err != nil {
			return nil, fmt.Errorf("printing %s: %w", name, err)
		}
		out[name] = text.Bytes()
	}
	return out, nil
}

func (pkg Package) internal(name string) string { return pkg.Path + "/internal/" + name }

// file starts a file.
func (pkg Package) file(path, name string, constraints ...string) *jen.File {
	f := jen.NewFilePathName(path, name)
	for _, line := range slices.Concat(pkg.Header, constraints) {
		f.HeaderComment(line)
	}
	f.ImportName(pkg.internal("command"), "command")
	return f
}

// bound prints what has the safe package bring the entries along, and what it knows of errors.
func bound(pkg Package) *jen.File {
	f := pkg.file(pkg.Path, pkg.Name, constraint)
	f.Anon(pkg.internal("program"))
	f.Func().Id("init").Params().Block(jen.Qual(pkg.internal("command"), "Code").Op("=").Id("resultOf"))
	f.Comment("resultOf returns what C has for an error: the code below zero, that of ErrError where there is none.")
	f.Func().Id("resultOf").Params(jen.Err().Error()).Int32().Block(
		jen.For().Block(
			jen.If(jen.List(jen.Id("e"), jen.Id("ok")).Op(":=").Err().Assert(jen.Id("Errno")), jen.Id("ok").Op("&&").Id("e").Op(">").Lit(0)).Block(
				jen.Return(jen.Op("-").Int32().Call(jen.Id("e")))),
			jen.List(jen.Id("wrapper"), jen.Id("ok")).Op(":=").Err().Assert(jen.Interface(jen.Id("Unwrap").Params().Error())),
			jen.If(jen.Op("!").Id("ok").Op("||").Id("wrapper").Dot("Unwrap").Call().Op("==").Nil()).Block(
				jen.Return(jen.Op("-").Int32().Call(jen.Id("ErrError")))),
			jen.Err().Op("=").Id("wrapper").Dot("Unwrap").Call(),
		),
	)
	return f
}

func doc(pkg Package) *jen.File {
	f := pkg.file(pkg.internal("program"), "program")
	f.PackageComment("Package program calls functions of the program for RT-Thread: those that its source marks with //rtt:cmd and //rtt:init.")
	return f
}

// entries prints the functions that C calls, and declares the program's that they call.
func entries(pkg Package, p *program.Program) *jen.File {
	f := pkg.file(pkg.internal("program"), "program", constraint)
	f.Anon("unsafe")
	declared := map[string]string{}
	declare := func(fn directive.Func, params ...jen.Code) *jen.Statement {
		name, found := declared[fn.Symbol()]
		if !found {
			name = fmt.Sprintf("%s%d", names.LowerInitial(fn.Name), len(declared)+1)
			declared[fn.Symbol()] = name
			f.Comment("//go:linkname " + name + " " + fn.Symbol())
			f.Func().Id(name).Params(params...).Error()
		}
		return jen.Id(name)
	}
	command := func(name string) *jen.Statement { return jen.Qual(pkg.internal("command"), name) }
	for _, c := range p.Commands {
		fn := declare(c.Func, jen.Id("args").Index().String())
		f.Comment("//export " + c.Export)
		f.Func().Id("cmd_"+c.Name).Params(jen.Id("argc").Int32(), jen.Id("argv").Qual("unsafe", "Pointer")).Int32().Block(
			jen.Return(command("Run").Call(fn, jen.Id("argc"), jen.Id("argv"))))
	}
	for _, l := range p.Levels {
		var body []jen.Code
		for _, fn := range l.Funcs {
			body = append(body, jen.Id("result").Op("=").Add(command("Init")).Call(jen.Lit(fn.Symbol()), declare(fn), jen.Id("result")))
		}
		if l.Name == "app" { // rttgo_start calls it too
			f.Var().Id("started").Bool()
			body = append([]jen.Code{jen.If(jen.Id("started")).Block(jen.Return(jen.Lit(0))), jen.Id("started").Op("=").True()}, body...)
		}
		f.Comment("//export " + l.Export)
		f.Func().Id("init_" + l.Name).Params().Params(jen.Id("result").Int32()).Block(append(body, jen.Return(jen.Id("result")))...)
	}
	return f
}
