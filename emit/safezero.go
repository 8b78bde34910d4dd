package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"
)

// zero is the zero value of a type, as Go writes it.
func (e *safeEmitter) zero(t string) *jen.Statement {
	switch {
	case t == "string":
		return jen.Lit("")
	case t == "bool":
		return jen.False()
	case t == "error", t == "any", t == "unsafe.Pointer", strings.HasPrefix(t, "*"), strings.HasPrefix(t, "[]"), strings.HasPrefix(t, "func"):
		return jen.Nil()
	}
	if name, ok := strings.CutPrefix(t, "raw."); ok {
		for _, r := range e.p.Raw.Records {
			if r.Go == name {
				return e.goType(t).Values()
			}
		}
	}
	return jen.Lit(0)
}
