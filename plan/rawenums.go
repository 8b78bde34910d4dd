package plan

import "github.com/rttgen/rttgen/model"

// planEnums declares a Go type for each enum that has a name. Its constants are untyped, as the others: see planConsts.
func (p *rawPlanner) planEnums() {
	for _, e := range p.api.Enums {
		goName := p.names.enum[e]
		switch {
		case !p.used.enums[e]:
			p.decide(&e.Decl, "enum", Skipped, "", cLibrary)
		case goName == "":
			p.decide(&e.Decl, "enum", InRaw, "", "has no name: its constants are declared")
		default:
			p.decide(&e.Decl, "enum", InRaw, goName, "")
			p.raw.Enums = append(p.raw.Enums, p.planEnum(e, goName))
		}
	}
}

func (p *rawPlanner) planEnum(e *model.Enum, goName string) *RawEnum {
	out := &RawEnum{C: e.Name, Go: goName, Pos: e.Pos, Doc: e.Doc, Brief: introduction(e.Doc), Enum: e, Type: enumBase(e)}
	if e.Anonymous() {
		out.C = e.TypedefNames[0]
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
