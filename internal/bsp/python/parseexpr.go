package python

import (
	"strconv"
	"strings"
)

// list reads expressions with commas between them: a tuple, unless there is one alone.
func (p *parser) list() expr {
	first := p.expression()
	if !p.is(",") {
		return first
	}
	s := sequence{items: []expr{first}, tuple: true}
	for p.accept(",") {
		if k := p.peek().kind; k == newline || k == end || p.is("=", ")", "]", ":", ";") {
			break
		}
		s.items = append(s.items, p.expression())
	}
	return s
}

func (p *parser) expression() expr {
	if p.accept("lambda") {
		l := lambda{params: p.parameters(":", map[string]expr{})}
		p.expect(":")
		l.body = p.expression()
		return l
	}
	e := p.or()
	if p.accept("if") {
		c := choice{then: e, cond: p.or()}
		p.expect("else")
		c.other = p.expression()
		return c
	}
	return e
}

func (p *parser) or() expr {
	e := p.and()
	for p.accept("or") {
		e = binary{"or", e, p.and()}
	}
	return e
}

func (p *parser) and() expr {
	e := p.not()
	for p.accept("and") {
		e = binary{"and", e, p.not()}
	}
	return e
}

func (p *parser) not() expr {
	if p.accept("not") {
		return unary{"not", p.not()}
	}
	return p.comparison()
}

func (p *parser) comparison() expr {
	e := p.arithmetic(0)
	c := compare{x: e}
	for {
		o := ""
		switch {
		case p.is("==", "!=", "<>", "<", ">", "<=", ">=", "in"):
			o = p.next().text
		case p.is("is"):
			p.at++
			o = "=="
			if p.accept("not") {
				o = "!="
			}
		case p.is("not") && p.tokens[p.at+1].text == "in":
			p.at += 2
			o = "not in"
		}
		if o == "" {
			break
		}
		c.ops = append(c.ops, strings.ReplaceAll(o, "<>", "!="))
		c.with = append(c.with, p.arithmetic(0))
	}
	if len(c.ops) == 0 {
		return e
	}
	return c
}

// levels are the binary operators that bind equally, the weakest first.
var levels = [][]string{{"|"}, {"^"}, {"&"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "//", "%", "@"}}

func (p *parser) arithmetic(level int) expr {
	if level == len(levels) {
		return p.sign()
	}
	e := p.arithmetic(level + 1)
	for p.is(levels[level]...) && p.peek().kind == op {
		o := p.next().text
		e = binary{o, e, p.arithmetic(level + 1)}
	}
	return e
}

func (p *parser) sign() expr {
	if p.is("-", "+", "~") && p.peek().kind == op {
		o := p.next().text
		return unary{o, p.sign()}
	}
	e := p.postfix()
	if p.accept("**") {
		return binary{"**", e, p.sign()}
	}
	return e
}

// postfix reads an operand with the attributes, indices and arguments behind it.
func (p *parser) postfix() expr {
	e := p.operand()
	for {
		switch {
		case p.accept("."):
			e = attribute{e, p.identifier()}
		case p.accept("["):
			e = p.subscript(e)
			p.expect("]")
		case p.is("("):
			e = p.call(e)
		default:
			return e
		}
	}
}

func (p *parser) subscript(of expr) expr {
	var from, to expr
	if !p.is(":") {
		from = p.list()
	}
	if !p.accept(":") {
		return index{of, from}
	}
	if !p.is("]", ":") {
		to = p.expression()
	}
	if p.accept(":") && !p.is("]") {
		p.expression() // the step is not used for flags
	}
	return slice{of, from, to}
}

