package python

import (
	"path"
	"sort"
	"strings"
)

// Value is a value of a script: Unknown, None, bool, int64, float64, Str, *List, *Dict, *Object or Func.
type Value any

// Unknown is a value that the script takes from where nobody looks.
type Unknown struct{}

// None is Python's None.
type None struct{}

// Piece is a part of a string that comes from one literal.
type Piece struct {
	Text    string
	File    string
	Line    int
	Unknown bool // Text is not known
}

// Str is a string, in pieces.
type Str []Piece

// Literal returns a string of one piece.
func Literal(s string, line int) Str { return Str{{Text: s, Line: line}} }

// Text returns a string that comes from no script.
func Text(s string) Str { return Str{{Text: s}} }

// String returns the text. An unknown piece is empty.
func (s Str) String() string {
	if len(s) == 1 {
		return s[0].Text
	}
	var b strings.Builder
	for _, p := range s {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Known reports whether all of the text is known.
func (s Str) Known() bool {
	for _, p := range s {
		if p.Unknown {
			return false
		}
	}
	return true
}

// with returns another text that was made of s: it comes from where s does.
func (s Str) with(text string) Str {
	p := Piece{Text: text, Unknown: !s.Known()}
	if len(s) > 0 {
		p.File, p.Line = s[0].File, s[0].Line
	}
	return Str{p}
}

// Words splits a string at white space outside of quotes, keeping the quotes. Words that are not wholly known are left out.
func (s Str) Words() []Str {
	var words []Str
	var word Str
	flush := func() {
		if len(word) > 0 && word.Known() {
			words = append(words, word)
		}
		word = nil
	}
	quote := byte(0)
	for _, p := range s {
		if p.Unknown {
			word = append(word, p)
			continue
		}
		start := 0
		for i := 0; i < len(p.Text); i++ {
			c := p.Text[i]
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == ' ' || c == '\t' || c == '\n':
				if i > start {
					word = append(word, Piece{Text: p.Text[start:i], File: p.File, Line: p.Line})
				}
				flush()
				start = i + 1
			}
		}
		if start < len(p.Text) {
			word = append(word, Piece{Text: p.Text[start:], File: p.File, Line: p.Line})
		}
	}
	flush()
	return words
}

// List is a list or a tuple.
type List struct {
	Items []Value
	Tuple bool
}

// Dict is a dictionary with strings for keys; others are not kept.
type Dict struct{ Items map[string]Value }

// NewDict returns an empty dictionary.
func NewDict() *Dict { return &Dict{map[string]Value{}} }

// Keys returns the keys in order.
func (d *Dict) Keys() []string {
	var keys []string
	for k := range d.Items {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Object is a module or another thing with attributes.
type Object struct {
	Name  string
	Attrs map[string]Value
}

// Call is a call of a function of the host.
type Call struct {
	Args  []Value
	Named map[string]Value
	File  string
	Line  int
	Scope *Scope // of the script that calls
}

// Arg returns an argument by place or by name, or Unknown.
func (c *Call) Arg(i int, name string) Value {
	if i < len(c.Args) {
		return c.Args[i]
	}
	if v, ok := c.Named[name]; ok {
		return v
	}
	return Unknown{}
}

// Func is a function of the host.
type Func func(*Call) Value

// function is one of the script.
type function struct {
	def   defStmt
	scope *Scope
}

// truth is Python's idea of it; the second result tells whether it is known.
func truth(v Value) (bool, bool) {
	switch v := v.(type) {
	case Unknown:
		return false, false
	case None:
		return false, true
	case bool:
		return v, true
	case int64:
		return v != 0, true
	case float64:
		return v != 0, true
	case Str:
		return v.String() != "", v.Known() || v.String() != ""
	case *List:
		return len(v.Items) > 0, true
	case *Dict:
		return len(v.Items) > 0, true
	}
	return true, true
}

// equal compares two values; the second result tells whether the answer is known.
func equal(x, y Value) (bool, bool) {
	switch a := x.(type) {
	case Unknown:
		return false, false
	case Str:
		if b, ok := y.(Str); ok {
			return a.String() == b.String(), a.Known() && b.Known()
		}
	case bool:
		switch b := y.(type) {
		case bool:
			return a == b, true
		case int64:
			return a == (b != 0) && (b == 0 || b == 1), true
		}
	case int64:
		switch b := y.(type) {
		case int64:
			return a == b, true
		case bool:
			return equal(b, a)
		}
	case None:
		if _, ok := y.(None); ok {
			return true, true
		}
	case *List:
		b, ok := y.(*List)
		if ok && len(a.Items) == len(b.Items) {
			for i := range a.Items {
				if same, known := equal(a.Items[i], b.Items[i]); !same || !known {
					return same, known
				}
			}
			return true, true
		}
	}
	_, unknown := y.(Unknown)
	return false, !unknown
}

// JoinPath is os.path.join.
func JoinPath(parts []Str) Str {
	var all Str
	for _, p := range parts {
		s := p.String()
		if path.IsAbs(s) || len(all) == 0 {
			all = append(Str{}, p...)
			continue
		}
		if !strings.HasSuffix(all.String(), "/") {
			all = append(all, Piece{Text: "/", File: all[len(all)-1].File, Line: all[len(all)-1].Line})
		}
		all = append(all, p...)
	}
	return all
}
