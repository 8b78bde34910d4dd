package parser

import (
	"strconv"
	"strings"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/parser/layout"
)

// attributes are the GNU attributes that decide about layout or calls.
type attributes struct {
	packed      bool
	aligned     int // the strictest of several, which counts on members; 0 for none
	alignedLast int // the last of several, which counts on records and typedefs
	noReturn    bool
	weak        bool
}

// with joins two sets, o behind a.
func (a attributes) with(o attributes) attributes {
	last := o.alignedLast
	if last == 0 {
		last = a.alignedLast
	}
	return attributes{
		packed:      a.packed || o.packed,
		aligned:     max(a.aligned, o.aligned),
		alignedLast: last,
		noReturn:    a.noReturn || o.noReturn,
		weak:        a.weak || o.weak,
	}
}

func (b *builder) attributes(l *cc.AttributeSpecifierList) attributes {
	var a attributes
	for ; l != nil; l = l.AttributeSpecifierList {
		if l.AttributeSpecifier == nil {
			continue
		}
		for v := l.AttributeSpecifier.AttributeValueList; v != nil; v = v.AttributeValueList {
			if v.AttributeValue != nil {
				a = a.with(b.attribute(v.AttributeValue))
			}
		}
	}
	return a
}

func (b *builder) attribute(v *cc.AttributeValue) attributes {
	switch strings.Trim(v.Token.SrcStr(), "_") {
	case "packed":
		return attributes{packed: true}
	case "aligned":
		n := b.alignedValue(v)
		return attributes{aligned: n, alignedLast: n}
	case "noreturn":
		return attributes{noReturn: true}
	case "weak":
		return attributes{weak: true}
	}
	return attributes{}
}

func (b *builder) alignedValue(v *cc.AttributeValue) int {
	if v.ArgumentExpressionList == nil {
		return layout.DefaultAligned
	}
	n, ok := b.constant(v.ArgumentExpressionList.AssignmentExpression)
	if !ok || n <= 0 {
		b.errorAt(v, "the argument of aligned is not a positive integer constant")
		return 0
	}
	return int(n)
}

// packStack follows #pragma pack, see packLine.
type packStack struct {
	current int
	saved   []int
}

// mark applies a declaration made of a #pragma pack.
func (p *packStack) mark(n *cc.StaticAssertDeclaration) {
	if n == nil {
		return
	}
	text, ok := strings.CutPrefix(strings.Trim(staticAssertText(n), `"`), packMark)
	if !ok {
		return
	}
	for _, word := range strings.Split(text, ",") {
		switch word = strings.TrimSpace(word); word {
		case "push":
			p.saved = append(p.saved, p.current)
		case "pop":
			if k := len(p.saved); k > 0 {
				p.current, p.saved = p.saved[k-1], p.saved[:k-1]
			}
		case "":
			p.current = 0
		default:
			if n, err := strconv.Atoi(word); err == nil && n >= 0 { // else the name of what is pushed or popped
				p.current = n
			}
		}
	}
}

func staticAssertText(n *cc.StaticAssertDeclaration) string {
	for _, t := range cc.NodeTokens(n) {
		if s := t.SrcStr(); strings.HasPrefix(s, `"`) {
			return s
		}
	}
	return ""
}
