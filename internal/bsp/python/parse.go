package python

import (
	"fmt"
	"slices"
)

// parser reads statements by recursive descent. What it cannot read costs the line and the block under it, no more.
type parser struct {
	tokens []token
	at     int
}

// syntaxError leaves a statement; statement recovers it.
type syntaxError struct {
	line int
	why  string
}

func parse(src string) []stmt {
	p := &parser{tokens: scan(src)}
	var all []stmt
	for p.peek().kind != end {
		if k := p.peek().kind; k == indent || k == dedent || k == newline { // left over by a line that could not be read
			p.at++
			continue
		}
		all = append(all, p.statement()...)
	}
	return all
}

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) next() token {
	t := p.tokens[p.at]
	if t.kind != end {
		p.at++
	}
	return t
}

func (p *parser) is(words ...string) bool {
	t := p.peek()
	return (t.kind == op || t.kind == name) && slices.Contains(words, t.text)
}

func (p *parser) accept(word string) bool {
	if p.is(word) {
		p.at++
		return true
	}
	return false
}

func (p *parser) expect(word string) {
	if !p.accept(word) {
		p.fail("%q expected", word)
	}
}

func (p *parser) fail(format string, args ...any) {
	panic(syntaxError{p.peek().line, fmt.Sprintf(format, args...)})
}

// statement reads a statement, or several that stand in one line.
func (p *parser) statement() (all []stmt) {
	start := p.at
	defer func() {
		if v := recover(); v != nil {
			e, ok := v.(syntaxError)
			if !ok {
				panic(v)
			}
			p.at = max(p.at, start)
			p.skipStatement()
			all = []stmt{unread{e.line, e.why}}
		}
	}()
	if read := compound(p.peek().text); read != nil && p.peek().kind == name {
		p.at++
		return []stmt{read(p)}
	}
	for {
		if s := p.simple(); s != nil {
			all = append(all, s)
		}
		if !p.accept(";") {
			break
		}
		if p.peek().kind == newline {
			break
		}
	}
	if k := p.peek().kind; k != newline && k != end {
		p.fail("%q not understood", p.peek().text)
	}
	p.next()
	return all
}

// skipStatement goes behind the line and the block that follows it.
func (p *parser) skipStatement() {
	for p.peek().kind != newline && p.peek().kind != end {
		p.at++
	}
	p.next()
	if p.peek().kind != indent {
		return
	}
	for depth := 0; ; {
		switch p.next().kind {
		case indent:
			depth++
		case dedent:
			if depth--; depth == 0 {
				return
			}
		case end:
			return
		}
	}
}

// compound returns the reader of a statement with a block, nil for other statements.
func compound(word string) func(*parser) stmt {
	switch word {
	case "if":
		return (*parser).ifStatement
	case "for":
		return (*parser).forStatement
	case "while":
		return (*parser).whileStatement
	case "try":
		return (*parser).tryStatement
	case "def":
		return (*parser).defStatement
	case "with":
		return (*parser).withStatement
	case "class":
		return (*parser).classStatement
	}
	return nil
}

// block reads what follows a colon.
func (p *parser) block() []stmt {
	p.expect(":")
	if p.peek().kind != newline {
		return p.statement()
	}
	p.next()
	if p.peek().kind != indent {
		p.fail("a block expected")
	}
	p.next()
	var all []stmt
	for p.peek().kind != dedent && p.peek().kind != end {
		if p.peek().kind == indent { // deeper than the line above without a reason
			p.next()
			continue
		}
		all = append(all, p.statement()...)
	}
	if p.peek().kind == dedent {
		p.next()
	}
	return all
}

func (p *parser) ifStatement() stmt {
	s := ifStmt{line: p.peek().line, cond: p.expression()}
	s.then = p.block()
	switch {
	case p.accept("elif"):
		s.other = []stmt{p.ifStatement()}
	case p.accept("else"):
		s.other = p.block()
	}
	return s
}

func (p *parser) forStatement() stmt {
	s := forStmt{line: p.peek().line, target: p.targets()}
	p.expect("in")
	s.list = p.list()
	s.body = p.block()
	if p.accept("else") {
		s.body = append(s.body, p.block()...)
	}
	return s
}

// targets reads what a for assigns to: names, which "in" ends.
func (p *parser) targets() expr {
	var items []expr
	for {
		items = append(items, p.postfix())
		if !p.accept(",") {
			break
		}
	}
	if len(items) == 1 {
		return items[0]
	}
	return sequence{items: items, tuple: true}
}

func (p *parser) whileStatement() stmt {
	s := whileStmt{line: p.peek().line, cond: p.expression()}
	s.body = p.block()
	return s
}

