package raw

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/lexical"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/symbol"
)

// planRecords lays out the Go types of structs and unions.
func (p *planner) planRecords() {
	for _, r := range p.api.Records {
		kind := "struct"
		if r.Union {
			kind = "union"
		}
		goName := p.names.record[r]
		switch {
		case !p.used.records[r] && system(&r.Decl):
			p.decide(&r.Decl, kind, symbol.Skipped, "", cLibrary)
		case !p.used.records[r]:
			p.decide(&r.Decl, kind, symbol.Skipped, "", "is only named, and nothing uses it")
		case goName == "":
			p.decide(&r.Decl, kind, symbol.Skipped, "", "has no name to declare it under")
		default:
			x := p.planRecord(r, goName)
			p.raw.Records = append(p.raw.Records, x)
			p.decide(&r.Decl, kind, symbol.InRaw, goName, strings.Join(x.Notes, "; "))
		}
	}
}

func (p *planner) planRecord(r *model.Record, goName string) *Record {
	x := &Record{
		C: cRecordName(r), Go: goName, Pos: r.Pos, Doc: r.Doc, Brief: introduction(r.Doc), Union: r.Union, Opaque: !r.Complete || !p.used.held[r],
		Size: r.Size, Align: r.Align, Record: r,
	}
	p.records[r] = x
	switch {
	case !r.Complete:
		x.Notes = append(x.Notes, "only named in C: Go can point to it and no more")
		return x
	case x.Opaque:
		x.Notes = append(x.Notes, "the C library's own: Go can point to it and no more")
		return x
	}
	if r.Align > maxGoAlign {
		x.Notes = append(x.Notes, fmt.Sprintf("C aligns it to %d bytes, Go to %d: take its storage from C", r.Align, maxGoAlign))
	}
	if r.Union {
		p.planUnion(x)
	} else {
		p.planStruct(x)
	}
	x.Members = cMembers(nil, r, "", 0)
	return x
}

// cRecordName is how C code names a record; empty if it cannot.
func cRecordName(r *model.Record) string {
	switch {
	case r.Prototype:
		return ""
	case !r.Anonymous():
		return r.Name
	case len(r.TypedefNames) > 0:
		return r.TypedefNames[0]
	}
	return ""
}

// cMembers lists what offsetof can name, through members that have no name.
func cMembers(list []CMember, r *model.Record, path string, base int) []CMember {
	for _, f := range r.Fields {
		switch {
		case f.IsBits:
		case f.Name != "":
			list = append(list, CMember{path + f.Name, base + f.Offset})
		case f.Type.Underlying().Kind == model.Struct:
			list = cMembers(list, f.Type.Underlying().Record, path, base+f.Offset)
		}
	}
	return list
}

// structPlanner places the fields of one struct.
type structPlanner struct {
	*planner
	x     *Record
	off   int // where the next field may begin
	align int // of the fields so far
	names map[string]bool
}

func (p *planner) planStruct(x *Record) {
	s := &structPlanner{planner: p, x: x, align: 1, names: map[string]bool{}}
	fields := x.Record.Fields
	for i := 0; i < len(fields); {
		if !fields[i].IsBits {
			s.field(fields[i])
			i++
			continue
		}
		n := bitRun(fields[i:])
		s.bits(fields[i:i+n], s.endOfBits(fields[i+n:]))
		i += n
	}
	s.finish()
}

// field adds a member at its offset.
func (s *structPlanner) field(f *model.Field) {
	t, comment := s.fieldType(f)
	if t.Size == 0 && f.Offset >= s.x.Size {
		s.tail(f, t)
		return
	}
	s.pad(f.Offset, t.Align)
	out := Field{member: f, Type: t, Offset: f.Offset, Comment: comment}
	switch {
	case f.Name == "" && t.Kind == GoNamed:
		out.Go, out.Embedded = t.Name, true
	case f.Name == "":
		out.Go = "_"
	default:
		out.Go = s.name(f.Name)
	}
	s.add(out)
}

// tail gives an array without a length at the end of a struct a method: as a field of no size it would make the struct
// larger where gc compiles it.
func (s *structPlanner) tail(f *model.Field, t *GoType) {
	if t.Kind != GoArray || f.Name == "" {
		s.note("member " + f.Name + " is empty")
		return
	}
	s.x.Access = append(s.x.Access, Accessor{
		Kind: AccessTail, Go: s.name(f.Name), C: f.Name, Type: t.Elem, Comment: oneLine(f.Doc),
	})
}

func (s *structPlanner) add(f Field) {
	s.x.Fields = append(s.x.Fields, f)
	s.off = f.Offset + f.Type.Size
	s.align = max(s.align, f.Type.Align)
}

