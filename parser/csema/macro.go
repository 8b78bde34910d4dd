package csema

import (
	"math"
	"strconv"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/cpp"
	"github.com/rttgen/rttgen/parser/csyntax"
)

// Macro gives an object-like macro the value of what it expands to at the end of the headers. What depends on the moment or the place of
// compilation has none.
func (a *Analyzer) Macro(m *model.Macro, expansion []cpp.Token) {
	if len(expansion) == 0 {
		if m.Kind != model.MacroEmpty {
			m.Kind = model.MacroOther
		}
		return
	}
	for i := range expansion {
		if expansion[i].Moment {
			return
		}
	}
	e, ok := csyntax.ParseExpr(expansion, a.isType)
	if !ok {
		return
	}
	a.depth = 0
	_ = try(func() { setMacro(m, a.object(e)) }) // what fails is no constant
	if m.Kind == model.MacroInt {
		m.Base = base(e)
	}
}

func setMacro(m *model.Macro, v value) {
	switch {
	case v.kind == isInt && isPointer(v.t):
		m.Kind, m.Int, m.Type = model.MacroAddress, wrap(v.i, basicType("unsigned int")), v.t
	case v.kind == isInt:
		u := arithmetic(v.t)
		if u == nil {
			return
		}
		m.Kind, m.Int, m.Type = model.MacroInt, v.i, basicType(u.Name)
	case v.kind == isFloat:
		if math.IsInf(v.f, 0) || math.IsNaN(v.f) || v.f == 0 && math.Signbit(v.f) {
			return // no constant of Go has such a value
		}
		m.Kind, m.Float, m.Type = model.MacroFloat, strconv.FormatFloat(v.f, 'g', -1, 64), basicType(arithmetic(v.t).Name)
	case v.kind == isString && !v.wide && v.t.Underlying().Kind == model.Array:
		m.Kind, m.String = model.MacroString, v.s
	case v.kind == isPlace && v.t != nil && v.t.Underlying().Kind != model.Func:
		m.Kind, m.Int, m.Type = model.MacroObject, wrap(v.i, basicType("unsigned int")), v.t
	}
}
