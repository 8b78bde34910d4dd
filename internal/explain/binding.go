package explain

import (
	"cmp"
	"strings"

	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/safe"
)

// bindings lists what a C symbol is in the safe package.
func bindings(r *generate.Result, c string) []Binding {
	var list []Binding
	r.Plan.Safe.Each(func(f *safe.Func) {
		if f.C.C == c {
			list = append(list, Binding{
				Go: f.Signatures(r.Plan.Options.ImportPath), Rule: f.Rule.Pos.String(), Context: string(f.Context), Blocks: f.Rule.Blocks,
				Arguments: arguments(f), Errors: returned(f.Rule), Ownership: Ownership(f), Inherited: inherited(f),
				Doc: strings.Join(f.Doc.Text, "\n\n"),
			})
		}
	})
	for _, code := range r.Plan.Safe.Code {
		for _, w := range code.Wraps {
			if w.C == c {
				list = append(list, Binding{Go: []string{w.Go}, Rule: w.Pos.String(), Doc: "written by hand: " + code.File})
			}
		}
	}
	for _, k := range r.Plan.Safe.Classes {
		if k.C == c {
			list = append(list, Binding{Go: []string{"type " + k.Go}, Rule: k.Rule.Pos.String(), Doc: strings.TrimSpace(k.Doc)})
		}
	}
	for _, e := range r.Mapping.Errors {
		if e.C == c {
			list = append(list, Binding{Go: []string{e.Name}, Rule: e.Pos.String(), Doc: e.Doc})
		}
	}
	for _, e := range r.Mapping.ErrorTypes {
		if e.C == c {
			list = append(list, Binding{Go: []string{"type " + e.Name}, Rule: e.Pos.String(), Doc: e.Doc})
		}
	}
	for _, e := range r.Mapping.Enums {
		for _, v := range e.Values {
			if v.C == c {
				list = append(list, Binding{Go: []string{v.Name + " " + e.Name}, Rule: v.Pos.String(), Doc: v.Doc})
			}
		}
	}
	return list
}

// ruled lists what the mapping would make of a C function that the headers at hand do not declare.
func ruled(m *mapping.Rules, c string) []Binding {
	var list []Binding
	for _, f := range m.Functions {
		if f.C == c {
			list = append(list, Binding{Go: []string{f.Go + ", where it is declared"}, Rule: f.Pos.String(), Context: string(f.Context),
				Blocks: f.Blocks, Doc: strings.TrimSpace(f.Doc)})
		}
	}
	return list
}

// Ownership says who owns what a function takes and returns, one sentence for each.
func Ownership(f *safe.Func) []string {
	var list []string
	for i := range f.Args {
		if s := argOwnership(f, &f.Args[i]); s != "" {
			list = append(list, f.Args[i].Param.C+": "+s)
		}
	}
	switch {
	case f.Role == mapping.RoleNew:
		list = append(list, "the caller owns the result and must Close it")
	case f.Role == mapping.RoleInit:
		list = append(list, "the storage is the receiver's and belongs to the kernel until Close")
	case f.Result.Style == mapping.ResultHandle && f.Result.Life == mapping.LifeBorrowed:
		list = append(list, "the result is borrowed")
	case f.Result.Style == mapping.ResultBytes:
		list = append(list, "the caller owns the memory and must give it back")
	}
	return list
}

func argOwnership(f *safe.Func, a *safe.Arg) string {
	rule := f.ParamRule(a.Param.C)
	switch {
	case a.Callback != nil:
		return callbackLifetime(a.Callback, rule) + ", " + callbackContext(rule.Callback.Context)
	case a.Kind == safe.ArgName:
		return "a name of at most NameMax bytes, copied"
	}
	switch rule.Lifetime {
	case mapping.LifeOwned:
		return "given away"
	case mapping.LifeRetained:
		return "kept by the kernel until " + cmp.Or(rule.Until, "Close")
	case mapping.LifeStatic:
		return "kept by the kernel for ever"
	}
	switch rule.Direction {
	case mapping.DirIn:
		return "read during the call"
	case mapping.DirOut:
		return "written during the call"
	case mapping.DirInOut:
		return "read and written during the call"
	}
	return ""
}

func callbackLifetime(c *safe.Callback, rule *mapping.ParamRule) string {
	switch c.Lifetime {
	case mapping.LifeBorrowed:
		return "called during the call"
	case mapping.LifeOwned:
		return "kept until it was called"
	case mapping.LifeRetained:
		if rule.Until != "" {
			return "kept until " + rule.Until
		}
		return "kept until the object is closed"
	}
	if c.Entry.Hook {
		return "kept until it is replaced"
	}
	return "kept for ever"
}

func callbackContext(c mapping.Context) string {
	switch c {
	case mapping.ContextISR:
		return "called in an interrupt"
	case mapping.ContextAny:
		return "called anywhere"
	}
	return "called in a thread"
}
