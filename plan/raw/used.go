package raw

import (
	"path"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// system reports whether a declaration comes from the C library's headers rather than from RT-Thread, the BSP or the user.
func system(d *model.Decl) bool { return strings.HasPrefix(d.Pos.File, "<") }

// usedTypes are the types that package raw must declare: those of the user's own headers, and those of the C library that
// these mention.
type usedTypes struct {
	records map[*model.Record]bool
	held    map[*model.Record]bool // those whose members count
	enums   map[*model.Enum]bool
	names   map[string]bool // of typedefs, as far as their size counts
	seen    map[*model.Type]bool
}

func usedTypesOf(api *model.API) usedTypes {
	u := usedTypes{
		map[*model.Record]bool{}, map[*model.Record]bool{}, map[*model.Enum]bool{}, map[string]bool{}, map[*model.Type]bool{},
	}
	for _, r := range api.Records {
		if !system(&r.Decl) && r.Complete {
			u.record(r)
		}
	}
	for _, e := range api.Enums {
		if !system(&e.Decl) {
			u.enums[e] = true
		}
	}
	for _, t := range api.Typedefs {
		if !system(&t.Decl) {
			u.walk(t.Type)
		}
	}
	for _, f := range api.Functions {
		if !system(&f.Decl) {
			u.function(f.Result, f.Params)
		}
	}
	for _, v := range api.Variables {
		if !system(&v.Decl) {
			u.walk(v.Type)
		}
	}
	for _, m := range api.Macros {
		if isAddressMacro(m) && !system(&m.Decl) {
			u.walk(m.Type)
		}
	}
	return u
}

func (u usedTypes) function(result *model.Type, params []model.Param) {
	u.walk(result)
	for _, p := range params {
		u.walk(p.Type)
	}
}

// walk follows a type. What only the parameters of a function pointer mention is not needed: the pointer is an address.
func (u usedTypes) walk(t *model.Type) {
	if t == nil || u.seen[t] {
		return
	}
	u.seen[t] = true
	switch t.Kind {
	case model.Struct:
		u.record(t.Record)
	case model.EnumT:
		u.enums[t.Enum] = true
	case model.Pointer:
		if r := internal(t.Elem); r != nil {
			u.records[r] = true
			return
		}
		u.walk(t.Elem)
	case model.Named:
		u.names[t.Name] = true
		u.walk(t.Elem)
	case model.Array:
		u.walk(t.Elem)
	}
}

// internal returns the record behind a type if it is one of the C library's own, whose tag is reserved: the one behind FILE,
// struct _reent. What others hold is a pointer to it, and what is in it is not theirs to know.
func internal(t *model.Type) *model.Record {
	if u := t.Underlying(); u.Kind == model.Struct && system(&u.Record.Decl) && strings.HasPrefix(u.Record.Tag, "_") {
		return u.Record
	}
	return nil
}

func (u usedTypes) record(r *model.Record) {
	if u.held[r] {
		return
	}
	u.records[r], u.held[r] = true, true
	for _, f := range r.Fields {
		u.walk(f.Type)
	}
}

// configured reports whether a macro is part of the configuration: rtconfig.h, or the compiler's command line.
func configured(api *model.API, d *model.Decl) bool {
	switch path.Base(d.Pos.File) {
	case "rtconfig.h", "rtconfig_preinc.h", "rtconfig_project.h":
		return true
	}
	for _, def := range api.Defines {
		if def.Name == d.Name {
			return true
		}
	}
	return false
}
