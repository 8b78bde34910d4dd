package gcctest

import (
	"strings"

	"github.com/rttgen/rttgen/model"
)

// spell returns a type as C writes it with all typedef names replaced, so that it says what was understood and not what was read.
// Only a record or enum without a tag keeps the name of its typedef; without one it has no spelling.
func spell(t *model.Type) (string, bool) {
	plain := resolve(t)
	if plain == nil {
		return "", false
	}
	text := plain.String()
	return text, !strings.Contains(text, "<")
}

func resolve(t *model.Type) *model.Type {
	if t == nil {
		return nil
	}
	c := *t
	switch t.Kind {
	case model.Struct:
		if t.Record.Prototype {
			return nil // C cannot name it any more
		}
	case model.EnumT:
		if t.Enum.Prototype {
			return nil
		}
	case model.Named:
		if t.Elem == nil {
			return &c
		}
		in := resolve(t.Elem)
		if in == nil {
			return nil
		}
		if in.Kind == model.Struct && in.Record.Anonymous() || in.Kind == model.EnumT && in.Enum.Anonymous() {
			in = &model.Type{Kind: model.Named, Name: t.Name}
		}
		return qualify(in, t.Const, t.Volatile)
	case model.Pointer, model.Array, model.Func:
		if c.Elem = resolve(t.Elem); c.Elem == nil {
			return nil
		}
		if t.Kind == model.Array {
			return qualify(&c, t.Const, t.Volatile)
		}
		c.Params = nil
		for _, p := range t.Params {
			p.Name, p.Type = "", resolve(p.Type)
			if p.Type == nil {
				return nil
			}
			c.Params = append(c.Params, p)
		}
	}
	return &c
}

// qualify adds qualifiers where C has them: of an array those of its elements, of a function none.
func qualify(t *model.Type, isConst, isVolatile bool) *model.Type {
	c := *t
	switch t.Kind {
	case model.Array:
		c.Const, c.Volatile = false, false
		c.Elem = qualify(t.Elem, isConst, isVolatile)
	case model.Func:
	default:
		c.Const, c.Volatile = t.Const || isConst, t.Volatile || isVolatile
	}
	return &c
}
