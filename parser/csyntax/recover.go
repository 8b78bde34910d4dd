package csyntax

import "github.com/rttgen/rttgen/parser/cpp"

// recover finds the end of a declaration that cannot be read, and goes on behind it. That end is a semicolon outside of braces,
// or the brace that closes a function's body. If one of these was forgotten, the next line that can only start a declaration is
// taken for the start of one. If it is the end of the headers that was met, open is the last bracket that nothing closes.
func (p *Parser) recover(start int) (open *cpp.Token) {
	failed := p.at
	p.at = start
	depth := 0
	var brackets []*cpp.Token
	for p.cur().Kind != cpp.EOF {
		t := p.cur()
		if p.at > start && t.First && p.startsAnew(t, depth, p.at >= failed) {
			return nil
		}
		if t.Kind != cpp.Punct {
			p.advance()
			continue
		}
		switch t.Text {
		case "(":
			brackets = append(brackets, t)
		case ")":
			if n := len(brackets); n > 0 && brackets[n-1].Text == "(" {
				brackets = brackets[:n-1]
			}
		case "{":
			depth++
			brackets = append(brackets, t)
		case "}":
			brackets = closeBrace(brackets)
			if depth = max(depth-1, 0); depth == 0 {
				p.advance()
				if p.endsAtBrace(start) {
					return nil
				}
				continue
			}
		case ";":
			if depth == 0 && p.at >= failed {
				p.advance()
				return nil
			}
		}
		p.advance()
	}
	if n := len(brackets); n > 0 {
		return brackets[n-1]
	}
	return nil
}

// closeBrace takes away the last open brace, with the parentheses in it that nothing closed.
func closeBrace(brackets []*cpp.Token) []*cpp.Token {
	for n := len(brackets); n > 0; n-- {
		if brackets[n-1].Text == "{" {
			return brackets[:n-1]
		}
	}
	return brackets
}

// startsAnew reports whether a token that is the first of its line starts another declaration, whatever came before. Within
// braces that were left open, only what can be no member does.
func (p *Parser) startsAnew(t *cpp.Token, depth int, failed bool) bool {
	if !failed || t.Kind != cpp.Ident || t.Pos.Col != 1 {
		return false
	}
	if t.Text == "typedef" || t.Text == "extern" {
		return true
	}
	return (p.typeStart(t) || storageWords[t.Text]) && (depth == 0 || p.prototypeAt(t))
}

// prototypeAt reports whether a token starts something like "type name(…);".
func (p *Parser) prototypeAt(t *cpp.Token) bool {
	i := p.at
	if &p.toks[i] != t {
		return false
	}
	for ; i < len(p.toks); i++ {
		switch t := &p.toks[i]; {
		case t.Is("("):
			before := &p.toks[i-1]
			return before.Kind == cpp.Ident && !keywords[before.Text] && !attributeWords[before.Text] && !p.types[before.Text]
		case t.Kind == cpp.EOF, t.Kind == cpp.Punct && t.Text != "*":
			return false
		}
	}
	return false
}

// endsAtBrace reports whether a closing brace that was just read ends a declaration: the body of a function does, that of a
// type does not.
func (p *Parser) endsAtBrace(start int) bool {
	for i := start; i < p.at; i++ {
		t := &p.toks[i]
		if t.Kind != cpp.Punct {
			continue
		}
		switch t.Text {
		case "{":
			return i > start && p.toks[i-1].Is(")") && !p.attributeBefore(i)
		case "=":
			return false
		}
	}
	return !p.isPunct(";")
}

// attributeBefore reports whether the parenthesis before a token closes an attribute.
func (p *Parser) attributeBefore(i int) bool {
	depth := 0
	for i--; i >= 0; i-- {
		switch t := &p.toks[i]; {
		case t.Is(")"):
			depth++
		case t.Is("("):
			if depth--; depth == 0 {
				return i > 0 && attributeWords[p.toks[i-1].Text]
			}
		}
	}
	return false
}

// describe finds out what a broken declaration would have declared.
func (p *Parser) describe(b *Broken, start, end int) {
	b.Kind = "declaration"
	toks := p.toks[start:end]
	isTypedef := false
	for i := range toks {
		if toks[i].Is("typedef") {
			isTypedef = true
		}
	}
	if isTypedef {
		b.Kind = "typedef"
		if b.Name = typedefName(toks); b.Name != "" {
			p.types[b.Name] = true
		}
		return
	}
	for i := range toks {
		switch t := &toks[i]; {
		case t.Is("{"):
			for k := i - 1; k > 0; k-- {
				if w := toks[k-1].Text; w == "struct" || w == "union" || w == "enum" {
					b.Kind, b.Name = w, w+" "+toks[k].Text
					return
				}
			}
			return
		case t.Is("(") && i > 0 && toks[i-1].Kind == cpp.Ident && !attributeWords[toks[i-1].Text] && !keywords[toks[i-1].Text]:
			b.Kind, b.Name = "function", toks[i-1].Text
			return
		case (t.Is(";") || t.Is("=") || t.Is("[")) && i > 0 && toks[i-1].Kind == cpp.Ident:
			b.Kind, b.Name = "variable", toks[i-1].Text
			return
		}
	}
}

// typedefName returns the name a typedef would have: the last one outside of braces and parameter lists, or that behind "(*".
func typedefName(toks []cpp.Token) string {
	name, depth := "", 0
	for i := range toks {
		t := &toks[i]
		switch {
		case t.Is("(") && depth == 0 && i+2 < len(toks) && toks[i+1].Is("*") && toks[i+2].Kind == cpp.Ident && i > 0 && !attributeWords[toks[i-1].Text]:
			return toks[i+2].Text
		case t.Is("(") || t.Is("{") || t.Is("["):
			depth++
		case t.Is(")") || t.Is("}") || t.Is("]"):
			depth--
		case t.Kind == cpp.Ident && depth == 0 && !keywords[t.Text] && !attributeWords[t.Text]:
			name = t.Text
		}
	}
	return name
}
