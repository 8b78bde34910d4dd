package csema

import (
	"math"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// valueKind tells what is known of a value.
type valueKind uint8

const (
	isUnknown valueKind = iota // at most the type
	isInt                      // i: an integer, or a pointer with a number for its value
	isFloat                    // f
	isString                   // s: a string literal; wide if its characters are not bytes
	isPlace                    // an object at the address i
)

// value is the value of an expression.
type value struct {
	kind   valueKind
	t      *model.Type // nil if not even that is known
	i      int64       // the bits of an unsigned 64 bit one
	f      float64
	s      string
	wide   bool
	lvalue bool // an object, not its value
	comma  bool // of a comma operator, which C does not take in an integer constant expression
}

func integerValue(typ string, i int64) value {
	t := basicType(typ)
	return value{kind: isInt, t: t, i: wrap(i, t)}
}

func boolValue(b bool) value {
	if b {
		return integerValue("int", 1)
	}
	return integerValue("int", 0)
}

// typed is a value of which only the type is known.
func typed(t *model.Type) value { return value{t: t} }

// arithmetic returns the integer or floating type behind a type: that of an enum is the integer that holds it.
func arithmetic(t *model.Type) *model.Type {
	if t == nil {
		return nil
	}
	u := t.Underlying()
	if u.Kind == model.EnumT {
		if u.Enum.Size == 0 {
			return nil
		}
		return basicType(u.Enum.Integer())
	}
	return u
}

func isArithmetic(t *model.Type) bool {
	u := arithmetic(t)
	return u != nil && (u.Kind == model.Int || u.Kind == model.Bool || u.Kind == model.Float)
}

func isInteger(t *model.Type) bool {
	u := arithmetic(t)
	return u != nil && (u.Kind == model.Int || u.Kind == model.Bool)
}

func isPointer(t *model.Type) bool { return t != nil && t.Underlying().Kind == model.Pointer }

// signed reports whether an integer type has a sign; a pointer has none.
func signed(t *model.Type) bool {
	u := arithmetic(t)
	return u != nil && u.Kind == model.Int && u.Signed
}

// wrap cuts a number to the width of a type.
func wrap(i int64, t *model.Type) int64 {
	u := arithmetic(t)
	if u == nil || u.Size <= 0 || u.Size >= 8 {
		return i
	}
	shift := uint(64 - 8*u.Size)
	if signed(u) {
		return i << shift >> shift
	}
	return int64(uint64(i) << shift >> shift)
}

// promoteType applies the integer promotions.
func promoteType(t *model.Type) *model.Type {
	u := arithmetic(t)
	if u == nil || u.Kind != model.Int && u.Kind != model.Bool {
		return u
	}
	if u.Size < 4 || u.Kind == model.Bool {
		return basicType("int")
	}
	return u
}

func promoted(v value) value {
	if isInteger(v.t) {
		v.t = promoteType(v.t)
	}
	return v
}

// commonType applies the usual arithmetic conversions.
func commonType(x, y *model.Type) *model.Type {
	x, y = promoteType(x), promoteType(y)
	switch {
	case x == nil || y == nil:
		return nil
	case x.Kind == model.Float || y.Kind == model.Float:
		return widerFloat(x, y)
	}
	hi, lo := x, y
	if rank(y) > rank(x) {
		hi, lo = y, x
	}
	switch {
	case signed(hi) == signed(lo) || !signed(hi):
		return hi
	case rank(hi) == rank(lo) || hi.Size == lo.Size: // a signed one that cannot hold all values of the other
		return basicType("unsigned " + hi.Name)
	}
	return hi
}

func rank(t *model.Type) int {
	return map[string]int{"int": 1, "unsigned int": 1, "long": 2, "unsigned long": 2, "long long": 3, "unsigned long long": 3}[t.Name]
}

func widerFloat(x, y *model.Type) *model.Type {
	best := ""
	for _, name := range []string{"float", "_Float32", "_Float32x", "double", "_Float64", "long double"} {
		if x.Kind == model.Float && x.Name == name || y.Kind == model.Float && y.Name == name {
			best = name
		}
	}
	return basicType(best)
}

// convert gives a value a type, as a cast does.
func convert(v value, t *model.Type) value {
	out := value{t: t}
	u := arithmetic(t)
	if u == nil {
		return out
	}
	switch {
	case v.kind == isInt && (u.Kind == model.Int || u.Kind == model.Pointer):
		out.kind, out.i = isInt, wrap(v.i, u)
	case v.kind == isInt && u.Kind == model.Bool:
		out.kind, out.i = isInt, truth(v.i != 0)
	case v.kind == isInt && u.Kind == model.Float:
		out.kind, out.f = isFloat, round(float(v), u)
	case v.kind == isFloat && u.Kind == model.Float:
		out.kind, out.f = isFloat, round(v.f, u)
	case v.kind == isFloat && u.Kind == model.Bool:
		out.kind, out.i = isInt, truth(v.f != 0)
	case v.kind == isFloat && u.Kind == model.Int:
		out.kind, out.i = isInt, saturate(v.f, u)
	}
	return out
}

func float(v value) float64 {
	switch {
	case v.kind == isFloat:
		return v.f
	case signed(v.t):
		return float64(v.i)
	}
	return float64(uint64(v.i))
}

// round cuts a number to the precision of a floating type. long double is double on arm.
func round(f float64, t *model.Type) float64 {
	if t.Size == 4 {
		return float64(float32(f))
	}
	return f
}

// saturate converts to an integer type, what does not fit to the nearest that does, as gcc folds it.
func saturate(f float64, t *model.Type) int64 {
	if f != f {
		return 0
	}
	f = math.Trunc(f)
	bits := 8 * t.Size
	if signed(t) {
		limit := math.Ldexp(1, bits-1)
		switch {
		case f >= limit:
			return int64(1)<<(bits-1) - 1
		case f < -limit:
			return -1 << (bits - 1)
		}
		return int64(f)
	}
	switch {
	case f <= 0:
		return 0
	case f >= math.Ldexp(1, bits):
		return int64(^uint64(0) >> (64 - bits))
	}
	return int64(uint64(f))
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// sizeOf measures a type in size_t.
func sizeOf(t *model.Type) (value, bool) {
	if t == nil {
		return value{}, false
	}
	switch t.Underlying().Kind { // gcc: 1, so that pointers to them can be calculated with
	case model.Void, model.Func:
		return integerValue("unsigned int", 1), true
	}
	size, _, ok := layout.SizeAlign(t)
	return integerValue("unsigned int", int64(size)), ok
}
