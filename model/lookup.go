package model

import (
	"cmp"
	"slices"
	"strings"
)

// Function returns the function with a C name, nil if the headers declare none.
func (a *API) Function(name string) *Function {
	return find(a.Functions, name, func(f *Function) string { return f.Name })
}

// Record returns the struct or union with a C name ("struct rt_thread"), or nil.
func (a *API) Record(name string) *Record {
	return find(a.Records, name, func(r *Record) string { return r.Name })
}

// Enum returns the enum with a C name ("enum rt_x"), or nil.
func (a *API) Enum(name string) *Enum {
	return find(a.Enums, name, func(e *Enum) string { return e.Name })
}

// Typedef returns the typedef with a name, or nil.
func (a *API) Typedef(name string) *Typedef {
	return find(a.Typedefs, name, func(t *Typedef) string { return t.Name })
}

// Macro returns the object-like macro with a name, or nil.
func (a *API) Macro(name string) *Macro {
	return find(a.Macros, name, func(m *Macro) string { return m.Name })
}

// FuncMacro returns the function-like macro with a name, or nil.
func (a *API) FuncMacro(name string) *FuncMacro {
	return find(a.FuncMacros, name, func(m *FuncMacro) string { return m.Name })
}

// Constant returns the value of an enumeration constant or integer macro.
func (a *API) Constant(name string) (int64, bool) {
	if m := a.Macro(name); m != nil && m.Kind == MacroInt {
		return m.Int, true
	}
	for _, e := range a.Enums {
		for _, c := range e.Constants {
			if c.Name == name {
				return c.Value, true
			}
		}
	}
	return 0, false
}

// Defined reports whether an object-like macro is defined, to whatever.
func (a *API) Defined(name string) bool { return a.Macro(name) != nil }

// Declares reports whether the headers declare something: a function, a macro, a type, a variable or an enumeration constant
// by its C name; a member of a record by its path, "struct rt_thread.stat" or "struct rt_thread.thread_timer.parent"; a function
// with a certain result, "rt_ssize_t rt_mq_recv()". Of alternatives, "struct rt_thread.stat|struct rt_thread.ctx.stat", one is
// enough.
func (a *API) Declares(names string) bool {
	return slices.ContainsFunc(strings.Split(names, "|"), a.declares)
}

func (a *API) declares(name string) bool {
	if prototype, ok := strings.CutSuffix(name, "()"); ok {
		i := strings.LastIndexAny(prototype, " *") + 1
		f := a.Function(prototype[i:])
		return f != nil && f.Result.String() == strings.TrimSpace(prototype[:i])
	}
	if record, path, ok := strings.Cut(name, "."); ok {
		r := a.recordNamed(record)
		return r != nil && r.Member(path) != nil
	}
	if a.Function(name) != nil || a.Defined(name) || a.FuncMacro(name) != nil || a.Record(name) != nil || a.Enum(name) != nil ||
		a.Typedef(name) != nil || find(a.Variables, name, func(v *Variable) string { return v.Name }) != nil {
		return true
	}
	_, ok := a.Constant(name)
	return ok
}

// recordNamed returns the record with a C name of its own or the name of a typedef, or nil.
func (a *API) recordNamed(name string) *Record {
	if r := a.Record(name); r != nil {
		return r
	}
	if t := a.Typedef(name); t != nil {
		return t.Type.Underlying().Record
	}
	return nil
}

// Member returns the members on the path to one, "sched_thread_ctx.stat", as C code writes it: members without a name are
// passed through and are part of the result. It returns nil if there is none.
func (r *Record) Member(path string) []*Field {
	name, rest, nested := strings.Cut(path, ".")
	for _, f := range r.Fields {
		in := f.Type.Underlying().Record
		switch {
		case f.Name == "" && in != nil:
			if below := in.Member(path); below != nil {
				return append([]*Field{f}, below...)
			}
		case f.Name != name:
		case !nested:
			return []*Field{f}
		case in != nil && f.Type.Underlying().Kind == Struct:
			if below := in.Member(rest); below != nil {
				return append([]*Field{f}, below...)
			}
		}
	}
	return nil
}

// Sort puts every list in the order the API promises.
func (a *API) Sort() {
	slices.SortFunc(a.Defines, func(x, y Define) int { return cmp.Compare(x.Name, y.Name) })
	sortBy(a.Records, func(r *Record) string { return r.Name })
	sortBy(a.Enums, func(e *Enum) string { return e.Name })
	sortBy(a.Typedefs, func(t *Typedef) string { return t.Name })
	sortBy(a.Functions, func(f *Function) string { return f.Name })
	sortBy(a.Variables, func(v *Variable) string { return v.Name })
	sortBy(a.Macros, func(m *Macro) string { return m.Name })
	sortBy(a.FuncMacros, func(m *FuncMacro) string { return m.Name })
	slices.SortStableFunc(a.Skipped, func(x, y *Skipped) int {
		return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.Pos.File, y.Pos.File), cmp.Compare(x.Pos.Line, y.Pos.Line), cmp.Compare(x.Pos.Col, y.Pos.Col))
	})
}

func find[T any](list []*T, name string, key func(*T) string) *T {
	i, ok := slices.BinarySearchFunc(list, name, func(x *T, n string) int { return cmp.Compare(key(x), n) })
	if !ok {
		return nil
	}
	return list[i]
}

func sortBy[T any](list []*T, key func(*T) string) {
	slices.SortFunc(list, func(x, y *T) int { return cmp.Compare(key(x), key(y)) })
}
