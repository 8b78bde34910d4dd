package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// commonEntry serves every callback that gets nothing but its user data.
const commonEntry = "rttgo_callback"

// entry plans what C calls for a callback, or says why it cannot.
func (p *safePlanner) entry(f *SafeFunc, param RawParam, r *model.ParamRule) (*SafeEntry, string) {
	fn := callbackType(param.CType)
	if fn == nil {
		return nil, fmt.Sprintf("%s is not a pointer to a function", param.C)
	}
	e := &SafeEntry{Func: p.plainFunc(r.Callback.Func), Hook: r.Callback.User == ""}
	if r.Callback.Key != "" && len(fn.Params) > 0 {
		e.Key, e.Object = paramName(fn.Params[0].Name, 0), fn.Params[0].Type.Underlying().Kind == model.Pointer
	}
	types, result := splitFunc(e.Func)
	if reason := p.entryParams(e, fn, types, f); reason != "" {
		return nil, reason
	}
	if !fn.Elem.IsVoid() {
		if e.Result = widened(fn.Elem); e.Result == nil || e.Result == goUnsafe {
			return nil, fmt.Sprintf("the result of the callback of %s cannot be a Go value", f.C.C)
		}
		e.Zero = result == ""
	}
	e.Symbol, e.Go = commonEntry, ""
	if e.Hook || len(e.Params) != 1 || e.Result != nil {
		e.Symbol, e.Go = commonEntry+"_"+f.C.C, f.C.Go
	}
	return p.register(e), ""
}

// register keeps one entry for each symbol.
func (p *safePlanner) register(e *SafeEntry) *SafeEntry {
	i, found := slices.BinarySearchFunc(p.safe.Entries, e, func(a, b *SafeEntry) int { return cmp.Compare(a.Symbol, b.Symbol) })
	if found {
		return p.safe.Entries[i]
	}
	p.safe.Entries = slices.Insert(p.safe.Entries, i, e)
	return e
}

// entryParams pairs what C passes with what the Go function takes. The last void pointer is the user data.
func (p *safePlanner) entryParams(e *SafeEntry, fn *model.Type, types []string, f *SafeFunc) string {
	c := f.C.C
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
		ep := SafeEntryParam{Go: paramName(q.Name, i), Wire: widened(q.Type)}
		if ep.Wire == nil {
			return fmt.Sprintf("a parameter of the callback of %s cannot be a Go value", c)
		}
		ep.User = i == user
		itself := spare > 0 && p.isItself(f, q.Type)
		if i != user && !(i == 0 && e.Object) && !itself && (len(types) > 0 || ep.Wire != goUnsafe) {
			if len(types) == 0 {
				return fmt.Sprintf("the callback of %s has more parameters than %s", c, e.Func)
			}
			ep.To, types = types[0], types[1:]
		}
		e.Params = append(e.Params, ep)
	}
	if len(types) > 0 {
		return fmt.Sprintf("the callback of %s has fewer parameters than %s", c, e.Func)
	}
	return ""
}

// isItself reports whether C passes the object that a callback was set for, which the Go function need not get.
func (p *safePlanner) isItself(f *SafeFunc, t *model.Type) bool {
	class := f.Class
	if class == nil {
		class = p.classes[f.Rule.Result.Class]
	}
	u := t.Underlying()
	if class == nil || u.Kind != model.Pointer {
		return false
	}
	e := u.Elem.Underlying()
	return e.Kind == model.Struct && e.Record.Name == class.Record.Record.Name
}

// plainFunc writes a function type with the types beneath enums: what C calls is in a package that does not know them.
func (p *safePlanner) plainFunc(s string) string {
	types, result := splitFunc(s)
	changed := false
	for i, t := range types {
		if e := p.enums[t]; e != nil {
			types[i], changed = e.Type, true
		}
	}
	if !changed {
		return s
	}
	return strings.TrimSpace("func(" + strings.Join(types, ", ") + ") " + result)
}

// converts lists the types of the parameters of a Go function that is called through another; nil if it is called as it is.
func (p *safePlanner) converts(s string) []SafeConvert {
	types, _ := splitFunc(s)
	list := make([]SafeConvert, len(types))
	changed := false
	for i, t := range types {
		list[i] = SafeConvert{From: t, To: t}
		if e := p.enums[t]; e != nil {
			list[i].From, changed = e.Type, true
		}
	}
	if !changed {
		return nil
	}
	return list
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
func widened(t *model.Type) *GoType {
	u := t.Underlying()
	size, signed := u.Size, u.Signed
	switch u.Kind {
	case model.Pointer:
		return goUnsafe
	case model.EnumT:
		size, signed = u.Enum.Size, u.Enum.Signed
	case model.Bool, model.Int:
	default:
		return nil
	}
	if signed {
		return goInts[max(size, 4)]
	}
	return goUints[max(size, 4)]
}

// splitFunc takes "func(size int32, from, to *raw.Thread) bool" apart. Parameters may have names; one that has only a name has
// the type of the next.
func splitFunc(s string) (params []string, result string) {
	s = strings.TrimPrefix(s, "func(")
	list, result, _ := strings.Cut(s, ")")
	named := false
	for part := range strings.SplitSeq(list, ",") {
		if words := strings.Fields(part); len(words) > 0 {
			named = named || len(words) > 1
			params = append(params, words[len(words)-1])
		}
	}
	parts := strings.Split(list, ",")
	for i := len(params) - 2; named && i >= 0; i-- {
		if len(strings.Fields(parts[i])) == 1 {
			params[i] = params[i+1]
		}
	}
	return params, strings.TrimSpace(result)
}
