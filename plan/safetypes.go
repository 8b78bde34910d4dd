package plan

import (
	"fmt"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
)

// parse reads a type that a rule spells, and reports one that cannot be.
func (p *safePlanner) parse(pos model.Pos, text string) *gotype.Type {
	key := spelled{pos, text}
	if t := p.types[key]; t != nil {
		return t
	}
	t, err := gotype.Parse(text, p.resolve)
	if err != nil {
		p.errorAt(pos, "", "%q cannot be a Go type here: %v", text, err)
		t = gotype.Unsafe
	}
	p.types[key] = t
	return t
}

// spelled is a type where a rule spells it.
type spelled struct {
	pos  model.Pos
	text string
}

// resolve finds the type that a rule names.
func (p *safePlanner) resolve(pkg, name string) (*gotype.Type, error) {
	switch pkg {
	case "":
		return p.own(name), nil
	case "raw":
		return p.rawNamed(name), nil
	case "time", "unsafe":
		return gotype.Of(gotype.Ident{Path: pkg, Name: name}), nil
	}
	return nil, fmt.Errorf("package %s is none of raw, time and unsafe", pkg)
}

// own returns a type of the safe package.
func (p *safePlanner) own(name string) *gotype.Type {
	return gotype.Of(gotype.Ident{Path: p.options.ImportPath, Name: name})
}

// rawIdent names something of package raw.
func (p *safePlanner) rawIdent(name string) gotype.Ident {
	return gotype.Ident{Path: p.options.ImportPath + "/raw", Name: name}
}

// internal names something of an internal package.
func (p *safePlanner) internal(pkg, name string) gotype.Ident {
	return gotype.Ident{Path: p.options.ImportPath + "/internal/" + pkg, Name: name}
}

// rawNamed returns a type that package raw declares.
func (p *safePlanner) rawNamed(name string) *gotype.Type {
	t := gotype.Of(p.rawIdent(name))
	t.Struct = p.structs[name]
	return t
}

// typeOf returns a type of package raw as the safe package writes it.
func (p *safePlanner) typeOf(t *GoType) *gotype.Type {
	switch t.Kind {
	case GoPointer:
		return gotype.PointerTo(p.typeOf(t.Elem))
	case GoArray:
		return gotype.ArrayOf(t.Len, p.typeOf(t.Elem))
	case GoNamed:
		return p.rawNamed(t.Name)
	}
	if t.Name == goUnsafe.Name {
		return gotype.Unsafe
	}
	return gotype.Basic(t.Name)
}
