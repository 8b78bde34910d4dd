package cpp

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// include obeys #include, #include_next and #import.
func (p *preprocessor) include(directive Token) {
	f := p.top()
	f.angle = true
	toks := p.line()
	f.angle = false
	header, quoted, at, ok := p.headerName(toks, directive)
	if !ok {
		p.problem(Invalid, at, "", "this #include names no header")
		return
	}
	name, dir, found := p.find(header, quoted, directive.Text == "include_next")
	if !found {
		p.problem(Missing, at, header, "")
		return
	}
	if p.once[name] {
		return
	}
	if directive.Text == "import" {
		p.once[name] = true
	}
	if g := p.guards[name]; g != "" && p.macros[g] != nil {
		return
	}
	if len(p.stack) >= maxDepth {
		p.problem(Recursive, Pos{directive.Pos.File, directive.Pos.Line, 1}, f.name, "")
		p.stack = nil
		return
	}
	text, err := p.cfg.Files.Read(name)
	if err != nil {
		var pathErr *fs.PathError
		if errors.As(err, &pathErr) {
			err = pathErr.Err
		}
		p.problem(Invalid, at, "", fmt.Sprintf("cannot read %s: %v", name, err))
		return
	}
	if _, ok := p.unit.Included[name]; !ok {
		p.unit.Included[name] = directive.Pos
	}
	p.enter(name, text, dir)
}

func (p *preprocessor) find(header string, quoted, next bool) (name string, dir int, ok bool) {
	f := p.top()
	if header == "" {
		return "", 0, false
	}
	from := 0
	if next {
		from = f.dir + 1
		quoted = false
	}
	return p.cfg.Files.Find(header, quoted, f.name, from)
}

// headerName reads the name of a header; what is neither <…> nor "…" is expanded first.
func (p *preprocessor) headerName(toks []Token, directive Token) (header string, quoted bool, at Pos, ok bool) {
	at = Pos{directive.Pos.File, directive.Pos.Line, directive.Pos.Col + int32(len(directive.Text))}
	if len(toks) == 0 {
		return "", false, at, false
	}
	at = toks[0].Pos
	if !isHeader(toks[0]) {
		if toks = p.expandAll(toks); len(toks) == 0 {
			return "", false, at, false
		}
	}
	switch text := toks[0].Text; {
	case toks[0].Kind == String && text[0] == '"':
		return text[1 : len(text)-1], true, at, true
	case isHeader(toks[0]):
		return text[1 : len(text)-1], false, at, true
	case text == "<":
		// It came out of a macro, token by token.
		var b strings.Builder
		for i, t := range toks[1:] {
			if t.Text == ">" {
				return b.String(), false, at, true
			}
			if t.Space && i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(t.Text)
		}
	}
	return "", false, at, false
}

func isHeader(t Token) bool {
	return t.Kind == Other && len(t.Text) > 1 && t.Text[0] == '<' || t.Kind == String && t.Text[0] == '"'
}
