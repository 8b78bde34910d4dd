package hosttest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/safe"
)

// table prints what the tests in testdata go through: every wrapper with what the mapping says about it. What a wrapper must
// do follows from that alone, so that a wrong decision or a wrong print of it fails a test.
func table(p *plan.Package) string {
	var b strings.Builder
	b.WriteString("package hosttest\n\nimport (\n\t\"rtt\"\n\t\"rtt/internal/callback\"\n\t\"rtt/raw\"\n\t\"rtt/rtttest\"\n)\n\n")
	fmt.Fprintf(&b, "const checks = %q\n\n", p.Options.Checks)
	fmt.Fprintf(&b, "const nameMax = %d\n\nconst tickRate = %d\n\n", p.Safe.NameMax, p.Safe.Tick)
	b.WriteString("var sentinels = []sentinel{\n")
	for _, e := range p.Safe.Errors {
		if e.C != "" {
			fmt.Fprintf(&b, "\t{%q, raw.%s, rtt.%s, %q},\n", e.Go, e.C, e.Go, e.Text)
		}
	}
	b.WriteString("}\n\nvar classes = []class{\n")
	for _, c := range objects(p) {
		printClass(&b, c)
	}
	b.WriteString("}\n\nvar functions = []function{\n")
	for _, c := range objects(p) {
		for _, f := range c.Funcs {
			if f.Rule.Device == nil { // the kernel has to find a device of that class: only_driver_test.go
				printFunction(&b, f)
			}
		}
	}
	for _, f := range p.Safe.Funcs {
		printFunction(&b, f)
	}
	b.WriteString("}\n")
	return b.String()
}

// objects lists the classes whose objects are not numbers.
func objects(p *plan.Package) []*safe.Class {
	return slices.DeleteFunc(slices.Clone(p.Safe.Classes), func(c *safe.Class) bool { return c.Number != nil })
}

func printClass(b *strings.Builder, c *safe.Class) {
	fmt.Fprintf(b, "\t{Go: %q, Static: %q, Value: func() any { return new(rtt.%s) }, Object: func() any { return new(raw.%s) }",
		c.Go, c.Static, c.Go, c.Record.Go)
	if c.Static != "" {
		fmt.Fprintf(b, ", StaticValue: func() any { return new(rtt.%s) }", c.Static)
	}
	if c.Delete != nil {
		fmt.Fprintf(b, ", Delete: %q", c.Delete.C.Go)
	}
	if c.Detach != nil {
		fmt.Fprintf(b, ", Detach: %q", c.Detach.C.Go)
	}
	if c.Cleanup != nil {
		fmt.Fprintf(b, ", Gone: rtttest.Run%s", c.Cleanup.Entry.Go)
	}
	for _, f := range []*safe.Func{c.Delete, c.Detach} {
		if f != nil {
			fmt.Fprintf(b, ", Context: %q, EndStyle: %q", f.Context, f.Result.Style)
			break
		}
	}
	b.WriteString("},\n")
}

// classNames lists the Go types that hold a kernel object.
func classNames(p *plan.Package) []string {
	var names []string
	for _, c := range objects(p) {
		names = append(names, c.Go)
		if c.Static != "" && c.Static != c.Go {
			names = append(names, c.Static)
		}
	}
	return names
}

func printFunction(b *strings.Builder, f *safe.Func) {
	name := f.Go
	if f.Timed {
		name = f.Counted() // the variant that does the work; the other one is tested by its times
	}
	expr, plain := "rtt."+name, "rtt."+f.Go
	class := ""
	if f.Class != nil {
		class = f.Class.Go
	}
	owner := ""
	if f.Method {
		owner = f.Class.Go
		if f.Static {
			owner = f.Class.Static
		}
		expr, plain = fmt.Sprintf("(*rtt.%s).%s", owner, name), fmt.Sprintf("(*rtt.%s).%s", owner, f.Go)
		owner += "."
	}
	fmt.Fprintf(b, "\t{Go: %q, Func: %s, Plain: %s, C: %q, Class: %q, Method: %t, Role: %q, Context: %q, Blocks: %t, Style: %q, Error: %t",
		owner+f.Go, expr, plain, f.C.Go, class, f.Method, f.Role, f.Context, f.Rule.Blocks, f.Result.Style, f.Result.Error)
	if f.Result.Style == mapping.ResultHandle || f.Result.Style == mapping.ResultBytes {
		fmt.Fprintf(b, ", Null: rtt.%s", f.Result.Null)
	}
	b.WriteString(", Args: []arg{")
	for _, a := range f.Args {
		printArg(b, f, &a)
	}
	b.WriteString("}},\n")
}

// argKinds names the kinds of arguments that tests look at.
var argKinds = map[safe.ArgKind]string{
	safe.ArgReceiver: "receiver", safe.ArgStorage: "storage", safe.ArgValue: "value", safe.ArgConst: "const", safe.ArgName: "name",
	safe.ArgText: "text", safe.ArgTicks: "ticks", safe.ArgPeriod: "period", safe.ArgMillis: "ms", safe.ArgTickAddress: "ticksAt",
	safe.ArgAddress: "address", safe.ArgOut: "out", safe.ArgSlice: "slice", safe.ArgLen: "len", safe.ArgObject: "object",
	safe.ArgEntry: "entry", safe.ArgUser: "user", safe.ArgShared: "shared",
}

// printArg prints an argument of the C function: its kind and the Go parameter, or field of one, that it comes from.
func printArg(b *strings.Builder, f *safe.Func, a *safe.Arg) {
	param, field := a.Go, a.Field
	index := slices.IndexFunc(f.Params, func(p safe.Param) bool { return p.Go == param })
	if index >= 0 && f.Method {
		index++ // the receiver comes first
	}
	kind := argKinds[a.Kind]
	if kind == "ticksAt" && index >= 0 && slices.ContainsFunc(f.Params, func(p safe.Param) bool { return p.Go == param && p.Time == mapping.TimePeriod }) {
		kind = "periodAt"
	}
	fmt.Fprintf(b, "{Kind: %q, Param: %d, Field: %q", kind, index, field)
	if a.Nullable {
		b.WriteString(", Nullable: true")
	}
	if a.Kept != "" {
		b.WriteString(", Kept: true")
	}
	if len(a.Bounds) > 0 {
		b.WriteString(", Bounds: []bound{")
		for _, one := range a.Bounds {
			fmt.Fprintf(b, "{%q, int64(%s)}, ", one.Op, one.Value)
		}
		b.WriteString("}")
	}
	if c := a.Callback; c != nil {
		fmt.Fprintf(b, ", Lifetime: %q, Ends: %t, Run: rtttest.Run%s", c.Lifetime, c.Ends, c.Entry.Go)
		if c.Entry.Hook {
			fmt.Fprintf(b, ", Hook: &callback.Hook%s", c.Entry.Go)
		}
	}
	b.WriteString("}, ")
}
