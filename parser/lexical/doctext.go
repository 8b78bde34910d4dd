package lexical

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs joins lines to paragraphs.
type paragraphs struct {
	list  []string
	cur   []byte
	item  bool // cur is a list
	codes bool // lines that start with an error code are items
	code  []string
	fence string // what ends the code; empty outside of it and in drawings
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
	if drawing(text) {
		if len(p.code) == 0 {
			p.flush()
		}
		p.code = append(p.code, line)
		return true
	} else if len(p.code) > 0 {
		p.endCode()
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

// drawing reports whether a line is part of a picture or a table made of characters.
func drawing(text string) bool {
	return strings.HasPrefix(text, "|") || strings.HasPrefix(text, "+-") || strings.HasPrefix(text, "+=") ||
		strings.Count(text, "|")-2*strings.Count(text, "||") >= 3 && !flagsText.MatchString(text)
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
	// flagsText matches the ones that only combine flags.
	flagsText = regexp.MustCompile(`\w \| \w+ \| \w`)
	codeText  = regexp.MustCompile(`^(-?[A-Z][A-Z0-9_]{3,})(?:\s*[:,]\s*|\s+)((?:if|on|when|for|means|is)\b.*)$`)
	constant  = regexp.MustCompile(`^(-?[A-Z][A-Z0-9_]{3,})\s{2,}(\S.*)$`)
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
		p.addItem("  - " + m[1] + ": " + withoutLead(m[2]))
	case p.codes && codeText.MatchString(text) && (len(p.cur) == 0 || bytes.ContainsAny(p.cur[len(p.cur)-1:], ".;,:")):
		m := codeText.FindStringSubmatch(text)
		p.addItem("  - " + m[1] + ": " + m[2])
	case len(p.cur) == 0:
		p.cur = append(p.cur, text...)
	case p.item && indent(line) == 0 && !strings.HasPrefix(line, " "):
		p.flush()
		p.cur = append(p.cur, text...)
	default:
		p.cur = joinText(p.cur, text)
	}
}

func (p *paragraphs) addItem(text string) {
	if len(p.cur) > 0 && !p.item {
		p.flush()
	}
	if len(p.cur) > 0 {
		p.cur = append(p.cur, '\n')
	}
	p.cur = append(p.cur, text...)
	p.item = true
}

// flush ends the paragraph.
func (p *paragraphs) flush() {
	p.put(plain(string(p.cur)))
	p.cur, p.item = p.cur[:0], false
}

// put adds a paragraph; one list follows another without a gap.
func (p *paragraphs) put(para string) {
	if strings.TrimSpace(para) == "" || !utf8.ValidString(para) || strings.Contains(para, "\uFFFD") || strings.Contains(para, "锟斤拷") {
		return // not UTF-8, or no longer what was written
	}
	if n := len(p.list); n > 0 && para[0] == ' ' && p.list[n-1][0] == ' ' {
		p.list[n-1] += "\n" + para
		return
	}
	p.list = append(p.list, para)
}

func (p *paragraphs) all() []string {
	if p.fence != "" || len(p.code) > 0 {
		p.endCode()
	}
	p.flush()
	return p.list
}

// joinText puts two lines together. Chinese is written without spaces.
func joinText(a []byte, b string) []byte {
	last, _ := utf8.DecodeLastRune(a)
	first, _ := utf8.DecodeRuneInString(b)
	if !wide(last) || !wide(first) {
		a = append(a, ' ')
	}
	return append(a, b...)
}

func wide(r rune) bool { return r >= 0x2e80 && r != utf8.RuneError }

var (
	inline   = regexp.MustCompile("(^|[^\\w@\\\\\"'`])[@\\\\](ref|b|c|p|a|e|em|link|endlink|code|endcode)\\b(\\{[^}]*\\})?[ \\t]*")
	html     = regexp.MustCompile(`(?i)</?(b|i|p|br|em|tt|code|pre|ul|ol|li|strong|a|table|tr|td|th|div|span|h[1-6]|center|hr|dl|dt|dd|sub|sup)(\s[^<>]*)?/?>`)
	atName   = regexp.MustCompile(`(^|[\s(])@([a-z_]\w*)`)
	hashName = regexp.MustCompile(`(^|[\s(])#([A-Z][A-Z0-9]*_[A-Z0-9_]+|rt_\w+)`)
	entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&nbsp;", " ", "&amp;", "&", "@@", "@")
)

// plain takes the markup out of a paragraph. What is not UTF-8 stays as it is: put drops it.
func plain(s string) string {
	if !utf8.ValidString(s) {
		return s
	}
	s = replaceIf(s, `@\`, inline, "$1")
	s = replaceIf(s, "<", html, "")
	s = replaceIf(s, "@", atName, "$1$2")
	s = replaceIf(s, "#", hashName, "$1$2")
	lines := strings.Split(printable(entities.Replace(s)), "\n")
	for i, l := range lines {
		lead := l[:indent(l)]
		lines[i] = lead + strings.Join(strings.Fields(l), " ")
	}
	return strings.Join(lines, "\n")
}

// submatches matches a pattern with a text that holds one of the characters it needs.
func submatches(s, chars string, pattern *regexp.Regexp) []string {
	if !strings.ContainsAny(s, chars) {
		return nil
	}
	return pattern.FindStringSubmatch(s)
}

// replaceIf applies a pattern to a text that holds one of the characters it starts with. Most do not.
func replaceIf(s, chars string, pattern *regexp.Regexp, with string) string {
	if !strings.ContainsAny(s, chars) {
		return s
	}
	return pattern.ReplaceAllString(s, with)
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
