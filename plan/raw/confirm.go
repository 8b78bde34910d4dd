package raw

import (
	"strings"

	"github.com/rttgen/rttgen/model"
)

// confirmable reports whether a C compiler takes what a macro expands to for a constant in an assertion. gcc folds nearly
// everything there, but for the comma operator and characters of string literals.
func (p *planner) confirmable(m *model.Macro) bool {
	s := expansion{api: p.api, seen: map[string]bool{}}
	s.text(m.Text)
	return !s.comma && !(s.literal && s.indexed)
}

// expansion looks at what a macro expands to, through the macros that it names.
type expansion struct {
	api                     *model.API
	seen                    map[string]bool
	comma, literal, indexed bool
}

// text looks at a replacement list. A comma separates arguments if the innermost parenthesis follows a name.
func (s *expansion) text(c string) {
	var arguments []bool
	afterName := false
	for i := 0; i < len(c); {
		if name := identifier.FindString(c[i:]); name != "" && strings.HasPrefix(c[i:], name) {
			s.name(name)
			afterName = true
			i += len(name)
			continue
		}
		switch c[i] {
		case '"':
			s.literal = true
			i = endOfLiteral(c, i)
			continue
		case '\'':
			i = endOfLiteral(c, i)
			continue
		case '(':
			arguments = append(arguments, afterName)
		case ')':
			arguments = arguments[:max(len(arguments)-1, 0)]
		case ',':
			s.comma = s.comma || len(arguments) == 0 || !arguments[len(arguments)-1]
		case '[', '*':
			s.indexed = true
		}
		if c[i] != ' ' {
			afterName = false
		}
		i++
	}
}

func (s *expansion) name(name string) {
	if s.seen[name] {
		return
	}
	s.seen[name] = true
	if m := s.api.Macro(name); m != nil {
		s.text(m.Text)
	} else if f := s.api.FuncMacro(name); f != nil {
		s.text(f.Text)
	}
}

// endOfLiteral is behind the literal that begins at a quote.
func endOfLiteral(c string, i int) int {
	quote := c[i]
	for i++; i < len(c) && c[i] != quote; i++ {
		if c[i] == '\\' {
			i++
		}
	}
	return min(i+1, len(c))
}