func (p *parser) call(fn expr) expr {
	c := call{fn: fn, line: p.next().line}
	for !p.is(")") {
		switch {
		case p.is("*", "**"):
			p.at++
			c.named = append(c.named, namedArg{"*", p.expression()})
		case p.peek().kind == name && p.tokens[p.at+1].kind == op && p.tokens[p.at+1].text == "=":
			n := p.next().text
			p.at++
			c.named = append(c.named, namedArg{n, p.expression()})
		default:
			e := p.expression()
			if p.is("for") {
				e = p.comprehension(e)
			}
			c.args = append(c.args, e)
		}
		if !p.accept(",") {
			break
		}
	}
	p.expect(")")
	return c
}

func (p *parser) comprehension(value expr) expr {
	c := comprehension{value: value}
	p.expect("for")
	c.target = p.targets()
	p.expect("in")
	c.list = p.or()
	for p.accept("if") {
		c.conds = append(c.conds, p.or())
	}
	return c
}

func (p *parser) operand() expr {
	t := p.peek()
	switch {
	case t.kind == text:
		return p.strings()
	case t.kind == number:
		p.at++
		return constant{parseNumber(t.text)}
	case t.kind == name:
		p.at++
		switch t.text {
		case "True":
			return constant{true}
		case "False":
			return constant{false}
		case "None":
			return constant{None{}}
		}
		return variable{t.text}
	case p.accept("("):
		if p.accept(")") {
			return sequence{tuple: true}
		}
		e := p.list()
		if p.is("for") {
			e = p.comprehension(e)
		}
		p.expect(")")
		return e
	case p.accept("["):
		s := sequence{}
		for !p.is("]") {
			e := p.expression()
			if p.is("for") {
				c := p.comprehension(e)
				p.expect("]")
				return c
			}
			s.items = append(s.items, e)
			if !p.accept(",") {
				break
			}
		}
		p.expect("]")
		return s
	case p.accept("{"):
		return p.dictionary()
	}
	p.fail("%q not understood", t.text)
	return nil
}

func (p *parser) dictionary() expr {
	d := dictionary{}
	set := sequence{}
	for !p.is("}") {
		key := p.expression()
		if p.accept(":") {
			d.keys = append(d.keys, key)
			d.values = append(d.values, p.expression())
		} else {
			set.items = append(set.items, key)
		}
		if !p.accept(",") {
			break
		}
	}
	p.expect("}")
	if len(set.items) > 0 {
		return set
	}
	return d
}

func parseNumber(s string) Value {
	s = strings.TrimRight(strings.ReplaceAll(s, "_", ""), "lL")
	if n, err := strconv.ParseInt(s, 0, 64); err == nil {
		return n
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil { // 010 is eight in Python 2 and an error in 3
		return n
	}
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		return f
	}
	return Unknown{}
}

// strings reads adjacent literals.
func (p *parser) strings() expr {
	var parts []expr
	for p.peek().kind == text {
		t := p.next()
		if !t.formatted {
			parts = append(parts, constant{Literal(t.text, t.line)})
			continue
		}
		parts = append(parts, formatted(t)...)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return joined{parts}
}

// formatted splits an f-string.
func formatted(t token) []expr {
	var parts []expr
	rest := t.text
	for rest != "" {
		i := strings.IndexAny(rest, "{}")
		if i < 0 {
			break
		}
		if i+1 < len(rest) && rest[i+1] == rest[i] { // {{ is a brace
			parts = append(parts, constant{Literal(rest[:i+1], t.line)})
			rest = rest[i+2:]
			continue
		}
		parts = append(parts, constant{Literal(rest[:i], t.line)})
		body, after, ok := strings.Cut(rest[i+1:], "}")
		if !ok {
			return append(parts, constant{Unknown{}})
		}
		body, _, _ = strings.Cut(body, "!")
		body, _, _ = strings.Cut(body, ":")
		parts = append(parts, parseExpression(body))
		rest = after
	}
	return append(parts, constant{Literal(rest, t.line)}, constant{Literal("", t.line)})
}

func parseExpression(src string) (e expr) {
	defer func() {
		if _, ok := recover().(syntaxError); ok {
			e = constant{Unknown{}}
		}
	}()
	p := &parser{tokens: scan(src)}
	return p.expression()
}
