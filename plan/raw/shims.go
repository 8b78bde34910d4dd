package raw

import (
	"strings"

	"github.com/rttgen/rttgen/model"
)

// shimPrefix starts the name of a shim, which is that of the whole C function, so that it is as unique.
const shimPrefix = "rttgo_"

// planShim decides whether a function needs a C function of its own to be called from Go; nil if it has a symbol and a
// calling convention that Go shares. A symbol shared with another function, by asm labels, is one that Go may not declare twice.
func planShim(f *model.Function, shared bool) *Shim {
	reason := shimReason(f, shared)
	if reason == "" {
		return nil
	}
	s := &Shim{Reason: reason, Text: f.Variadic, ByRef: make([]bool, len(f.Params))}
	result := unqualified(f.Result)
	proto := &model.Function{Decl: model.Decl{Name: shimPrefix + f.Name, Pos: f.Pos}, Result: result}
	if isRecord(f.Result) {
		proto.Result = &model.Type{Kind: model.Void, Name: "void"}
		proto.Params = append(proto.Params, model.Param{Name: "rttgo_result", Type: cPointer(result, false)})
	}
	for i, p := range f.Params {
		p.Name = shimParam(p.Name, i)
		switch {
		case isRecord(p.Type):
			s.ByRef[i] = true
			p.Type = cPointer(unqualified(p.Type), true)
		case pointsToPrototype(p.Type):
			p.Type = voidPointer // C converts it, and has no name for more
		}
		proto.Params = append(proto.Params, p)
	}
	s.Proto = proto
	return s
}

func shimReason(f *model.Function, shared bool) string {
	var reasons []string
	if shared && !f.Inline {
		reasons = append(reasons, "has the symbol "+symbolOf(f)+" of another function")
	}
	if f.Inline {
		reasons = append(reasons, "static inline")
	}
	if f.Variadic {
		reasons = append(reasons, "variadic: takes a text and prints it as it is")
	}
	if isRecord(f.Result) {
		reasons = append(reasons, "returns a struct by value")
	}
	for _, p := range f.Params {
		if isRecord(p.Type) {
			reasons = append(reasons, "takes a struct by value")
			break
		}
	}
	return strings.Join(reasons, ", ")
}

var voidPointer = &model.Type{Kind: model.Pointer, Elem: &model.Type{Kind: model.Void, Name: "void"}, Size: 4, Align: 4}

// pointsToPrototype reports whether a parameter points to a record that only its parameter list declares: one of that name which is
// declared elsewhere is another type.
func pointsToPrototype(t *model.Type) bool {
	u := t.Underlying()
	for u.Kind == model.Pointer || u.Kind == model.Array {
		u = u.Elem.Underlying()
		if u.Kind == model.Struct {
			return u.Record.Prototype
		}
	}
	return false
}

// unnameable says which type of a function has no name in C, so that no shim can have it; empty if all have one.
func unnameable(f *model.Function) string {
	for _, p := range f.Params {
		if name := nameless(p.Type); name != "" && !pointsToPrototype(p.Type) {
			return "needs a C function of its own, which cannot name " + name
		}
	}
	if name := nameless(unqualified(f.Result)); name != "" {
		return "needs a C function of its own, which cannot name " + name
	}
	return ""
}

// nameless finds a type that C code cannot name behind a declaration: one without a tag, or declared in a parameter list.
func nameless(t *model.Type) string {
	switch t.Kind {
	case model.Struct:
		if t.Record.Anonymous() || t.Record.Prototype {
			return t.Record.Name
		}
	case model.EnumT:
		if t.Enum.Anonymous() || t.Enum.Prototype {
			return t.Enum.Name
		}
	case model.Pointer, model.Array:
		return nameless(t.Elem)
	case model.Func:
		for _, p := range t.Params {
			if s := nameless(p.Type); s != "" {
				return s
			}
		}
		return nameless(t.Elem)
	}
	return ""
}

// unqualified is the type of a result, whose qualifiers C ignores, and compilers say so. Those inside a typedef, as rt_atomic_t may
// have, go only with its name.
func unqualified(t *model.Type) *model.Type {
	for x := t; x.Kind == model.Named && x.Elem != nil; x = x.Elem {
		if x.Elem.Qualified() {
			return unqualified(x.Elem)
		}
	}
	return t.Unqualified()
}

// cPointer points to a type in C.
func cPointer(t *model.Type, readOnly bool) *model.Type {
	elem := t.Unqualified()
	elem.Const = readOnly
	return &model.Type{Kind: model.Pointer, Elem: elem, Size: 4, Align: 4}
}

// shimParam names a parameter of a shim, which C allows to have none.
func shimParam(name string, i int) string {
	if name == "" {
		return "arg" + Itoa(int64(i))
	}
	return name
}

// printsFormat reports whether the last declared parameter of a variadic function is a format for printing, so that a text can
// be printed with "%s". A mere string there may be anything, as in execl, and sscanf stores where its arguments point.
func printsFormat(f *model.Function) bool {
	if len(f.Params) == 0 || strings.Contains(strings.ToLower(f.Name), "scan") {
		return false
	}
	last := f.Params[len(f.Params)-1]
	u := last.Type.Underlying()
	if u.Kind != model.Pointer || u.Elem.Underlying().Name != "char" {
		return false
	}
	name := strings.ToLower(last.Name)
	return strings.Contains(name, "fmt") || strings.Contains(name, "format")
}
