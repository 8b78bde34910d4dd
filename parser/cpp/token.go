// Package cpp preprocesses C as gcc does: it follows directives, expands macros, and returns the tokens that are left, each
// with the place where it is written. Comments and conditions are dropped; package lexical finds them again.
//
// It differs from a compiler's preprocessor in what it is for. Nothing is turned into text and read again, so that every
// token keeps its place. Headers that do not exist are all reported, not only the first. What a macro stands for can be asked
// for when the headers have been read. And a pragma that means something to a declaration arrives between the tokens where it
// takes effect, whatever way it was spelled.
package cpp

// Kind tells tokens apart.
type Kind uint8

// The kinds of tokens.
const (
	EOF     Kind = iota
	Ident        // an identifier or keyword
	Number       // a preprocessing number
	Char         // a character constant, with its prefix
	String       // a string literal, with its prefix
	Punct        // an operator or punctuator
	Other        // a character that C has no use for
	Bad          // what cannot be a token; Text says why
	Pragma       // a #pragma or _Pragma; Args are its tokens
	newline      // the end of a directive
	marker       // nothing, as an operand of ##
)

// Pos is a place in a source.
type Pos struct {
	File      int32 // index into [Unit.Files]
	Line, Col int32 // from 1; Col counts bytes
}

// Token is a preprocessing token. One that comes out of a macro has the place where the macro is used.
type Token struct {
	Kind  Kind
	Space bool // white space stands before it
	First bool // it is the first of its line
	// Moment marks what depends on when, where or how often something is compiled: __TIME__, __LINE__, __COUNTER__.
	Moment bool
	fixed  bool // the name of a macro that is not to be expanded any more
	Pos    Pos
	Text   string
	Args   []Token // of Pragma
}

// Is reports whether t is the punctuator or the word s.
func (t *Token) Is(s string) bool { return t.Text == s && (t.Kind == Punct || t.Kind == Ident) }

// Macro is a macro as its definition has it.
type Macro struct {
	Name     string
	Pos      Pos
	FuncLike bool
	Variadic bool
	Params   []string // of a function-like macro; the last one of a variadic is "__VA_ARGS__" or the name it has
	Body     []Token
	dynamic  func(p *preprocessor, at Token) Token // a built-in one, whose value changes
	disabled int                                   // how many expansions of it are being read
}

// Text returns the replacement list, white space folded.
func (m *Macro) Text() string { return Text(m.Body) }

// Text spells tokens, white space between them folded to single blanks.
func Text(tokens []Token) string {
	n := 0
	for i := range tokens {
		n += len(tokens[i].Text) + 1
	}
	out := make([]byte, 0, n)
	for i := range tokens {
		if tokens[i].Space && len(out) > 0 {
			out = append(out, ' ')
		}
		out = append(out, tokens[i].Text...)
	}
	return string(out)
}

// ProblemKind says what a problem is about, so that it can be explained with what the caller knows.
type ProblemKind uint8

// The kinds of problems.
const (
	Invalid   ProblemKind = iota // something is not C
	Doubtful                     // gcc warns, and so may the caller
	Missing                      // Name is a header that does not exist
	Refused                      // a #error; Message is the line
	Recursive                    // the header Name includes itself without end
	Endless                      // there is no end to what macros expand to
	OpenIf                       // a condition without #endif, at the place of the #if
)

// Problem is something wrong with a source.
type Problem struct {
	Kind    ProblemKind
	Pos     Pos
	Message string
	Name    string
}
