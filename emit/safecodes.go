package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
)

// codes prints the error types of libraries that have codes of their own.
func (e *safeEmitter) codes(f *jen.File) {
	for _, c := range e.p.Safe.Codes {
		doc := "It is a code as C has it: anything but 0."
		if c.C != "" {
			doc += " C: " + c.C + "."
		}
		comment(f.Group, named(c.Go, c.Doc), doc)
		f.Type().Id(c.Go).Int32()
		e.sentinels(f, "The errors of "+c.Go+".", c.Go, c.Errors)
		e.errorMethod(f, c.Go, c.Go+" ", c.Errors)
		f.Comment(codesFunc(c) + " turns a result into an error.")
		f.Func().Id(codesFunc(c)).Params(jen.Id("code").Int32()).Error().Block(
			jen.If(jen.Id("code").Op("==").Lit(0)).Block(jen.Return(jen.Nil())),
			jen.Return(jen.Id(c.Go).Call(jen.Id("code"))),
		)
	}
}

// codesFunc names the function that makes an error of a code.
func codesFunc(c *plan.SafeCodes) string { return strings.ToLower(c.Go[:1]) + c.Go[1:] + "Of" }

// sentinels prints the errors of a type.
func (e *safeEmitter) sentinels(f *jen.File, doc, typ string, list []plan.SafeError) {
	if len(list) == 0 {
		return
	}
	f.Comment(doc)
	f.Const().DefsFunc(func(g *jen.Group) {
		for _, s := range list {
			comment(g, s.Doc)
			value := jen.Lit(int(s.Value))
			if s.C != "" {
				value = e.raw(e.constName(s.C))
			}
			g.Id(s.Go).Id(typ).Op("=").Add(value)
		}
	})
}

// errorMethod prints Error. A code without a name is printed as a number after a word.
func (e *safeEmitter) errorMethod(f *jen.File, typ, word string, list []plan.SafeError) {
	f.Comment("Error returns what went wrong; a code that is not known by name is printed as a number.")
	f.Func().Params(jen.Id("e").Id(typ)).Id("Error").Params().String().BlockFunc(func(body *jen.Group) {
		if len(list) > 0 {
			body.Switch(jen.Id("e")).BlockFunc(func(g *jen.Group) {
				seen := map[int64]bool{}
				for _, s := range list {
					if seen[s.Value] {
						continue // some versions give one number to two codes
					}
					seen[s.Value] = true
					g.Case(jen.Id(s.Go)).Block(jen.Return(jen.Lit("rtt: " + s.Text)))
				}
			})
		}
		body.Return(jen.Lit("rtt: "+word).Op("+").Qual("strconv", "Itoa").Call(jen.Int().Call(jen.Id("e"))))
	})
}

// failure is the error for a code, in a variable, that is one.
func (e *safeEmitter) failure(fn *plan.SafeFunc, code string) *jen.Statement {
	if c := fn.Result.Codes; c != nil {
		return jen.Id(c.Go).Call(jen.Id(code))
	}
	return jen.Id("failure").Call(jen.Id(code))
}

// errorOf is the error for a code, or nil.
func (e *safeEmitter) errorOf(fn *plan.SafeFunc, code *jen.Statement) *jen.Statement {
	if c := fn.Result.Codes; c != nil {
		return jen.Id(codesFunc(c)).Call(code)
	}
	return jen.Id("errnoOf").Call(code)
}
