package lexical

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// CommentMap knows the comments of a source file by their place.
type CommentMap struct {
	src      []byte
	lines    []int       // offset of every line, from line 1
	comments []placed    // in the order of the source
	code     map[int]int // lines with code in front of a comment: index of the last comment that starts there
	endsAt   map[int]int // lines that end an own-line comment: its index
}

// placed is a comment and where it stands.
type placed struct {
	start, end    int
	line, endLine int
	own           bool // nothing but blanks before it on its first line and behind it on its last
}

// Comments finds the comments of a source file.
func Comments(src []byte) *CommentMap {
	m := &CommentMap{src: src, lines: lineOffsets(src), code: map[int]int{}, endsAt: map[int]int{}}
	s := newScanner(src)
	s.inDirective = func(t token) { m.add(t, t.line+bytes.Count(src[t.start:t.end], []byte{'\n'}), false) }
	for t := s.next(); t.kind != eof; t = s.next() {
		if t.kind == comment {
			m.add(t, s.line, t.first)
		}
	}
	return m
}

func (m *CommentMap) add(t token, endLine int, first bool) {
	c := placed{start: t.start, end: t.end, line: t.line, endLine: endLine}
	c.own = first && startsLine(m.src, t.start) && blank(m.rest(c))
	i := len(m.comments)
	m.comments = append(m.comments, c)
	if c.own {
		m.endsAt[endLine] = i
	} else {
		m.code[t.line] = i
	}
}

// Before returns the comment, markers included, that documents the declaration which starts at a line: the one that ends on
// the line above. Lines that belong to the declaration may come between, such as attributes and the result type, and
// for a comment that starts with /** also blank lines and an #if. The empty string stands for none.
func (m *CommentMap) Before(line int) string {
	loose := false // something stands between that only a real doc comment may reach over
	blanks := 0
	for l, n := line-1, 0; l >= 1 && n < 12; l, n = l-1, n+1 {
		if i, ok := m.endsAt[l]; ok {
			text := m.block(i)
			if loose && !isDocComment(text) || isTrailing(text) || isBanner(text) || m.isHeading(text, line) {
				return ""
			}
			return text
		}
		switch text := m.text(l); {
		case blank(text):
			if blanks++; blanks > 2 {
				return ""
			}
			loose = true
		case condPrefix.Match(text):
			loose = true
		case len(text) > 200 || !declPrefix.Match(text):
			return ""
		}
	}
	return ""
}

var (
	condPrefix = regexp.MustCompile(`^\s*#\s*(if|ifdef|ifndef|pragma)\b`)
	// declPrefix matches lines without a name of their own: "static rt_err_t", "typedef struct", "rt_inline", "RT_WEAK",
	// "__attribute__((packed))", "ALIGN(4) static".
	declPrefix = regexp.MustCompile(`^\s*((__\w+|[A-Z][A-Z0-9_]*)\s*\(.*\)\s*|[A-Za-z_]\w*[\s*]*)+$`)
)

// isTrailing reports whether a comment says that it documents what stands in front of it.
func isTrailing(text string) bool {
	return strings.HasPrefix(text, "/**<") || strings.HasPrefix(text, "/*!<") || strings.HasPrefix(text, "///<")
}

