package csyntax

import (
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/parser/cpp"
)

// Pragmas is what pragmas have set at a place.
type Pragmas struct {
	Pack      int  // the largest alignment of members; 0 for none
	BigEndian bool // scalar_storage_order big-endian
}

// Renames are the pragmas that change symbols.
type Renames struct {
	Weak map[string]bool
	Link map[string]string // by redefine_extname: the linker's name of a C name
}

// Ignored is a pragma that gcc warns about and does not obey.
type Ignored struct {
	Pos    cpp.Pos
	Reason string
}

// pragmaState follows pragmas through a unit; it is gcc's handle_pragma_pack with what belongs to it.
type pragmaState struct {
	now     Pragmas
	stack   []packed
	initial int // what is in effect below the stack
	ignored []Ignored
	renames Renames
}

type packed struct {
	align int
	id    string
}

func (s *pragmaState) obey(tok *cpp.Token) {
	if len(tok.Args) == 0 {
		return
	}
	switch tok.Args[0].Text {
	case "pack":
		if reason := s.pack(tok.Args[1:]); reason != "" {
			s.ignored = append(s.ignored, Ignored{tok.Pos, "#pragma " + cpp.Text(tok.Args) + ": " + reason})
		}
	case "scalar_storage_order":
		s.storageOrder(tok)
	case "weak":
		if len(tok.Args) > 1 && tok.Args[1].Kind == cpp.Ident {
			s.renames.Weak[tok.Args[1].Text] = true
		}
	case "redefine_extname":
		if len(tok.Args) == 3 {
			s.renames.Link[tok.Args[1].Text] = tok.Args[2].Text
		}
	}
}

func (s *pragmaState) storageOrder(tok *cpp.Token) {
	switch cpp.Text(tok.Args[1:]) {
	case "big-endian":
		s.now.BigEndian = true
	case "little-endian", "default":
		s.now.BigEndian = false
	default:
		s.ignored = append(s.ignored, Ignored{tok.Pos, "#pragma " + cpp.Text(tok.Args) + ": gcc knows no such order"})
	}
}

// pack obeys #pragma pack; a reason says why gcc ignores it.
func (s *pragmaState) pack(args []cpp.Token) (reason string) {
	if len(args) == 0 || !args[0].Is("(") {
		return "a parenthesis is missing"
	}
	end := 1
	for end < len(args) && !args[end].Is(")") {
		end++
	}
	if end == len(args) {
		return "a parenthesis is missing"
	}
	words := args[1:end]
	switch {
	case len(words) == 0:
		s.set(0)
		return ""
	case words[0].Kind == cpp.Number && len(words) == 1:
		n, ok := packAlign(words[0].Text)
		if !ok {
			return "the alignment must be 0, 1, 2, 4, 8 or 16"
		}
		s.set(n)
		return ""
	case words[0].Is("push"), words[0].Is("pop"):
		return s.pushPop(words[0].Text, words[1:])
	}
	return "gcc knows no such form"
}

// set changes what is in effect, on the top of the stack too.
func (s *pragmaState) set(align int) {
	s.now.Pack = align
	if n := len(s.stack); n > 0 {
		s.stack[n-1].align = align
	} else {
		s.initial = align
	}
}

func (s *pragmaState) pushPop(op string, words []cpp.Token) (reason string) {
	id, align := "", -1
	for i := 0; i < len(words); i += 2 {
		if !words[i].Is(",") || i+1 == len(words) {
			return "gcc knows no such form"
		}
		switch w := words[i+1]; {
		case w.Kind == cpp.Ident && id == "":
			id = w.Text
		case w.Kind == cpp.Number && op == "push" && align < 0:
			n, ok := packAlign(w.Text)
			if !ok {
				return "the alignment must be 0, 1, 2, 4, 8 or 16"
			}
			align = n
		default:
			return "gcc knows no such form"
		}
	}
	if op == "push" {
		if align < 0 {
			align = s.now.Pack
		}
		s.stack = append(s.stack, packed{align, id})
		s.now.Pack = align
		return ""
	}
	return s.pop(id)
}

func (s *pragmaState) pop(id string) (reason string) {
	if len(s.stack) == 0 {
		return "nothing was pushed"
	}
	if id != "" {
		found := false
		for i := len(s.stack) - 1; i >= 0 && !found; i-- {
			if s.stack[i].id == id {
				s.stack, found = s.stack[:i+1], true
			}
		}
		if !found {
			reason = "nothing was pushed under this name, so that the last one is popped"
		}
	}
	s.stack = s.stack[:len(s.stack)-1]
	s.now.Pack = s.initial
	if n := len(s.stack); n > 0 {
		s.now.Pack = s.stack[n-1].align
	}
	return reason
}

func packAlign(s string) (int, bool) {
	n, err := strconv.ParseInt(strings.TrimRight(s, "uUlL"), 0, 32)
	if err != nil {
		return 0, false
	}
	switch n {
	case 0, 1, 2, 4, 8, 16:
		return int(n), true
	}
	return 0, false
}
