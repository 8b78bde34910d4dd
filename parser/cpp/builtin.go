package cpp

import (
	"path"
	"strconv"
)

// builtins defines the macros that are not the same everywhere. What they become is a token of the right kind only: no
// fact may depend on its text, which is what Moment is for.
func (p *preprocessor) builtins() {
	file := func(p *preprocessor, at Token) Token {
		name := ""
		if len(p.unit.Files) > 0 {
			name = path.Base(p.unit.Files[at.Pos.File])
		}
		return Token{Kind: String, Pos: at.Pos, Text: strconv.Quote(name), Moment: true}
	}
	text := func(s string) func(*preprocessor, Token) Token {
		return func(_ *preprocessor, at Token) Token {
			return Token{Kind: String, Pos: at.Pos, Text: strconv.Quote(s), Moment: true}
		}
	}
	number := func(value func(p *preprocessor, at Token) int) func(*preprocessor, Token) Token {
		return func(p *preprocessor, at Token) Token {
			return Token{Kind: Number, Pos: at.Pos, Text: strconv.Itoa(value(p, at)), Moment: true}
		}
	}
	for name, dynamic := range map[string]func(*preprocessor, Token) Token{
		"__DATE__":      text("Jan  1 1970"),
		"__TIME__":      text("00:00:00"),
		"__TIMESTAMP__": text("Thu Jan  1 00:00:00 1970"),
		"__FILE__":      file,
		"__FILE_NAME__": file,
		"__BASE_FILE__": file,
		"__LINE__": number(func(p *preprocessor, at Token) int {
			if f := p.top(); f != nil {
				return int(at.Pos.Line) + f.presumed
			}
			return int(at.Pos.Line)
		}),
		"__COUNTER__": number(func(p *preprocessor, _ Token) int {
			p.counter++
			return p.counter - 1
		}),
		"__INCLUDE_LEVEL__": number(func(p *preprocessor, _ Token) int { return len(p.stack) - 1 }),
	} {
		p.macros[name] = &Macro{Name: name, dynamic: dynamic}
	}
	// These only mean something within #if; #ifdef finds them.
	for _, name := range hasOperators {
		p.macros[name] = &Macro{Name: name, dynamic: func(_ *preprocessor, at Token) Token { return at }}
	}
}

// Dynamic reports whether a macro is one that the preprocessor knows by itself.
func (m *Macro) Dynamic() bool { return m.dynamic != nil }

var hasOperators = []string{
	"__has_include", "__has_include_next", "__has_attribute", "__has_c_attribute", "__has_cpp_attribute", "__has_builtin",
}