// isHeading reports whether a comment is the title of a group of functions, although it stands above the first of them. It is
// if it reads like one ("thread interface"), or if more prototypes follow without a gap and it neither has a tag nor
// names the first.
func (m *CommentMap) isHeading(text string, line int) bool {
	decl := m.text(line)
	open := bytes.IndexByte(decl, '(')
	if open < 0 || decl[0] == '#' || bytes.Contains(decl, []byte("typedef")) {
		return false
	}
	if headingText.MatchString(oneLine(text)) {
		return true
	}
	if strings.ContainsAny(text, `@\`) {
		return false
	}
	name := bytes.TrimRight(decl[:open], " \t")
	name = name[bytes.LastIndexAny(name, " \t*")+1:]
	return len(name) > 0 && !strings.Contains(text, string(name)) && m.prototypeBelow(line)
}

// prototypeBelow reports whether another prototype follows the one at a line, with nothing but directives between.
func (m *CommentMap) prototypeBelow(line int) bool {
	ended := false
	for l := line; l < line+20; l++ {
		text := bytes.TrimSpace(m.text(l))
		switch {
		case ended && bytes.HasPrefix(text, []byte("#")):
		case len(text) == 0, bytes.HasPrefix(text, []byte("/")), bytes.IndexByte(text, '{') >= 0:
			return false
		case ended:
			return bytes.IndexByte(text, '(') >= 0
		default:
			ended = bytes.IndexByte(text, ';') >= 0
		}
	}
	return false
}

// oneLine returns what a short comment says; a title is short.
func oneLine(text string) string {
	if len(text) > 160 {
		return ""
	}
	return strings.TrimSpace(strings.Join(strip(text), " "))
}

var headingText = regexp.MustCompile(`(?i)^\s*([\w&/.()-]+\s+){0,6}(interfaces?|services?|apis?|functions|operations|routines|prototypes|macros|definitions)\s*[:.]?\s*$`)

// Trailing returns the comment, markers included, that follows a field, an enumerator or a macro on the line where that
// starts, or where it ends if it takes several lines. The empty string stands for none.
func (m *CommentMap) Trailing(line int) string {
	open := 0 // parentheses
	for l := line; l < line+8 && l <= len(m.lines); l++ {
		text, i := m.text(l), -1
		if at, ok := m.code[l]; ok {
			i = at
			text = m.src[m.lines[l-1]:m.comments[at].start]
		}
		if start := bytes.TrimSpace(text); l > line && len(start) > 0 && (start[0] == '#' || start[0] == '}') {
			return "" // the last of a list, which needs no comma
		}
		open += bytes.Count(text, []byte{'('}) - bytes.Count(text, []byte{')'})
		if open <= 0 && i >= 0 {
			return m.trailing(i)
		}
		if open <= 0 && !continues(text) {
			return ""
		}
	}
	return ""
}

// continues reports whether what a line declares goes on in the next one.
func continues(line []byte) bool {
	line = bytes.TrimSpace(line)
	if len(line) == 0 || line[0] == '#' && line[len(line)-1] != '\\' {
		return false
	}
	return !bytes.ContainsRune([]byte(";,{}/"), rune(line[len(line)-1]))
}

// trailing returns comment i if it ends its line, with the comments below it that continue it.
func (m *CommentMap) trailing(i int) string {
	c := m.comments[i]
	if rest := bytes.Trim(m.rest(c), " \t\r,;\\"); len(rest) > 0 {
		return "" // it stands in the middle of something
	}
	code := bytes.TrimSpace(m.src[m.lines[c.line-1]:c.start])
	if len(code) == 0 || code[len(code)-1] == '{' && bytes.IndexByte(code, ')') >= 0 {
		return "" // nothing comes before, or a function does and this is about its body
	}
	text := string(m.src[c.start:c.end])
	for j := i + 1; j < len(m.comments); j++ {
		next := m.comments[j]
		if !next.own || next.line != m.comments[j-1].endLine+1 || m.column(next) != m.column(c) || m.column(c) < 8 {
			break
		}
		text += "\n" + string(m.src[next.start:next.end])
	}
	return text
}

// block returns comment i; a run of // comments is one block.
func (m *CommentMap) block(i int) string {
	first := i
	for first > 0 && m.lineComment(first) && m.lineComment(first-1) && m.comments[first-1].own &&
		m.comments[first-1].endLine == m.comments[first].line-1 {
		first--
	}
	var list []string
	for _, c := range m.comments[first : i+1] {
		list = append(list, string(m.src[c.start:c.end]))
	}
	return strings.Join(list, "\n")
}

func (m *CommentMap) lineComment(i int) bool { return m.src[m.comments[i].start+1] == '/' }

func (m *CommentMap) column(c placed) int {
	col := 0
	for _, b := range m.src[m.lines[c.line-1]:c.start] {
		if b == '\t' {
			col |= 3
		}
		col++
	}
	return col
}

// rest returns what follows a comment on its last line.
func (m *CommentMap) rest(c placed) []byte {
	rest := m.src[c.end:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// text returns a line without its newline.
func (m *CommentMap) text(line int) []byte {
	if line < 1 || line > len(m.lines) {
		return nil
	}
	text := m.src[m.lines[line-1]:]
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return text
}

func lineOffsets(src []byte) []int {
	lines := make([]int, 1, 1+len(src)/32)
	for i := 0; ; {
		n := bytes.IndexByte(src[i:], '\n')
		if n < 0 {
			return slices.Clip(lines)
		}
		i += n + 1
		lines = append(lines, i)
	}
}

func blank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

func isDocComment(text string) bool {
	return len(text) > 4 && (strings.HasPrefix(text, "/**") && text[3] != '*' && text[3] != '/' ||
		strings.HasPrefix(text, "/*!") || strings.HasPrefix(text, "///") || strings.HasPrefix(text, "//!"))
}