func (p *parser) tryStatement() stmt {
	s := tryStmt{body: p.block()}
	for p.accept("except") {
		for !p.is(":") && p.peek().kind != newline && p.peek().kind != end {
			p.at++
		}
		handler := p.block()
		if s.handler == nil {
			s.handler = handler
		}
	}
	if p.accept("else") {
		s.body = append(s.body, p.block()...)
	}
	if p.accept("finally") {
		s.finally = p.block()
	}
	return s
}

func (p *parser) defStatement() stmt {
	s := defStmt{name: p.identifier(), defaults: map[string]expr{}}
	p.expect("(")
	s.params = p.parameters(")", s.defaults)
	p.expect(")")
	if p.accept("->") {
		p.expression()
	}
	s.body = p.block()
	return s
}

// parameters reads those of a def or a lambda. Of *args and **kwargs the name is kept, with the stars.
func (p *parser) parameters(end string, defaults map[string]expr) []string {
	var list []string
	for !p.is(end) {
		stars := ""
		if p.is("*", "**") {
			stars = p.next().text
		}
		n := stars + p.identifier()
		list = append(list, n)
		if end == ")" && p.accept(":") {
			p.expression() // a type
		}
		if p.accept("=") {
			defaults[n] = p.expression()
		}
		if !p.accept(",") {
			break
		}
	}
	return list
}

func (p *parser) withStatement() stmt {
	s := withStmt{}
	p.expression()
	if p.accept("as") {
		s.as = p.postfix()
	}
	s.body = p.block()
	return s
}

// classStatement skips a class: build scripts use none for flags.
func (p *parser) classStatement() stmt {
	line := p.peek().line
	n := p.identifier()
	p.skipStatement()
	return unread{line, "class " + n}
}

func (p *parser) identifier() string {
	if p.peek().kind != name {
		p.fail("a name expected")
	}
	return p.next().text
}

func (p *parser) dotted() string {
	n := ""
	for p.accept(".") {
		n += "."
	}
	if p.is("import") {
		return n
	}
	n += p.identifier()
	for p.accept(".") {
		n += "." + p.identifier()
	}
	return n
}

// simple reads a statement without a block. It returns nil for one that has no effect on values.
func (p *parser) simple() stmt {
	t := p.peek()
	if t.kind == name {
		switch t.text {
		case "import":
			return p.importStatement()
		case "from":
			return p.fromStatement()
		case "pass", "print", "assert", "exec", "global", "nonlocal", "async":
			if t.text == "print" && p.tokens[p.at+1].text == "=" {
				break
			}
			p.skipLine()
			return nil
		case "return":
			p.at++
			if k := p.peek().kind; k == newline || k == end || p.is(";") {
				return returnStmt{}
			}
			return returnStmt{p.list()}
		case "raise":
			p.skipLine()
			return raiseStmt{}
		case "break", "continue":
			return jump{p.next().text}
		case "del":
			p.at++
			return delStmt{[]expr{p.list()}}
		}
	}
	return p.assignment()
}

// skipLine skips to the end of the statement.
func (p *parser) skipLine() {
	for k := p.peek().kind; k != newline && k != end; k = p.peek().kind {
		p.at++
	}
}

func (p *parser) importStatement() stmt {
	p.at++
	var all []importStmt
	for {
		s := importStmt{module: p.dotted()}
		if p.accept("as") {
			s.as = p.identifier()
		}
		all = append(all, s)
		if !p.accept(",") {
			break
		}
	}
	return all
}

func (p *parser) fromStatement() stmt {
	p.at++
	s := importStmt{module: p.dotted()}
	p.expect("import")
	if p.accept("*") {
		s.names = [][2]string{{"*", ""}}
		return []importStmt{s}
	}
	bracket := p.accept("(")
	for p.peek().kind == name {
		n := [2]string{p.identifier()}
		n[1] = n[0]
		if p.accept("as") {
			n[1] = p.identifier()
		}
		s.names = append(s.names, n)
		if !p.accept(",") {
			break
		}
	}
	if bracket {
		p.expect(")")
	}
	return []importStmt{s}
}

var augmented = []string{"+=", "-=", "*=", "/=", "//=", "%=", "&=", "|=", "^=", ">>=", "<<=", "**="}

func (p *parser) assignment() stmt {
	line := p.peek().line
	e := p.list()
	if p.is(augmented...) {
		o := p.next().text
		return assign{[]expr{e}, o[:len(o)-1], p.list(), line}
	}
	if p.accept(":") { // an annotation
		p.expression()
	}
	if !p.is("=") {
		return expression{e, line}
	}
	s := assign{targets: []expr{e}, line: line}
	for p.accept("=") {
		v := p.list()
		if p.is("=") {
			s.targets = append(s.targets, v)
		} else {
			s.value = v
		}
	}
	return s
}
