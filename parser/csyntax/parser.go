package csyntax

import (
	"context"
	"fmt"

	"github.com/rttgen/rttgen/parser/cpp"
)

// maxNesting bounds recursion, of which a pair of parentheses takes three levels. No header needs that much, and what does is
// damaged or not C.
const maxNesting = 1200

// maxParts bounds how many stars, arrays and parameter lists a declarator has; C promises 12.
const maxParts = 400

// Parser reads the declarations of a unit one by one.
type Parser struct {
	toks    []cpp.Token
	at      int
	depth   int
	proto   int // how many parameter lists are around
	types   map[string]bool
	pragmas []pragmaAt
	state   pragmaState
	ctx     context.Context
}

// pragmaAt is what holds from a token on.
type pragmaAt struct {
	at  int
	now Pragmas
}

// New starts to read tokens.
func New(ctx context.Context, tokens []cpp.Token) *Parser {
	p := &Parser{ctx: ctx, types: map[string]bool{"__builtin_va_list": true}}
	p.state.renames = Renames{Weak: map[string]bool{}, Link: map[string]string{}}
	p.toks = make([]cpp.Token, 0, len(tokens)+1)
	for i := range tokens {
		if tokens[i].Kind != cpp.Pragma {
			p.toks = append(p.toks, tokens[i])
			continue
		}
		p.state.obey(&tokens[i])
		p.pragmas = append(p.pragmas, pragmaAt{len(p.toks), p.state.now})
	}
	end := cpp.Token{Kind: cpp.EOF}
	if n := len(p.toks); n > 0 {
		end.Pos = p.toks[n-1].Pos
	}
	p.toks = append(p.toks, end)
	return p
}

// Renames returns what pragmas say about symbols.
func (p *Parser) Renames() Renames { return p.state.renames }

// Ignored returns pragmas that gcc ignores with a warning.
func (p *Parser) Ignored() []Ignored { return p.state.ignored }

// pragmasNow returns what pragmas before the current token have set.
func (p *Parser) pragmasNow() Pragmas {
	for len(p.pragmas) > 1 && p.pragmas[1].at <= p.at {
		p.pragmas = p.pragmas[1:]
	}
	if len(p.pragmas) > 0 && p.pragmas[0].at <= p.at {
		return p.pragmas[0].now
	}
	return Pragmas{}
}

// IsType reports whether a name is that of a typedef.
func (p *Parser) IsType(name string) bool { return p.types[name] }

// syntaxError ends the reading of a declaration.
type syntaxError struct {
	pos    cpp.Pos
	reason string
	typ    string
}

func (p *Parser) fail(format string, args ...any) {
	panic(&syntaxError{pos: p.cur().Pos, reason: fmt.Sprintf(format, args...)})
}

// unexpected fails at the current token.
func (p *Parser) unexpected(wanted string) {
	switch t := p.cur(); {
	case t.Kind == cpp.EOF:
		p.fail("the headers end in the middle of a declaration")
	case t.Kind == cpp.Bad:
		p.fail("%s", t.Text)
	case wanted == "":
		p.fail("unexpected '%s'", t.Text)
	default:
		p.fail("unexpected '%s', expected %s", t.Text, wanted)
	}
}

func (p *Parser) cur() *cpp.Token { return &p.toks[p.at] }

func (p *Parser) ahead(n int) *cpp.Token {
	return &p.toks[min(p.at+n, len(p.toks)-1)]
}

func (p *Parser) advance() cpp.Token {
	t := p.toks[p.at]
	if p.at < len(p.toks)-1 {
		p.at++
	}
	return t
}

func (p *Parser) isPunct(s string) bool { t := p.cur(); return t.Kind == cpp.Punct && t.Text == s }
func (p *Parser) isWord(s string) bool  { t := p.cur(); return t.Kind == cpp.Ident && t.Text == s }

func (p *Parser) accept(s string) bool {
	if p.isPunct(s) {
		p.advance()
		return true
	}
	return false
}

func (p *Parser) expect(s string) {
	if !p.accept(s) {
		p.unexpected("'" + s + "'")
	}
}

// nest goes one level down; the caller defers up.
func (p *Parser) nest() {
	if p.depth++; p.depth > maxNesting {
		p.fail("brackets are nested too deep")
	}
}

func (p *Parser) up() { p.depth-- }

// skipBalanced passes over a bracket and all up to the one that closes it.
func (p *Parser) skipBalanced() {
	open := p.cur().Pos
	depth := 0
	for {
		t := p.cur()
		if t.Kind == cpp.EOF {
			panic(&syntaxError{pos: open, reason: LeftOpen})
		}
		if t.Kind == cpp.Punct {
			switch t.Text {
			case "(", "[", "{":
				depth++
			case ")", "]", "}":
				depth--
			}
		}
		p.advance()
		if depth <= 0 {
			return
		}
	}
}
