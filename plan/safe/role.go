package safe

import (
	"slices"

	"github.com/rttgen/rttgen/mapping"
)

// roleFits reports a function that cannot do what its role says for the life of an object.
func (p *planner) roleFits(f *Func) {
	if msg, hint := roleMisfit(f); msg != "" {
		p.errorAt(f.Rule.Pos, hint, "%s, with the role %s: %s", f.C.C, f.Role, msg)
	}
}

// roleMisfit says why a function cannot have its role, and a way out.
func roleMisfit(f *Func) (msg, hint string) {
	first := len(f.Args) > 0 && (f.Args[0].Kind == ArgReceiver || f.Args[0].Kind == ArgStorage)
	switch f.Role {
	case mapping.RoleNew:
		if f.Method {
			return "what makes an object has no receiver", "remove the class before the dot"
		}
	case mapping.RoleInit:
		if !f.Method || !f.Static && !f.Class.Sole {
			return "storage belongs to the static variant of a class", "make it a method of the static variant, such as StaticThing.Init"
		}
		if !first {
			return "C is not given the object first", ""
		}
		if s := f.Result.Style; s != mapping.ResultError && s != mapping.ResultMust && s != mapping.ResultIgnore {
			return "Init returns an error and nothing else", "use style error or ignore"
		}
	case mapping.RoleDelete, mapping.RoleDetach:
		if !f.Method {
			return "what ends an object is a method", "name it with the class, such as Thing.Close"
		}
		if !first || slices.ContainsFunc(f.Args[1:], func(a Arg) bool { return a.Kind != ArgConst }) {
			return "Close has nothing to pass to C but the object", "give the other parameters a const"
		}
		if f.Result.Style != mapping.ResultError && f.Result.Style != mapping.ResultIgnore {
			return "Close returns an error and nothing else", "use style error or ignore"
		}
	}
	return "", ""
}
