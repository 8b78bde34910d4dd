package safe

import (
	"fmt"
	"math"
	"strconv"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
)

// fits reports an argument that cannot be made of what its rule says: Go's compiler would refuse it, or C would read or write
// other memory than there is.
func (p *planner) fits(f *Func, arg *Arg, r *mapping.ParamRule) {
	if msg, hint := p.misfit(f, arg, r); msg != "" {
		pos := r.Pos
		if pos == (model.Pos{}) {
			pos = f.Rule.Pos
		}
		p.errorAt(pos, hint, "parameter %s of %s: %s", arg.Param.C, f.C.C, msg)
	}
}

// misfit says what is wrong with an argument, and a way out.
func (p *planner) misfit(f *Func, arg *Arg, r *mapping.ParamRule) (msg, hint string) {
	c := arg.Param.Type
	if msg, hint := p.keptMisfit(f, arg, r); msg != "" {
		return msg, hint
	}
	if r.Direction != mapping.DirNone && !raw.IsPointer(c) && (arg.Kind != ArgSlice || c.Basic() != "uintptr") {
		return p.cHas(c) + ", nothing to read from or write to", "remove direction"
	}
	if r.Default != "" {
		if msg := p.defaultMisfit(arg, r.Default); msg != "" {
			return msg, "remove default, or use one that fits"
		}
	}
	switch arg.Kind {
	case ArgName, ArgText:
		return p.stringMisfit(c)
	case ArgObject:
		return p.objectMisfit(arg, r)
	case ArgConst:
		return p.constMisfit(c, arg.Const)
	case ArgOut:
		return p.outMisfit(c, arg.GoType)
	case ArgShared:
		return p.memoryMisfit(c, arg.GoType.Elem)
	case ArgAddress:
		return p.memoryMisfit(c, addressed(arg.GoType))
	case ArgTickAddress:
		return p.memoryMisfit(c, gotype.Uint32)
	case ArgSlice:
		return p.memoryMisfit(c, arg.GoType.Elem)
	case ArgLen:
		return p.lenMisfit(f, c, r)
	case ArgTicks, ArgPeriod, ArgMillis:
		if !isInteger(c) || c.Size < 4 {
			return p.cHas(c) + ", too small for a time", "give it a type: instead of time:"
		}
	case ArgBool:
		if !isInteger(c) {
			return p.cHas(c) + ", no number", "remove type"
		}
	case ArgUnits, ArgUnitsAddress:
		return p.unitsMisfit(arg)
	case ArgRecord, ArgRecordOut, ArgRecordShared:
		return p.recordMisfit(arg)
	case ArgWord:
		return p.wordMisfit(c, arg.GoType)
	case ArgPointer:
		return p.pointerMisfit(arg.GoType)
	case ArgValue:
		return p.valueMisfit(c, arg.GoType)
	}
	return "", ""
}

// cHas says what C has, for messages.
func (p *planner) cHas(t *raw.GoType) string { return "C has " + t.In("raw") + " there" }

// defaultMisfit says why a zero value cannot stand for a constant.
func (p *planner) defaultMisfit(arg *Arg, constant string) string {
	if arg.Kind != ArgValue || !p.isInteger(arg.GoType) {
		return "a default needs a number"
	}
	n, ok := p.constValue(p.share(constant))
	if !ok {
		return constant + " is no integer"
	}
	if low, _, _ := bounds(p.under(arg.GoType)); arg.Zero != "" && low >= 0 {
		return p.text(arg.GoType) + " does not hold -1, which " + arg.Zero + " is"
	}
	if low, high, _ := bounds(p.under(arg.GoType)); n < low || n > 0 && uint64(n) > high {
		return fmt.Sprintf("%s does not hold the default %s", p.text(arg.GoType), constant)
	}
	return ""
}

// hasObject reports whether a wrapper has a Go value of a class before it calls C: the receiver, or what it makes.
func (f *Func) hasObject() bool {
	return f.Method || f.Role == mapping.RoleNew && f.Rule.Result.Class != ""
}

// stringMisfit refuses a string for what is no text in C.
func (p *planner) stringMisfit(c *raw.GoType) (msg, hint string) {
	if !raw.IsPointer(c) || c.Kind == raw.GoPointer && c.Elem.Size != 1 {
		return p.cHas(c) + ", no text", "remove string"
	}
	return "", ""
}

// objectMisfit refuses an object of another class.
func (p *planner) objectMisfit(arg *Arg, r *mapping.ParamRule) (msg, hint string) {
	u := arg.Param.CType.Underlying()
	if u.Kind == model.Pointer && p.classes[r.Class].Record != nil {
		switch e := u.Elem.Underlying(); e.Kind {
		case model.Void:
			return "", ""
		case model.Struct:
			if beginsWith(p.classes[r.Class].Record.Record, e.Record) {
				return "", ""
			}
		}
	}
	return fmt.Sprintf("%s, no %s", p.cHas(arg.Param.Type), r.Class), "remove class"
}

