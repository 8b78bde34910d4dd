package model

import (
	"cmp"
	"slices"
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
