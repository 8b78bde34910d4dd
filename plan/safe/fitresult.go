package safe

import (
	"fmt"
	"slices"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
)

// resultFits reports a result that cannot be what its rule says.
func (p *planner) resultFits(f *Func, r Result) {
	if msg, hint := p.resultMisfit(f, r); msg != "" {
		pos := f.Rule.Result.Pos
		if pos == (model.Pos{}) {
			pos = f.Rule.Pos
		}
		p.errorAt(pos, hint, "result of %s: %s", f.C.C, msg)
	}
}

// resultMisfit says what is wrong with a result, and a way out.
func (p *planner) resultMisfit(f *Func, r Result) (msg, hint string) {
	c := f.C.Result
	if key := unusedKey(f.Rule.Result, r.Style); key != "" {
		return fmt.Sprintf("style %s has no %s", r.Style, key), fmt.Sprintf("remove %s, or say style: value", key)
	}
	if carries(r.Style) && toldOnce(f) {
		return fmt.Sprintf("C is told of the function once, and after that there is no %s", r.Style), "say style: ignore"
	}
	if c == nil {
		if r.Style != mapping.ResultIgnore && !(r.Style == mapping.ResultError && f.Role != mapping.RoleNone) {
			return fmt.Sprintf("C returns nothing, which is no %s", r.Style), "remove the style"
		}
		return "", ""
	}
	has := "C returns " + c.In("raw")
	switch r.Style {
	case mapping.ResultError, mapping.ResultMust, mapping.ResultCount, mapping.ResultOK:
		if !isInteger(c) {
			return has + ", no code", "use style value"
		}
		if r.Style == mapping.ResultCount && !p.isInteger(r.Type) {
			return p.text(r.Type) + " is no type to count in", "use an integer type"
		}
	case mapping.ResultBool:
		if !isInteger(c) && c.Basic() != "bool" && !raw.IsPointer(c) {
			return has + ", neither true nor false", "use style value"
		}
	case mapping.ResultHandle:
		return p.handleMisfit(f, r)
	case mapping.ResultText:
		if msg, _ := p.stringMisfit(c); msg != "" {
			return has + ", no text", "use style value"
		}
	case mapping.ResultBytes:
		return p.bytesMisfit(f, c)
	case mapping.ResultAll:
		return p.allMisfit(f, c)
	case mapping.ResultValue:
		return p.valueResultMisfit(f, r)
	}
	return "", ""
}

// unusedKey is a key of a rule that the style has no use for; the mapping refuses it where the rule names the style.
func unusedKey(r mapping.ResultRule, style mapping.ResultStyle) string {
	switch {
	case r.Type != "" && style != mapping.ResultValue && style != mapping.ResultCount:
		return "type"
	case r.Enum != "" && style != mapping.ResultValue:
		return "enum"
	case r.Time != mapping.TimeNone && style != mapping.ResultValue:
		return "time"
	}
	return ""
}

// toldOnce reports whether a wrapper does not call C again for another function.
func toldOnce(f *Func) bool {
	return slices.ContainsFunc(f.Args, func(a Arg) bool {
		return a.Kind == ArgEntry && a.Callback.Entry.Hook && a.Callback.Entry.Key == ""
	})
}

// carries reports whether a style makes a value of what C returns.
func carries(style mapping.ResultStyle) bool {
	switch style {
	case mapping.ResultIgnore, mapping.ResultError, mapping.ResultMust, mapping.ResultOK:
		return false
	}
	return true
}

// handleMisfit refuses an object of another class.
func (p *planner) handleMisfit(f *Func, r Result) (msg, hint string) {
	if r.Class == nil {
		return "a handle needs a class", "add class:"
	}
	if r.Life == mapping.LifeNone {
		return "a handle is owned or borrowed: Close ends what is owned, and lets go of what is borrowed", "add lifetime: owned or borrowed"
	}
	u := f.C.Function.Result.Underlying()
	if r.Class.Number != nil {
		return r.Class.Go + " is a number, no handle", "use style value or count, with type: " + r.Class.Go
	}
	if u.Kind == model.Pointer {
		switch e := u.Elem.Underlying(); e.Kind {
		case model.Void:
			return "", ""
		case model.Struct:
			if beginsWith(r.Class.Record.Record, e.Record) {
				return "", ""
			}
		}
	}
	return fmt.Sprintf("C returns %s, no %s", f.C.Result.In("raw"), r.Class.Go), "name the class that it is"
}

// bytesMisfit refuses memory of which nothing tells the length.
func (p *planner) bytesMisfit(f *Func, c *raw.GoType) (msg, hint string) {
	if !raw.IsPointer(c) {
		return "C returns " + c.In("raw") + ", no memory", "use style value"
	}
	switch a := f.argNamed(f.Rule.Result.Len); {
	case a == nil:
		return "nothing tells how long the memory is", "add len: with the parameter that does"
	case a.Kind != ArgValue || !p.isInteger(a.GoType):
		return a.Param.C + " is no length in Go", "give it an integer type"
	}
	return "", ""
}

// argNamed returns the argument for a C parameter, or nil.
func (f *Func) argNamed(c string) *Arg {
	for i := range f.Args {
		if hasName(c, f.Args[i].Param.C) {
			return &f.Args[i]
		}
	}
	return nil
}

// valueResultMisfit refuses a value that Go does not convert.
func (p *planner) valueResultMisfit(f *Func, r Result) (msg, hint string) {
	c := f.C.Result
	if f.Rule.Result.Null != "" && !raw.IsPointer(c) {
		return "C returns " + c.In("raw") + ", which is never NULL", "remove null"
	}
	if r.Time != mapping.TimeNone {
		if !isInteger(c) {
			return "C returns " + c.In("raw") + ", no time", "remove time"
		}
		return "", ""
	}
	if p.converts(c, r.Type) {
		return "", ""
	}
	if raw.IsPointer(c) && (r.Type.Kind == gotype.Pointer || r.Type.Equal(gotype.Unsafe)) {
		return p.pointerMisfit(r.Type)
	}
	return fmt.Sprintf("C returns %s, which cannot become %s", c.In("raw"), p.text(r.Type)), "remove type, or use one that fits"
}

// allMisfit refuses a count of which nothing tells what it should be.
func (p *planner) allMisfit(f *Func, c *raw.GoType) (msg, hint string) {
	switch a := f.argNamed(f.Rule.Result.Len); {
	case !isInteger(c):
		return "C returns " + c.In("raw") + ", no count", "use style value"
	case !p.errors["ErrIO"]:
		return "there is no ErrIO to return", `define it under "errors"`
	case a == nil:
		return "nothing tells how many there should be", "add len: with the parameter that does"
	case a.Kind != ArgConst && a.Kind != ArgLen && a.Kind != ArgValue:
		return a.Param.C + " is no length in Go", "name the parameter that is the length"
	}
	return "", ""
}
