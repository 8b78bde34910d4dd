package cpp

import (
	"context"
	"errors"
)

// Files gives the preprocessor the text of headers.
type Files interface {
	// Find looks for a header in the directories of the search path, beginning with the one of index from, and returns its name and
	// the index of the directory. A quoted header is first looked for beside the file that includes it, whose index is -1.
	Find(header string, quoted bool, beside string, from int) (name string, dir int, ok bool)
	Read(name string) ([]byte, error)
}

// Source is a text that starts a unit.
type Source struct {
	Name string
	Text []byte
}

// Config says what a preprocessor is to do.
type Config struct {
	Files   Files
	Sources []Source
	Has     func(operator, operand string) int // answers __has_attribute and its kin
}

// Unit is what is left of a translation unit.
type Unit struct {
	Tokens   []Token
	Files    []string       // names of sources and headers, as Pos.File counts them
	Included map[string]Pos // where a header is included first, by its name
	Problems []Problem
	pp       *preprocessor
}

// Macros returns the macros that are defined at the end of the unit, by name.
func (u *Unit) Macros() map[string]*Macro { return u.pp.macros }

// Limits. They are far above what the largest real headers need; what reaches them has no end.
const (
	maxDepth     = 200       // of #include
	maxExpansion = 4_000_000 // tokens that come out of macros
	maxConstant  = 100_000   // tokens that come out of one that is looked at by itself
)

// ErrEndless is the error of headers whose macros expand without end.
var ErrEndless = errors.New("the expansion of macros does not come to an end")

type preprocessor struct {
	ctx      context.Context
	cfg      Config
	unit     *Unit
	macros   map[string]*Macro
	saved    map[string][]*Macro // by #pragma push_macro; nil stands for undefined
	stack    []*frame            // files being read, innermost last
	contexts []expansion         // expansions being read, innermost last
	guards   map[string]string   // files that are all within #ifndef X, and their X
	once     map[string]bool
	fileOf   map[string]int32
	counter  int
	steps    int   // work done by macros
	stop     error // why there is no point in going on
	frozen   bool  // macros are not expanded: the name behind #ifdef, arguments while they are collected
	inLine   bool  // a directive is read: its end is the end
	within   int   // arguments are collected, which end with their file: its place on the stack; 0 if not
}

// frame is a file being read.
type frame struct {
	*lexer
	name  string
	dir   int // of the search path in which it was found
	conds []condition
	guard guard

	presumed int // what #line adds to the numbers of lines
}

// Run preprocesses the sources one after the other as one unit. An error is one that ended the run: that of the context, or
// ErrEndless.
func Run(ctx context.Context, cfg Config) (*Unit, error) {
	p := &preprocessor{
		ctx: ctx, cfg: cfg, unit: &Unit{Included: map[string]Pos{}}, macros: map[string]*Macro{}, saved: map[string][]*Macro{},
		guards: map[string]string{}, once: map[string]bool{}, fileOf: map[string]int32{},
	}
	p.unit.pp = p
	p.builtins()
	for _, src := range cfg.Sources {
		p.enter(src.Name, src.Text, -1)
		for p.stop == nil {
			tok := p.get()
			if tok.Kind == EOF {
				break
			}
			p.unit.Tokens = append(p.unit.Tokens, tok)
			if len(p.unit.Tokens)&0xfff == 0 {
				p.look()
			}
		}
		p.stack, p.contexts = nil, nil
		if p.look(); p.stop != nil {
			return p.unit, p.stop
		}
	}
	return p.unit, nil
}

// look finds out whether the caller has lost patience.
func (p *preprocessor) look() {
	if p.stop == nil && p.ctx.Err() != nil {
		p.stop = context.Cause(p.ctx)
	}
}

// work accounts for what macros cost, which may grow without bounds.
func (p *preprocessor) work(n int) {
	before := p.steps
	if p.steps += n; p.steps > maxExpansion && p.stop == nil {
		p.stop = ErrEndless
	}
	if before>>12 != p.steps>>12 {
		p.look()
	}
}

// Expand returns what a text of tokens expands to at the end of the unit; ok is false if that has no end.
func (u *Unit) Expand(tokens []Token) (out []Token, ok bool) {
	p := u.pp
	p.steps, p.stop, p.contexts, p.stack = maxExpansion-maxConstant, nil, nil, nil
	out = p.expandAll(tokens)
	return out, p.stop == nil
}

func (p *preprocessor) problem(kind ProblemKind, pos Pos, name, message string) {
	p.unit.Problems = append(p.unit.Problems, Problem{kind, pos, message, name})
}

// enter starts to read a file.
func (p *preprocessor) enter(name string, text []byte, dir int) {
	id, ok := p.fileOf[name]
	if !ok {
		id = int32(len(p.unit.Files))
		p.fileOf[name] = id
		p.unit.Files = append(p.unit.Files, name)
	}
	p.stack = append(p.stack, &frame{lexer: newLexer(text, id), name: name, dir: dir})
}

func (p *preprocessor) top() *frame {
	if len(p.stack) == 0 {
		return nil
	}
	return p.stack[len(p.stack)-1]
}

// raw returns the next token of the files, directives obeyed, macros not expanded.
func (p *preprocessor) raw() Token {
	for p.stop == nil {
		f := p.top()
		if f == nil {
			break
		}
		tok := f.next()
		switch {
		case p.inLine:
			return tok
		case tok.Kind == newline:
		case tok.Kind == EOF:
			if p.within > 0 && len(p.stack) <= p.within || !p.leave(f) {
				return tok
			}
		case tok.Kind == Punct && tok.First && tok.Text == "#":
			if pragma := p.directive(tok); pragma.Kind == Pragma {
				return pragma
			}
		default:
			if tok.Kind == Bad && tok.Text == openComment {
				p.bad(tok)
			}
			f.guard.text()
			return tok
		}
	}
	return Token{}
}

// bad reports a token that is none, where no declaration will fail for it.
func (p *preprocessor) bad(tok Token) {
	kind := Doubtful
	if tok.Text == openComment { // the rest of the file is lost
		kind = Invalid
	}
	p.problem(kind, tok.Pos, "", tok.Text)
}

// leave ends a file and reports whether another one goes on.
func (p *preprocessor) leave(f *frame) bool {
	for _, c := range f.conds {
		p.problem(OpenIf, c.pos, "", "this condition has no #endif")
	}
	if name, ok := f.guard.whole(); ok {
		p.guards[f.name] = name
	}
	p.stack = p.stack[:len(p.stack)-1]
	return len(p.stack) > 0
}
