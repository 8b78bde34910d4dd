package raw

import (
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/symbol"
)

// planEnums declares a Go type for each enum that has a name. Its constants are untyped, as the others: see planConsts.
func (p *planner) planEnums() {
	for _, e := range p.api.Enums {
		goName := p.names.enum[e]
		switch {
		case !p.used.enums[e]:
			p.decide(&e.Decl, "enum", symbol.Skipped, "", cLibrary)
		case goName == "":
			p.decide(&e.Decl, "enum", symbol.InRaw, "", "has no name: its constants are declared")
		default:
			p.decide(&e.Decl, "enum", symbol.InRaw, goName, "")
			p.raw.Enums = append(p.raw.Enums, p.planEnum(e, goName))
		}
	}
}

func (p *planner) planEnum(e *model.Enum, goName string) *Enum {
	out := &Enum{C: e.Name, Go: goName, Pos: e.Pos, Doc: e.Doc, Brief: introduction(e.Doc), Enum: e, Type: enumBase(e)}
	if e.Anonymous() {
		out.C = e.TypedefNames[0]
	}
	for i := range e.Constants {
		if c := &e.Constants[i]; !p.renamed(c) {
			out.Consts = append(out.Consts, p.names.constant[c.Name])
		}
	}
	p.enums[e] = out
	return out
}

// enumBase is the integer type of an enum; one that is only named gets that of C's int.
func enumBase(e *model.Enum) *GoType {
	size := e.Size
	if !e.Complete {
		size = 4
	}
	return integerType("", size, e.Signed)
}
