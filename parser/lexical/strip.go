package lexical

import "strings"

// All of this runs over every comment in front of a function: it goes by bytes, without regular expressions, which also
// leaves text in other encodings than UTF-8 as it is.

// strip returns the lines of a comment without markers and drawn lines; indentation stays.
func strip(comment string) []string {
	list := strings.Split(comment, "\n")
	for i, line := range list {
		line = strings.TrimRight(untab(line), " \r\f\v")
		line = strings.TrimSuffix(line, "*/")
		line = strings.TrimRight(withoutMarker(line, i == 0), " *")
		list[i] = withoutRules(line)
	}
	return dedent(list)
}

// withoutMarker blanks out what makes a line part of a comment, so that columns stay.
func withoutMarker(line string, first bool) string {
	body := strings.TrimLeft(line, " ")
	n := len(line) - len(body)
	switch {
	case strings.HasPrefix(body, "/*"), strings.HasPrefix(body, "//"):
		m := 2 + leading(body[2:], "/*!")
		if m < len(body) && body[m] == '<' {
			m++
		}
		return strings.Repeat(" ", min(n+m, 3)) + body[m:]
	case !first:
		m := leading(body, "*")
		return line[:n] + strings.Repeat(" ", m) + body[m:]
	}
	return line
}

// withoutRules takes away what was drawn: a line of nothing else, or the ends of a line around a title.
func withoutRules(line string) string {
	body := strings.TrimLeft(line, " ")
	if drawing(body) {
		return line
	}
	if leading(body, drawn+"_/|. ") == len(body) {
		return ""
	}
	n := len(line) - len(body)
	if m := leading(body, drawn); m >= 3 {
		body = strings.TrimLeft(body[m:], " ")
	}
	if rest := strings.TrimRight(body, drawn); len(rest) <= len(body)-3 {
		body = strings.TrimRight(rest, " ")
	}
	return line[:n] + body
}

// drawn holds the characters that separators are made of.
const drawn = "-=*#~+"

// hasRule reports whether something is drawn in a comment: four or more of the same character.
func hasRule(comment string) bool {
	for i := 0; i+4 <= len(comment); i++ {
		if c := comment[i]; c == '_' || strings.IndexByte(drawn, c) >= 0 {
			if n := leading(comment[i:], string(c)); n >= 4 {
				return true
			} else if n > 1 {
				i += n - 1
			}
		}
	}
	return false
}

// leading returns how many bytes at the start of s are in set.
func leading(s, set string) int {
	for i := range len(s) {
		if strings.IndexByte(set, s[i]) < 0 {
			return i
		}
	}
	return len(s)
}

func untab(line string) string {
	if strings.IndexByte(line, '\t') < 0 {
		return line
	}
	var b strings.Builder
	for i := range len(line) {
		if line[i] == '\t' {
			b.WriteString("    "[b.Len()%4:])
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

func indent(line string) int { return leading(line, " ") }

// isBanner reports whether a comment belongs to a file or a group of declarations.
func isBanner(text string) bool {
	for _, phrase := range bannerPhrases {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	for rest := text; ; {
		i := strings.IndexAny(rest, `@\`)
		if i < 0 || i+1 == len(rest) {
			return false
		}
		if rest = rest[i+1:]; rest[0] == '{' || rest[0] == '}' || groupTags[rest[:letters(rest)]] {
			return true
		}
	}
}

func letters(s string) int {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return i
		}
	}
	return len(s)
}

// The first letter of a phrase may be a capital or not.
var bannerPhrases = []string{
	"opyright", "OPYRIGHT", "SPDX-License", "hange Log", "hange logs", "HANGE LOG", "ll rights reserved", "icensed under",
}

// groupTags are the commands about a group of declarations, a file or a page, not about the next declaration.
var groupTags = map[string]bool{
	"addtogroup": true, "defgroup": true, "weakgroup": true, "file": true, "mainpage": true, "page": true, "dir": true,
}

// isSeparator reports whether a comment only divides a file, or is code that was commented out. It is given its lines, stripped.
func isSeparator(comment string, lines []string) bool {
	filled, last := 0, ""
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			filled++
			last = l
		}
	}
	if filled == 0 || filled == 1 && hasRule(comment) {
		return true
	}
	return !isDocComment(comment) && (strings.HasSuffix(last, ";") || strings.HasSuffix(last, "}") || strings.HasPrefix(last, "#"))
}