// constMisfit refuses a constant that C's type does not hold.
func (p *planner) constMisfit(c *raw.GoType, k Const) (msg, hint string) {
	n, ok := p.constValue(k)
	switch {
	case raw.IsPointer(c): // RT_NULL is a pointer in some headers
		return "", ""
	case !ok:
		return k.Text + " is no integer", ""
	case c.Basic() == "float32" || c.Basic() == "float64":
		return "", ""
	case !isInteger(c):
		return p.cHas(c) + ", no number", "remove const"
	}
	if low, high, ok := bounds(gotype.Basic(c.Basic())); ok && (n < low || uint64(max(n, 0)) > high) {
		return fmt.Sprintf("%s, which does not hold %d", p.cHas(c), n), ""
	}
	return "", ""
}

// constValue is the value of a constant, if it is an integer.
func (p *planner) constValue(k Const) (int64, bool) {
	if n, err := strconv.ParseInt(k.Text, 0, 64); err == nil {
		return n, true
	}
	return p.api.Constant(k.C)
}

// outMisfit refuses a result that C cannot write.
func (p *planner) outMisfit(c *raw.GoType, t *gotype.Type) (msg, hint string) {
	if !raw.IsPointer(c) {
		return p.cHas(c) + ", nothing to write to", "remove direction"
	}
	if c.Kind != raw.GoPointer {
		if t == gotype.Duration || t == gotype.Time || t.Is("bool") {
			return "", ""
		}
		return p.memoryMisfit(c, addressed(t))
	}
	written := p.typeOf(c.Elem)
	switch {
	case t.Equal(written):
		return "", ""
	case (t == gotype.Duration || t == gotype.Time) && isInteger(c.Elem), t.Is("bool") && (isInteger(c.Elem) || c.Elem.Basic() == "bool"):
		return "", ""
	case p.isNumber(t) && (isInteger(c.Elem) || isFloat(c.Elem)):
		return "", ""
	}
	return fmt.Sprintf("C writes %s there, which cannot become %s", c.Elem.In("raw"), p.text(t)), "remove type"
}

// addressed is the type of the variable whose address C gets: int has another size on the host.
func addressed(t *gotype.Type) *gotype.Type {
	switch {
	case t.Is("int"):
		return gotype.Int32
	case t.Is("uint"):
		return gotype.Uint32
	}
	return t
}

// memoryMisfit refuses to let C read or write a Go value in memory, unless it looks the same in both languages.
func (p *planner) memoryMisfit(c *raw.GoType, t *gotype.Type) (msg, hint string) {
	if !raw.IsPointer(c) && c.Basic() != "uintptr" {
		return p.cHas(c) + ", no pointer", ""
	}
	size, ok := p.layout(t)
	switch {
	case !ok:
		return p.text(t) + " is not in memory as C would have it", "use a type of fixed size, such as int32 or one of raw"
	case c.Kind == raw.GoPointer && c.Elem.Size != size && c.Elem.Size != 0:
		return fmt.Sprintf("C has %s there, which takes %d bytes, and %s takes %d", c.Elem.In("raw"), c.Elem.Size, p.text(t), size),
			"use a type of the same size"
	}
	return "", ""
}

// lenMisfit refuses the length of what is no slice.
func (p *planner) lenMisfit(f *Func, c *raw.GoType, r *mapping.ParamRule) (msg, hint string) {
	of := p.paramNamed(f, r.LenOf)
	if of.Type == nil {
		return "there is no parameter " + r.LenOf, "name the parameter that is the buffer"
	}
	kind, _ := p.argKind(f, of, paramRule(f.Rule, of.C))
	if kind != ArgSlice && kind != ArgText && kind != ArgName {
		return of.C + " is no slice in Go", "name the parameter that is the buffer"
	}
	if !isInteger(c) {
		return p.cHas(c) + ", no number", "remove len_of"
	}
	return "", ""
}

// wordMisfit refuses to pass something in place of a pointer.
func (p *planner) wordMisfit(c *raw.GoType, t *gotype.Type) (msg, hint string) {
	switch {
	case c.Kind == raw.GoPointer:
		return fmt.Sprintf("%s, and %s is no pointer", p.cHas(c), p.text(t)), "say what C does with it: direction: in, out or inout"
	case !p.isInteger(t):
		return fmt.Sprintf("%s cannot be passed in place of a pointer", p.text(t)), "use an integer type, or say direction: in, out or inout"
	}
	if size, _ := p.layout(addressed(t)); size > 4 {
		return fmt.Sprintf("%s takes %d bytes, and a pointer 4", p.text(t), size), "use a smaller type, or say direction: in, out or inout"
	}
	return "", ""
}

// pointerMisfit refuses a pointer to what C does not know.
func (p *planner) pointerMisfit(t *gotype.Type) (msg, hint string) {
	if t.Kind == gotype.Pointer && p.classes[t.Elem.Ident.Name] != nil && t.Elem.Equal(p.own(t.Elem.Ident.Name)) {
		return p.text(t) + " is no object of C's, it holds one", "use class: " + t.Elem.Ident.Name
	}
	if _, ok := p.layout(t); !ok {
		return p.text(t) + " is not in memory as C would have it", "use a pointer to a type of raw"
	}
	return "", ""
}

