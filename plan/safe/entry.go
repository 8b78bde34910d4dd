package safe

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/raw"
)

// commonEntry serves every callback that gets nothing but its user data.
const commonEntry = "rttgo_callback"

// entry plans what C calls for a callback, or says why it cannot.
func (p *planner) entry(f *Func, param raw.Param, r *mapping.ParamRule, called *gotype.Type) (*Entry, string) {
	fn := callbackType(param.CType)
	if fn == nil {
		return nil, fmt.Sprintf("%s is not a pointer to a function", param.C)
	}
	e := &Entry{Func: p.plainFunc(called), Hook: r.Callback.User == ""}
	if r.Callback.Key != "" && len(fn.Params) > 0 {
		e.Key, e.Object = entryParam(fn, 0), fn.Params[0].Type.Underlying().Kind == model.Pointer
	}
	if known := p.knownEntry(commonEntry + "_" + f.C.C); known != nil && known.Func.Result == nil && e.takesNothing() {
		return known, "" // another rule takes what C passes
	}
	if reason := p.entryParams(e, fn, f); reason != "" {
		return nil, reason
	}
	if !fn.Elem.IsVoid() {
		if e.Result = widened(fn.Elem); e.Result == nil || e.Result == raw.GoUnsafe {
			return nil, fmt.Sprintf("the result of the callback of %s cannot be a Go value", f.C.C)
		}
		e.Zero = e.Func.Result == nil
	}
	if msg, hint := p.callbackMisfit(f, r, e); msg != "" {
		p.errorAt(r.Callback.Pos, hint, "callback %s of %s: %s", param.C, f.C.C, msg)
	}
	e.Symbol, e.Go = commonEntry, ""
	if e.Hook || len(e.Params) != 1 || e.Result != nil {
		e.Symbol, e.Go = commonEntry+"_"+f.C.C, f.C.Go
	}
	registered := p.register(e)
	if !registered.Func.Equal(e.Func) {
		p.errorAt(r.Callback.Pos, "use one type of function for both", "callback %s of %s: another rule takes a %s", param.C, f.C.C,
			p.text(registered.Func))
	}
	return registered, ""
}

// takesNothing reports whether the function of a hook only wants to be called.
func (e *Entry) takesNothing() bool { return e.Hook && len(e.Func.Params) == 0 && e.Func.Result == nil }

// knownEntry returns the entry of a symbol that a rule before has made; nil for none.
func (p *planner) knownEntry(symbol string) *Entry {
	i := slices.IndexFunc(p.safe.Entries, func(e *Entry) bool { return e.Symbol == symbol })
	if i < 0 {
		return nil
	}
	return p.safe.Entries[i]
}

// register keeps one entry for each symbol.
func (p *planner) register(e *Entry) *Entry {
	i, found := slices.BinarySearchFunc(p.safe.Entries, e, func(a, b *Entry) int { return cmp.Compare(a.Symbol, b.Symbol) })
	if found {
		return p.safe.Entries[i]
	}
	p.safe.Entries = slices.Insert(p.safe.Entries, i, e)
	return e
}

// entryParams pairs what C passes with what the Go function takes. The last void pointer is the user data.
func (p *planner) entryParams(e *Entry, fn *model.Type, f *Func) string {
	c, types := f.C.C, e.Func.Params
	user := -1
	if !e.Hook {
		for i, q := range fn.Params {
			if u := q.Type.Underlying(); u.Kind == model.Pointer && u.Elem.IsVoid() {
				user = i
			}
		}
		if user < 0 {
			return fmt.Sprintf("the callback of %s gets no user data", c)
		}
	}
	spare := len(fn.Params) - len(types)
	if user >= 0 {
		spare--
	}
	for i, q := range fn.Params {
		ep := EntryParam{Go: entryParam(fn, i), Wire: widened(q.Type)}
		if ep.Wire == nil {
			return fmt.Sprintf("a parameter of the callback of %s cannot be a Go value", c)
		}
		ep.User = i == user
		itself := spare > 0 && p.isItself(f, q.Type)
		if i != user && !(i == 0 && e.Object) && !itself && (len(types) > 0 || ep.Wire != raw.GoUnsafe) {
			if len(types) == 0 {
				return fmt.Sprintf("the callback of %s has more parameters than %s", c, e.Func.In(p.options.ImportPath))
			}
			ep.To, types = types[0].Type, types[1:]
		}
		e.Params = append(e.Params, ep)
	}
	if len(types) > 0 {
		return fmt.Sprintf("the callback of %s has fewer parameters than %s", c, e.Func.In(p.options.ImportPath))
	}
	return ""
}

// entryLocals are names that what C calls has for itself.
var entryLocals = []string{"enter", "f", "leave", "ok", "result", "run"}

// entryParam names a parameter of what C calls.
func entryParam(fn *model.Type, i int) string {
	name := unreserved(names.Param(fn.Params[i].Name, i))
	if slices.Contains(entryLocals, name) {
		name += "_"
	}
	for j := range i {
		if entryParam(fn, j) == name {
			return name + strconv.Itoa(i)
		}
	}
	return name
}

// isItself reports whether C passes the object that a callback was set for, which the Go function need not get.
func (p *planner) isItself(f *Func, t *model.Type) bool {
	class := f.Class
	if class == nil {
		class = p.classes[f.Rule.Result.Class]
	}
	u := t.Underlying()
	if class == nil || class.Record == nil || u.Kind != model.Pointer {
		return false
	}
	e := u.Elem.Underlying()
	return e.Kind == model.Struct && e.Record.Name == class.Record.Record.Name
}

// plainFunc is a function type with the types beneath enums: what C calls is in a package that does not know them.
func (p *planner) plainFunc(t *gotype.Type) *gotype.Type {
	plain, changed := &gotype.Type{Kind: gotype.Func, Result: t.Result}, false
	if t.Result != nil && p.isOwn(t.Result) {
		plain.Result, changed = p.under(t.Result), true
	}
	for _, param := range t.Params {
		if p.isOwn(param.Type) {
			if u := p.under(param.Type); u != param.Type {
				param.Type, changed = u, true
			}
		}
		plain.Params = append(plain.Params, gotype.Param{Type: param.Type})
	}
	if !changed {
		return t
	}
	return plain
}

// isOwn reports whether the safe package declares a type.
func (p *planner) isOwn(t *gotype.Type) bool {
	return t.Kind == gotype.Named && t.Ident.Path == p.options.ImportPath
}

// callbackType follows a parameter to the function type it points to.
func callbackType(t *model.Type) *model.Type {
	u := t.Underlying()
	if u.Kind != model.Pointer {
		return nil
	}
	if fn := u.Elem.Underlying(); fn.Kind == model.Func {
		return fn
	}
	return nil
}

// widened is the Go type in which C passes a value to an exported Go function: TinyGo gets integers of less than 32 bits
// wrong there.
func widened(t *model.Type) *raw.GoType {
	u := t.Underlying()
	size, signed := u.Size, u.Signed
	switch u.Kind {
	case model.Pointer:
		return raw.GoUnsafe
	case model.EnumT:
		size, signed = u.Enum.Size, u.Enum.Signed
	case model.Bool, model.Int:
	default:
		return nil
	}
	if signed {
		return raw.GoInts[max(size, 4)]
	}
	return raw.GoUints[max(size, 4)]
}
