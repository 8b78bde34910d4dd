package raw

import (
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/symbol"
)

// typedefNote tells why a typedef has no Go name of its own; empty if it has one.
func (p *planner) typedefNote(t *model.Typedef) string {
	u := t.Type.Underlying()
	switch u.Kind {
	case model.Struct:
		if p.names.record[u.Record] == names.Type(t.Name) || u.Record.Anonymous() && u.Record.TypedefNames[0] == t.Name {
			return "names " + u.Record.Name
		}
	case model.EnumT:
		if p.names.enum[u.Enum] == names.Type(t.Name) || u.Enum.Anonymous() && len(u.Enum.TypedefNames) > 0 && u.Enum.TypedefNames[0] == t.Name {
			return "names " + u.Enum.Name
		}
	case model.Pointer:
		if u.Elem.Underlying().Kind != model.Func {
			return "a pointer is written as one"
		}
	case model.Func:
		return "a function type is only used through pointers"
	case model.Void:
		return "void has no values"
	case model.VaList, model.Invalid:
		return strings.TrimSpace(u.String()) + " has no form in Go"
	}
	if hasGoName(t.Name) {
		return "Go has it"
	}
	return ""
}

// planAliases declares the typedefs that have a Go name, each in terms of those declared before it.
func (p *planner) planAliases() {
	for _, t := range p.api.Typedefs {
		p.aliasOf(t)
	}
	for _, t := range p.api.Typedefs {
		p.decideTypedef(t)
	}
}

// aliasOf makes the alias of a typedef, and first that of the typedefs it is made of.
func (p *planner) aliasOf(t *model.Typedef) *GoType {
	goName := p.names.typedef[t.Name]
	if goName == "" {
		return nil
	}
	if g := p.aliases[t.Name]; g != nil {
		return g
	}
	for e := t.Type; e != nil && e.Kind != model.Func; e = e.Elem {
		if inner := p.api.Typedef(e.Name); e.Kind == model.Named && inner != nil {
			p.aliasOf(inner)
		}
	}
	target := p.goType(t.Type)
	if addressTypes[t.Name] {
		target = goUintptr
	}
	if target == nil {
		return nil
	}
	g := *target
	g.Kind, g.Name, g.Under, g.Elem, g.Len = GoNamed, goName, target.Basic(), nil, 0
	p.aliases[t.Name] = &g
	a := &Alias{C: t.Name, Go: goName, Pos: t.Pos, Doc: t.Doc, Brief: introduction(t.Doc), Type: target}
	if t.Type.IsFuncPointer() {
		a.Comment = t.Type.Declare(t.Name)
	}
	p.raw.Aliases = append(p.raw.Aliases, a)
	return &g
}

func (p *planner) decideTypedef(t *model.Typedef) {
	switch g := p.aliases[t.Name]; {
	case system(&t.Decl):
		p.decide(&t.Decl, "typedef", symbol.Skipped, "", cLibrary)
	case g != nil:
		p.decide(&t.Decl, "typedef", symbol.InRaw, g.Name, "")
	default:
		p.decideUnnamed(t)
	}
}

// decideUnnamed says what Go code writes for a typedef without a name of its own.
func (p *planner) decideUnnamed(t *model.Typedef) {
	note := p.typedefNote(t)
	g := p.goType(t.Type)
	if g == nil || t.Type.IsVoid() {
		if note == "" {
			note = strings.TrimSpace(t.Type.String()) + " has no form in Go"
		}
		p.decide(&t.Decl, "typedef", symbol.Skipped, "", note)
		return
	}
	p.decisions = append(p.decisions, symbol.Decision{
		Name: t.Name, Kind: "typedef", File: t.Pos.File, Line: t.Pos.Line, Status: symbol.InRaw, Go: qualified(g), Reason: note,
	})
}

// qualified returns a type as another package writes it.
func qualified(g *GoType) string { return g.In("raw") }

const cLibrary = "belongs to the C library"
