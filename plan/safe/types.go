package safe

import (
	"fmt"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/gotype"
	"github.com/rttgen/rttgen/plan/raw"
)

// parse reads a type that a rule spells, and reports one that cannot be.
func (p *planner) parse(pos model.Pos, text string) *gotype.Type {
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
func (p *planner) resolve(pkg, name string) (*gotype.Type, error) {
	switch pkg {
	case "":
		return p.ownNamed(name)
	case "raw":
		g := p.named[name]
		if g == nil {
			p.lacks = "raw." + name + " is not declared"
			return gotype.Unsafe, nil
		}
		if g.Kind == raw.GoNamed {
			return p.rawNamed(name), nil
		}
		return p.typeOf(g), nil // a typedef of a pointer, which Go has no name for
	case "time", "unsafe":
		return gotype.Of(gotype.Ident{Path: pkg, Name: name}), nil
	}
	return nil, fmt.Errorf("package %s is none of raw, time and unsafe", pkg)
}

// ownNamed finds a type of the safe package.
func (p *planner) ownNamed(name string) (*gotype.Type, error) {
	class, _ := p.classNamed(name)
	if class != nil || p.records[name] != nil || p.enums[name] != nil || p.codes[name] != nil || name == "Ticks" || name == "Errno" {
		return p.own(name), nil
	}
	for _, r := range p.mapping.Enums {
		if r.Name == name {
			p.lacks = "none of the values of " + name + " is defined"
			return gotype.Unsafe, nil
		}
	}
	for _, r := range p.mapping.Classes {
		if r.Name == name || r.Static == name {
			p.lacks = "class " + name + " is not configured"
			return gotype.Unsafe, nil
		}
	}
	return nil, fmt.Errorf("there is no type %s", name)
}

// namedTypes are the types that package raw declares, by Go name.
func namedTypes(declared *raw.Package) map[string]*raw.GoType {
	m := map[string]*raw.GoType{}
	for _, r := range declared.Records {
		m[r.Go] = &raw.GoType{Kind: raw.GoNamed, Name: r.Go, Size: r.Size, Align: r.Align}
	}
	for _, e := range declared.Enums {
		m[e.Go] = &raw.GoType{Kind: raw.GoNamed, Name: e.Go, Under: e.Type.Basic(), Size: e.Type.Size, Align: e.Type.Align}
	}
	for _, a := range declared.Aliases {
		t := *a.Type
		if t.Kind == raw.GoBasic && t.Name != raw.GoUnsafe.Name {
			t = raw.GoType{Kind: raw.GoNamed, Name: a.Go, Under: t.Name, Size: t.Size, Align: t.Align}
		}
		m[a.Go] = &t
	}
	return m
}

// own returns a type of the safe package.
func (p *planner) own(name string) *gotype.Type {
	t := gotype.Of(gotype.Ident{Path: p.options.ImportPath, Name: name})
	t.Struct = p.records[name] != nil
	return t
}

// rawIdent names something of package raw.
func (p *planner) rawIdent(name string) gotype.Ident {
	return gotype.Ident{Path: p.options.ImportPath + "/raw", Name: name}
}

// internal names something of an internal package.
func (p *planner) internal(pkg, name string) gotype.Ident {
	return gotype.Ident{Path: p.options.ImportPath + "/internal/" + pkg, Name: name}
}

// rawNamed returns a type that package raw declares.
func (p *planner) rawNamed(name string) *gotype.Type {
	t := gotype.Of(p.rawIdent(name))
	g := p.named[name]
	t.Struct = g != nil && g.Basic() == ""
	return t
}

// typeOf returns a type of package raw as the safe package writes it.
func (p *planner) typeOf(t *raw.GoType) *gotype.Type {
	switch t.Kind {
	case raw.GoPointer:
		return gotype.PointerTo(p.typeOf(t.Elem))
	case raw.GoArray:
		return gotype.ArrayOf(t.Len, p.typeOf(t.Elem))
	case raw.GoNamed:
		return p.rawNamed(t.Name)
	}
	if t.Name == raw.GoUnsafe.Name {
		return gotype.Unsafe
	}
	return gotype.Basic(t.Name)
}
