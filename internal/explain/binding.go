package explain

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/safe"
)

// bindings lists what a C symbol is in the safe package.
func bindings(r *generate.Result, c string) []Binding {
	var list []Binding
	r.Plan.Safe.Each(func(f *safe.Func) {
		if f.C.C == c {
			list = append(list, Binding{
				Go: f.Signatures(r.Plan.Options.ImportPath), Rule: f.Rule.Pos.String(), Context: string(f.Context), Blocks: f.Rule.Blocks,
				Ownership: Ownership(f), Doc: strings.Join(f.Doc.Text, "\n\n"),
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
func ruled(m *model.Mapping, c string) []Binding {
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
	for _, p := range f.Rule.Params {
		if s := paramOwnership(p); s != "" {
			list = append(list, s)
		}
	}
	switch {
	case f.Role == model.RoleNew:
		list = append(list, "the caller owns the result and must Close it")
	case f.Role == model.RoleInit:
		list = append(list, "the storage is the receiver's and belongs to the kernel until Close")
	case f.Result.Style == model.ResultHandle && f.Result.Own == model.OwnBorrowed:
		list = append(list, "the result is borrowed")
	case f.Result.Style == model.ResultBytes:
		list = append(list, "the caller owns the memory and must give it back")
	}
	return list
}

func paramOwnership(p *model.ParamRule) string {
	switch {
	case p.Callback != nil:
		return callbackOwnership(p)
	case p.String == model.StringName:
		return p.C + ": a name of at most NameMax bytes, copied"
	case p.Ownership == model.OwnRetained:
		return fmt.Sprintf("%s: kept by the kernel until %s", p.C, p.Until)
	}
	text := map[model.Ownership]string{
		model.OwnIn: "read during the call", model.OwnOut: "written during the call", model.OwnInOut: "read and written during the call",
		model.OwnStatic: "kept by the kernel until the object is closed", model.OwnTransfer: "given away",
	}[p.Ownership]
	if text == "" {
		return ""
	}
	return p.C + ": " + text
}

func callbackOwnership(p *model.ParamRule) string {
	text := map[model.Lifetime]string{
		model.LifeOnce: "kept until it was called", model.LifeUntil: "kept until the object is closed", model.LifeForever: "kept until it is replaced",
	}[p.Callback.Lifetime]
	where := map[model.Context]string{model.ContextISR: "called in an interrupt", model.ContextAny: "called anywhere"}[p.Callback.Context]
	if where == "" {
		where = "called in a thread"
	}
	return p.C + ": " + text + ", " + where
}
