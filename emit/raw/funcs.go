package raw

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// Functions are most of package raw and of a few shapes only, so they are written as text, the way gofmt has it: building
// and formatting syntax trees for them would take longer than everything else that emit does.

// The helpers have an underscore in their names: parameters, which have none, cannot hide them.
const (
	wordHelper    = "go_word"
	missingHelper = "go_missing"
)

// funcComment tells what a function is in C, with the types that Go does not show.
func funcComment(x *raw.Func) string {
	about := x.Brief
	if x.Shim != nil && x.Shim.Text {
		about += " From Go it takes a text, which it prints as it is, with no arguments."
	}
	return symbol(x.Go, x.C, x.Pos) + brief(about) + code(x.Function.Signature())
}

func goParams(list []raw.Param, typeOf func(raw.Param) *raw.GoType) string {
	var b strings.Builder
	for i, p := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(p.Go)
		b.WriteByte(' ')
		b.WriteString(typeOf(p).String())
	}
	return b.String()
}

// signature is what Go code sees of a function, from the parameters on.
func signature(x *raw.Func) string {
	s := "(" + goParams(x.Params, func(p raw.Param) *raw.GoType { return p.Type }) + ")"
	if x.Result != nil {
		s += " " + x.Result.String()
	}
	return s
}

func rawFuncsTarget(p *plan.Package) string {
	var b strings.Builder
	words := false
	for _, x := range p.Raw.Funcs {
		if x.Direct() {
			fmt.Fprintf(&b, "\n%s\n//\n//export %s\nfunc %s%s\n", funcComment(x), x.Symbol, x.Go, signature(x))
			continue
		}
		targetWrapper(&b, x)
		for _, param := range x.Params {
			words = words || param.Pass == raw.PassBool
		}
	}
	if words {
		fmt.Fprintf(&b, `
// %[1]s is how C takes a bool.
func %[1]s(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
`, wordHelper)
	}
	return b.String()
}

// targetWrapper declares a function in the form that TinyGo passes right, and above it the one that is right for Go code.
// The compiler merges the two.
func targetWrapper(b *strings.Builder, x *raw.Func) {
	var args []string
	wireParams := goParams(x.Params, func(p raw.Param) *raw.GoType { return p.Wire })
	result, wireResult, body := signature(x), "", "\t%s\n"
	switch {
	case x.ResultRef:
		args = append(args, "&r")
		wireParams = strings.TrimSuffix("r *"+x.Result.String()+", "+wireParams, ", ")
		result = strings.TrimSuffix(result, x.Result.String()) + "(r " + x.Result.String() + ")"
		body = "\t%s\n\treturn r\n"
	case x.Result != nil:
		wireResult = " " + x.Result.String()
		body = "\treturn %s\n"
	}
	for _, p := range x.Params {
		args = append(args, wireArg(p))
	}
	call := wire(x.C) + "(" + strings.Join(args, ", ") + ")"
	fmt.Fprintf(b, "\n%s\nfunc %s%s {\n"+body+"}\n", funcComment(x), x.Go, result, call)
	fmt.Fprintf(b, "\n//export %s\nfunc %s(%s)%s\n", x.Symbol, wire(x.C), wireParams, wireResult)
}

// wireArg converts an argument to the type that the body-less function takes.
func wireArg(p raw.Param) string {
	switch p.Pass {
	case raw.PassWide:
		return p.Wire.String() + "(" + p.Go + ")"
	case raw.PassBool:
		return wordHelper + "(" + p.Go + ")"
	case raw.PassRef:
		return "&" + p.Go
	case raw.PassAddress:
		if p.Type.Kind == raw.GoPointer {
			return "uintptr(unsafe.Pointer(" + p.Go + "))"
		}
		return "uintptr(" + p.Go + ")"
	}
	return p.Go
}

func rawFuncsHost(p *plan.Package) string {
	if len(p.Raw.Funcs) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("\n// Functions holds an implementation of each C function.\ntype Functions struct {\n")
	width := 0
	for _, x := range p.Raw.Funcs {
		width = max(width, len(x.Go))
	}
	for _, x := range p.Raw.Funcs {
		fmt.Fprintf(&b, "\t%-*s func%s\n", width, x.Go, signature(x))
	}
	b.WriteString(`}

// Host is what the functions of this package call: there is no RT-Thread on the host. A test or a simulator sets what it
// needs; a function that is not set panics.
var Host Functions
`)
	for _, x := range p.Raw.Funcs {
		hostWrapper(&b, x)
	}
	fmt.Fprintf(&b, `
// %[1]s reports a call of a function that Host lacks.
func %[1]s(c, name string) {
	panic("raw: " + c + " is not there on the host: set raw.Host." + name)
}
`, missingHelper)
	return b.String()
}

func hostWrapper(b *strings.Builder, x *raw.Func) {
	var args []string
	for _, p := range x.Params {
		args = append(args, p.Go)
	}
	call := "Host." + x.Go + "(" + strings.Join(args, ", ") + ")"
	if x.Result != nil {
		call = "return " + call
	}
	fmt.Fprintf(b, `
%s
func %s%s {
	if Host.%s == nil {
		%s(%q, %q)
	}
	%s
}
`, funcComment(x), x.Go, signature(x), x.Go, missingHelper, x.C, x.Go, call)
}
