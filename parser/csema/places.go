package csema

import (
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/csyntax"
)

// object evaluates an expression as an object: where it lies, if that is a constant, and its type.
func (a *Analyzer) object(e *csyntax.Expr) value {
	switch e.Kind {
	case csyntax.Base:
		return value{kind: isPlace, t: a.typeName(e.Type)}
	case csyntax.Member:
		return a.member(a.object(e.X), e.Name)
	case csyntax.Arrow:
		return a.member(deref(decay(a.object(e.X))), e.Name)
	case csyntax.Index:
		x, y := decay(a.object(e.X)), decay(a.eval(e.Y))
		if isPointer(y.t) {
			x, y = y, x
		}
		return deref(add(x, y, 1))
	case csyntax.Unary:
		if e.Op == "*" {
			return deref(decay(a.object(e.X)))
		}
	case csyntax.Binary:
		if e.Op == "," {
			return a.object(e.Y)
		}
	}
	return a.eval(e)
}

// deref is what a pointer points to.
func deref(p value) value {
	if !isPointer(p.t) {
		return value{}
	}
	v := value{t: p.t.Underlying().Elem, lvalue: true}
	if p.kind == isInt {
		v.kind, v.i = isPlace, p.i
	}
	return v
}

// member is a member of an object, through members without a name.
func (a *Analyzer) member(of value, name string) value {
	off, f := findMember(of.t, name)
	if f == nil {
		return value{}
	}
	v := value{t: qualifiedLike(f.Type, of.t), lvalue: true}
	if of.kind == isPlace && !f.IsBits {
		v.kind, v.i = isPlace, wrap(of.i+off, basicType("unsigned int"))
	}
	return v
}

// qualifiedLike gives a member the qualifiers of its record.
func qualifiedLike(t, record *model.Type) *model.Type {
	if !record.Const && !record.Volatile {
		return t
	}
	u := *t
	u.Const, u.Volatile = t.Const || record.Const, t.Volatile || record.Volatile
	return &u
}

// memberOf finds the member that an expression names.
func (a *Analyzer) memberOf(e *csyntax.Expr) *model.Field {
	of := a.object(e.X)
	if e.Kind == csyntax.Arrow {
		of = deref(decay(of))
	}
	_, f := findMember(of.t, e.Name)
	return f
}

func findMember(t *model.Type, name string) (int64, *model.Field) {
	if t == nil || t.Underlying().Kind != model.Struct {
		return 0, nil
	}
	for _, f := range t.Underlying().Record.Fields {
		if f.Name == name {
			return int64(f.Offset), f
		}
		if f.Name == "" && !f.IsBits {
			if off, inner := findMember(f.Type, name); inner != nil {
				return int64(f.Offset) + off, inner
			}
		}
	}
	return 0, nil
}

// add moves a pointer by a number of elements.
func add(p, n value, sign int64) value {
	out := typed(p.t)
	if p.kind != isInt || n.kind != isInt {
		return out
	}
	size, ok := sizeOf(p.t.Underlying().Elem)
	if !ok {
		return out
	}
	out.kind, out.i = isInt, wrap(p.i+sign*n.i*size.i, basicType("unsigned int"))
	return out
}