// valueMisfit refuses a value that Go does not convert.
func (p *planner) valueMisfit(c *raw.GoType, t *gotype.Type) (msg, hint string) {
	if isInteger(c) && p.isNumber(t) && !p.isInteger(t) {
		return fmt.Sprintf("%s, which has no room for the fraction of a %s", p.cHas(c), p.text(t)), "use an integer type"
	}
	if p.converts(c, t) {
		return "", ""
	}
	return fmt.Sprintf("%s, which cannot be made of %s", p.cHas(c), p.text(t)), "remove type, or use one that fits"
}

// converts reports whether Go converts between a value of C's and a Go type.
func (p *planner) converts(c *raw.GoType, t *gotype.Type) bool {
	number := isInteger(c) || isFloat(c)
	switch {
	case t.Equal(p.typeOf(c)):
		return true
	case number:
		return p.isNumber(t)
	case c.Basic() == "bool":
		return t.Is("bool")
	}
	return false
}

// text is a type as the safe package writes it.
func (p *planner) text(t *gotype.Type) string { return t.In(p.options.ImportPath) }

// under is the predeclared type beneath a type: uint32 for Ticks and for many an enum.
func (p *planner) under(t *gotype.Type) *gotype.Type {
	if t.Kind != gotype.Named {
		return t
	}
	switch name := t.Ident.Name; t.Ident.Path {
	case p.options.ImportPath:
		if e := p.enums[name]; e != nil {
			return e.Type
		}
		if c := p.classes[name]; c != nil && c.Number != nil {
			return c.Number
		}
		switch {
		case name == "Ticks":
			return gotype.Uint32
		case name == "Errno", p.codes[name] != nil:
			return gotype.Int32
		}
	case p.rawIdent("").Path:
		if g := p.named[name]; g != nil && g.Basic() != "" {
			return gotype.Basic(g.Basic())
		}
	case "time":
		if t == gotype.Time {
			return t
		}
		return gotype.Basic("int64")
	}
	return t
}

// layout returns the size of a type that is the same in memory for Go and C.
func (p *planner) layout(t *gotype.Type) (size int, ok bool) {
	switch t.Kind {
	case gotype.Pointer:
		_, ok := p.layout(t.Elem)
		return 4, ok
	case gotype.Array:
		size, ok := p.layout(t.Elem)
		return size * int(t.Len), ok
	case gotype.Named:
		if t.Equal(gotype.Unsafe) {
			return 4, true
		}
		if g := p.named[t.Ident.Name]; g != nil && t.Ident.Path == p.rawIdent("").Path {
			return g.Size, true
		}
		size, ok := sizes[p.under(t).Ident]
		return size, ok
	}
	return 0, false
}

// sizes are those of types that C has too. An int of Go's has another size on the host.
var sizes = map[gotype.Ident]int{
	{Name: "bool"}: 1, {Name: "byte"}: 1, {Name: "int8"}: 1, {Name: "uint8"}: 1, {Name: "int16"}: 2, {Name: "uint16"}: 2,
	{Name: "int32"}: 4, {Name: "uint32"}: 4, {Name: "rune"}: 4, {Name: "uintptr"}: 4, {Name: "float32"}: 4,
	{Name: "int64"}: 8, {Name: "uint64"}: 8, {Name: "float64"}: 8,
}

// isInteger reports whether C has an integer.
func isInteger(t *raw.GoType) bool {
	switch t.Basic() {
	case "", "bool", "float32", "float64", "unsafe.Pointer":
		return false
	}
	return true
}

func isFloat(t *raw.GoType) bool { return t.Basic() == "float32" || t.Basic() == "float64" }

// isInteger reports whether a Go type is one of integers.
func (p *planner) isInteger(t *gotype.Type) bool {
	_, _, ok := bounds(p.under(t))
	return ok
}

// isNumber reports whether Go converts a type to and from integers.
func (p *planner) isNumber(t *gotype.Type) bool {
	u := p.under(t)
	return p.isInteger(t) || u.Is("float32") || u.Is("float64")
}

// bounds returns the smallest and the largest value of a predeclared integer type, on the chip.
func bounds(t *gotype.Type) (low int64, high uint64, ok bool) {
	if t.Kind != gotype.Named || t.Ident.Path != "" {
		return 0, 0, false
	}
	switch t.Ident.Name {
	case "int8":
		return math.MinInt8, math.MaxInt8, true
	case "int16":
		return math.MinInt16, math.MaxInt16, true
	case "int", "int32", "rune":
		return math.MinInt32, math.MaxInt32, true
	case "int64":
		return math.MinInt64, math.MaxInt64, true
	case "byte", "uint8":
		return 0, math.MaxUint8, true
	case "uint16":
		return 0, math.MaxUint16, true
	case "uint", "uint32", "uintptr":
		return 0, math.MaxUint32, true
	case "uint64":
		return 0, math.MaxUint64, true
	}
	return 0, 0, false
}
