package lexical

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	opening  = regexp.MustCompile(`^\s*(/\*[*!]*<?|//[/!]*<?)`)
	stars    = regexp.MustCompile(`^\s*\*+(/|\s|$)|^\s*\*+`)
	rule     = regexp.MustCompile(`^[\s\-=*#~_+/|.]*$`)
	ruledEnd = regexp.MustCompile(`^[-=*#~_+]{3,}\s*|\s*[-=*#~_+]{3,}$`)
)

// strip returns the lines of a comment without markers and drawn lines; indentation stays.
func strip(comment string) []string {
	comment = strings.ReplaceAll(comment, "\r", "")
	var list []string
	for i, line := range strings.Split(comment, "\n") {
		line = untab(line)
		line = strings.TrimRight(line, " ")
		line = strings.TrimSuffix(line, "*/")
		if m := opening.FindString(line); m != "" {
			line = strings.Repeat(" ", min(len(m), 3)) + line[len(m):]
		} else if i > 0 {
			if m := stars.FindString(line); m != "" {
				line = strings.Repeat(" ", len(m)) + line[len(m):]
			}
		}
		line = strings.TrimRight(line, " *")
		if text := strings.TrimSpace(line); len(text) >= 3 && rule.MatchString(text) {
			line = ""
		}
		list = append(list, ruledEnd.ReplaceAllString(line, ""))
	}
	return dedent(list)
}

func untab(line string) string {
	if !strings.Contains(line, "\t") {
		return line
	}
	var b strings.Builder
	for i := range len(line) { // bytes: the line may be in any encoding
		if line[i] == '\t' {
			b.WriteString(strings.Repeat(" ", 4-b.Len()%4))
			continue
		}
		b.WriteByte(line[i])
	}
	return b.String()
}

// dedent takes the indentation away that the lines after the first have in common. The first stands behind the marker.
func dedent(lines []string) []string {
	common := -1
	for _, l := range lines[1:] {
		if n := indent(l); n < len(l) && (common < 0 || n < common) {
			common = n
		}
	}
	for i, l := range lines {
		if i == 0 {
			lines[i] = strings.TrimLeft(l, " ")
		} else {
			lines[i] = l[min(max(common, 0), indent(l)):]
		}
	}
	return lines
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// paragraphs joins lines to paragraphs.
type paragraphs struct {
	list  []string
	cur   string
	item  bool // cur is a list
	code  []string
	fence string // what ends the code; empty outside of code
}

var fences = map[string]string{
	"@code": "@endcode", `\code`: `\endcode`, "@verbatim": "@endverbatim", `\verbatim`: `\endverbatim`,
	"```": "```", "<pre>": "</pre>", "<code>": "</code>",
}

// verbatim takes the lines of code.
func (p *paragraphs) verbatim(line, text string) bool {
	if p.fence != "" {
		if i := strings.Index(text, p.fence); i >= 0 {
			p.endCode()
			return true
		}
		p.code = append(p.code, line)
		return true
	}
	for open, end := range fences {
		rest, ok := strings.CutPrefix(text, open)
		if !ok || strings.Contains(rest, end) {
			continue
		}
		if rest != "" && rest[0] != '{' && open[0] != '`' && open[0] != '<' && rest[0] != ' ' {
			continue // "@codeline"
		}
		p.flush()
		p.fence = end
		if open[0] == '<' && strings.TrimSpace(rest) != "" {
			p.code = append(p.code, rest)
		}
		return true
	}
	return false
}

func (p *paragraphs) endCode() {
	lines := dedent(append([]string{""}, p.code...))[1:]
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	for i, l := range lines {
		if l = printable(strings.TrimRight(l, " ")); l != "" {
			l = "\t" + l
		}
		lines[i] = l
	}
	p.put(strings.Join(lines, "\n"))
	p.code, p.fence = nil, ""
}

var (
	bullet   = regexp.MustCompile(`^([-+*•]|\(?[0-9]{1,2}[.)])\s+(\S.*)$`)
	numbered = regexp.MustCompile(`^\(?([0-9]+)`)
	constant = regexp.MustCompile(`^([A-Z][A-Z0-9]*_[A-Z0-9_]*)\s{2,}(\S.*)$`)
)

// add adds a line of prose.
func (p *paragraphs) add(line, text string) {
	switch {
	case bullet.MatchString(text):
		m := bullet.FindStringSubmatch(text)
		mark := "  - "
		if n := numbered.FindStringSubmatch(m[1]); n != nil {
			mark = " " + n[1] + ". "
		}
		p.addItem(mark + m[2])
	case constant.MatchString(text): // a table of constants, laid out by hand
		m := constant.FindStringSubmatch(text)
		p.addItem("  - " + m[1] + ": " + m[2])
	case p.cur == "":
		p.cur = text
	case p.item && indent(line) == 0 && !strings.HasPrefix(line, " "):
		p.flush()
		p.cur = text
	default:
		p.cur = joinText(p.cur, text)
	}
}

func (p *paragraphs) addItem(text string) {
	if p.cur != "" && !p.item {
		p.flush()
	}
	if p.cur != "" {
		p.cur += "\n"
	}
	p.cur += text
	p.item = true
}

// flush ends the paragraph.
func (p *paragraphs) flush() {
	p.put(plain(p.cur))
	p.cur, p.item = "", false
}

// put adds a paragraph; one list follows another without a gap.
func (p *paragraphs) put(para string) {
	if strings.TrimSpace(para) == "" || !utf8.ValidString(para) {
		return
	}
	if n := len(p.list); n > 0 && para[0] == ' ' && p.list[n-1][0] == ' ' {
		p.list[n-1] += "\n" + para
		return
	}
	p.list = append(p.list, para)
}

func (p *paragraphs) all() []string {
	if p.fence != "" {
		p.endCode()
	}
	p.flush()
	return p.list
}

// joinText puts two lines together. Chinese is written without spaces.
func joinText(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if wide(last) && wide(first) {
		return a + b
	}
	return a + " " + b
}

func wide(r rune) bool { return r >= 0x2e80 && r != utf8.RuneError }

var (
	inline   = regexp.MustCompile(`[@\\](ref|b|c|p|a|e|em|link|endlink|n|code|endcode)\b(\{[^}]*\})?[ \t]*`)
	html     = regexp.MustCompile(`(?i)</?(b|i|p|br|em|tt|code|pre|ul|ol|li|strong|a|table|tr|td|th|div|span|h[1-6]|center|hr|dl|dt|dd|sub|sup)(\s[^<>]*)?/?>`)
	hashName = regexp.MustCompile(`(^|[\s(])#([A-Z][A-Z0-9]*_[A-Z0-9_]+|rt_\w+)`)
	entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&nbsp;", " ", "&amp;", "&", "@@", "@")
	spaces   = regexp.MustCompile(`[ \t]+`)
)

// plain takes the markup out of a paragraph. What is not UTF-8 stays as it is: put drops it.
func plain(s string) string {
	if !utf8.ValidString(s) {
		return s
	}
	s = inline.ReplaceAllString(s, "")
	s = html.ReplaceAllString(s, "")
	s = hashName.ReplaceAllString(s, "$1$2")
	lines := strings.Split(printable(entities.Replace(s)), "\n")
	for i, l := range lines {
		lead := l[:indent(l)]
		lines[i] = lead + strings.TrimSpace(spaces.ReplaceAllString(l, " "))
	}
	return strings.Join(lines, "\n")
}

// printable drops what could make a text read differently from what it says: control and format characters.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t', r == '\u00a0', r == '\u3000':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '\u2028', r == '\u2029':
			return -1
		}
		return r
	}, s)
}