// fieldType is the Go type of a member: bytes where Go has none that fits there.
func (s *structPlanner) fieldType(f *model.Field) (t *GoType, comment string) {
	t = s.goType(f.Type)
	switch {
	case t == nil:
		return arrayOf(goByte, int64(sizeOf(f.Type))), f.Type.Declare(f.Name)
	case f.Offset%t.Align != 0 || t.Align > goAlign(s.x.Align):
		s.note("misaligned members are arrays of bytes")
		return arrayOf(goByte, int64(t.Size)), f.Type.Declare(f.Name) + ", not aligned"
	case lossy(f.Type):
		return t, f.Type.Declare(f.Name)
	}
	return t, s.fieldDoc(f)
}

// fieldDoc is the comment beside a member. One that a macro expands to is on the same line as the macro's other members, so
// that the comment there is about none of them.
func (s *structPlanner) fieldDoc(f *model.Field) string {
	for _, other := range s.x.Record.Fields {
		if other != f && other.Pos.Line == f.Pos.Line && other.Pos.File == f.Pos.File {
			return ""
		}
	}
	return oneLine(f.Doc)
}

// lossy reports whether the Go type hides what C says: the signature of a function.
func lossy(t *model.Type) bool {
	u := t.Underlying()
	for u.Kind == model.Array {
		u = u.Elem.Underlying()
	}
	return u.IsFuncPointer()
}

func sizeOf(t *model.Type) int {
	u := t.Underlying()
	if u.Kind == model.Array {
		return int(max(u.Len, 0)) * sizeOf(u.Elem)
	}
	return u.Size
}

func (s *structPlanner) note(text string) {
	for _, n := range s.x.Notes {
		if n == text {
			return
		}
	}
	s.x.Notes = append(s.x.Notes, text)
}

// name returns a field name that no other field has: C's spelling where two become the same.
func (s *structPlanner) name(c string) string {
	name := names.Field(c)
	if s.names[name] {
		name = names.Const(c)
	}
	for s.names[name] {
		name += "_"
	}
	s.names[name] = true
	return name
}

// wordAlign is the alignment at which every Go compiler for arm agrees: gc aligns 64-bit integers to 4 bytes, TinyGo to 8.
// Padding is written out wherever they would differ, so that the layout is right under both.
const wordAlign = 4

// pad brings the next field to an offset, unless Go's own alignment does.
func (s *structPlanner) pad(to, align int) {
	if roundUp(s.off, min(align, wordAlign)) != to {
		s.x.Fields = append(s.x.Fields, Field{Go: "_", Type: arrayOf(goByte, int64(to-s.off)), Offset: s.off})
	}
	s.off = to
}

// finish gives the struct its alignment and its size. Padding at the end is always written out: not every description of
// Go's sizes (types.StdSizes) rounds a struct up to its alignment.
func (s *structPlanner) finish() {
	x := s.x
	want := goAlign(x.Align)
	if s.off != x.Size {
		x.Fields = append(x.Fields, Field{Go: "_", Type: arrayOf(goByte, int64(x.Size-s.off)), Offset: s.off})
	}
	if s.align < want {
		x.Fields = append([]Field{alignment(want)}, x.Fields...)
	}
}

// alignment is a field of no size that aligns the struct.
func alignment(n int) Field {
	return Field{Go: "_", Type: arrayOf(GoUints[n], 0), Comment: fmt.Sprintf("aligned to %d", n)}
}

func roundUp(n, to int) int { return (n + to - 1) / to * to }

// maxComment is how long a comment beside a field or constant may be.
const maxComment = 100

// oneLine returns what a C comment says in brief if it fits on a line beside the code.
func oneLine(doc string) string {
	brief := briefly(doc)
	if len(brief) > maxComment {
		return ""
	}
	return brief
}

// briefly returns the first paragraph of a C comment, on one line.
func briefly(doc string) string {
	if doc == "" {
		return ""
	}
	if i := strings.Index(doc, "@param"); i > 0 {
		doc = doc[:i] // what comes first is all that is wanted, and parameters are most of the text
	}
	return strings.Join(strings.FieldsFunc(lexical.Text(doc).Brief, notPrinted), " ")
}

// introduction returns what a C comment says in brief as sentences; nothing if that leads up to what is not in it.
func introduction(doc string) string {
	s := briefly(doc)
	if s == "" || strings.HasSuffix(s, ":") {
		return ""
	}
	return lexical.Sentence(strings.ToUpper(s[:1]) + s[1:])
}

// notPrinted also finds what Go does not allow in a comment: NUL and byte order marks.
func notPrinted(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) }
