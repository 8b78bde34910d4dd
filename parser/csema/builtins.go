package csema

import (
	"math"
	"math/bits"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/csyntax"
)

// call computes calls of gcc's builtin functions with constant arguments. Of others only the type is known.
func (a *Analyzer) call(e *csyntax.Expr) value {
	name := ""
	if e.X.Kind == csyntax.Ident {
		name = e.X.Name
	}
	switch name {
	case "__builtin_constant_p":
		if len(e.List) == 1 {
			v := a.eval(e.List[0])
			return boolValue(isConstant(v) || v.kind == isString)
		}
	case "__builtin_expect", "__builtin_expect_with_probability":
		if len(e.List) >= 2 {
			return convert(decay(a.eval(e.List[0])), basicType("long"))
		}
	case "__builtin_strlen":
		if len(e.List) == 1 {
			if v := a.eval(e.List[0]); v.kind == isString && !v.wide {
				return integerValue("unsigned int", int64(len(v.s)))
			}
		}
	}
	if b, ok := floatBuiltins[name]; ok {
		return value{kind: isFloat, t: basicType(b.typ), f: b.f}
	}
	if b, ok := intBuiltins[name]; ok && len(e.List) == 1 {
		v := convert(decay(a.eval(e.List[0])), basicType(b.arg))
		if v.kind != isInt {
			return typed(basicType(b.result))
		}
		if i, ok := b.f(uint64(v.i)); ok {
			return integerValue(b.result, i)
		}
		return typed(basicType(b.result))
	}
	f := a.eval(e.X).t
	if f == nil {
		return value{}
	}
	u := f.Underlying()
	if u.Kind == model.Pointer {
		u = u.Elem.Underlying()
	}
	if u.Kind != model.Func {
		return value{}
	}
	return typed(u.Elem)
}

var floatBuiltins = map[string]struct {
	typ string
	f   float64
}{
	"__builtin_inf": {"double", math.Inf(1)}, "__builtin_inff": {"float", math.Inf(1)}, "__builtin_infl": {"long double", math.Inf(1)},
	"__builtin_huge_val": {"double", math.Inf(1)}, "__builtin_huge_valf": {"float", math.Inf(1)},
	"__builtin_huge_vall": {"long double", math.Inf(1)}, "__builtin_nan": {"double", math.NaN()},
	"__builtin_nanf": {"float", math.NaN()}, "__builtin_nanl": {"long double", math.NaN()},
}

// intBuiltin is a builtin function of one integer.
type intBuiltin struct {
	arg, result string
	f           func(x uint64) (int64, bool)
}

var intBuiltins = map[string]intBuiltin{
	"__builtin_bswap16": {"unsigned short", "unsigned short", known(func(x uint64) int64 { return int64(bits.ReverseBytes16(uint16(x))) })},
	"__builtin_bswap32": {"unsigned long", "unsigned long", known(func(x uint64) int64 { return int64(bits.ReverseBytes32(uint32(x))) })},
	"__builtin_bswap64": {"unsigned long long", "unsigned long long", known(func(x uint64) int64 { return int64(bits.ReverseBytes64(x)) })},

	"__builtin_popcount":   {"unsigned int", "int", known(func(x uint64) int64 { return int64(bits.OnesCount64(x)) })},
	"__builtin_popcountl":  {"unsigned long", "int", known(func(x uint64) int64 { return int64(bits.OnesCount64(x)) })},
	"__builtin_popcountll": {"unsigned long long", "int", known(func(x uint64) int64 { return int64(bits.OnesCount64(x)) })},
	"__builtin_parity":     {"unsigned int", "int", known(func(x uint64) int64 { return int64(bits.OnesCount64(x) & 1) })},

	"__builtin_clz":   {"unsigned int", "int", func(x uint64) (int64, bool) { return int64(bits.LeadingZeros32(uint32(x))), x != 0 }},
	"__builtin_clzl":  {"unsigned long", "int", func(x uint64) (int64, bool) { return int64(bits.LeadingZeros32(uint32(x))), x != 0 }},
	"__builtin_clzll": {"unsigned long long", "int", func(x uint64) (int64, bool) { return int64(bits.LeadingZeros64(x)), x != 0 }},
	"__builtin_ctz":   {"unsigned int", "int", func(x uint64) (int64, bool) { return int64(bits.TrailingZeros64(x)), x != 0 }},
	"__builtin_ctzl":  {"unsigned long", "int", func(x uint64) (int64, bool) { return int64(bits.TrailingZeros64(x)), x != 0 }},
	"__builtin_ctzll": {"unsigned long long", "int", func(x uint64) (int64, bool) { return int64(bits.TrailingZeros64(x)), x != 0 }},

	"__builtin_ffs":   {"unsigned int", "int", known(firstSet)},
	"__builtin_ffsl":  {"unsigned long", "int", known(firstSet)},
	"__builtin_ffsll": {"unsigned long long", "int", known(firstSet)},

	"__builtin_abs": {"int", "int", known(func(x uint64) int64 { return max(int64(x), -int64(x)) })},
}

func known(f func(uint64) int64) func(uint64) (int64, bool) {
	return func(x uint64) (int64, bool) { return f(x), true }
}

func firstSet(x uint64) int64 {
	if x == 0 {
		return 0
	}
	return int64(bits.TrailingZeros64(x)) + 1
}
