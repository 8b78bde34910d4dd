package lexical

import (
	"regexp"
	"strings"
	"unicode"
)

// tags maps the block commands of Doxygen to the kind of section they start. "drop" is a section that is of no use to
// the reader of a binding, "skip" a command without text of its own.
var tags = map[string]string{
	"brief": "brief", "short": "brief", "details": "", "par": "",
	"param": "param", "params": "param", "tparam": "drop",
	"return": "return", "returns": "return", "result": "return", "retval": "retval", "retrun": "return",
	"note": "note", "notes": "note", "remark": "note", "remarks": "note", "pre": "note", "post": "note", "invariant": "note",
	"warning": "warning", "warnings": "warning", "attention": "warning",
	"see": "see", "sa": "see", "deprecated": "deprecated",
	"author": "drop", "authors": "drop", "date": "drop", "version": "drop", "since": "drop", "copyright": "drop",
	"todo": "drop", "bug": "drop", "test": "drop", "throws": "drop", "exception": "drop", "internal": "drop",
	"example": "drop", "image": "skip", "copydoc": "skip", "copybrief": "skip", "copydetails": "skip",
	"ingroup": "skip", "fn": "skip", "def": "skip", "struct": "skip", "union": "skip", "enum": "skip", "typedef": "skip",
	"var": "skip", "name": "skip", "class": "skip", "page": "skip", "section": "skip", "subsection": "skip",
	"cond": "skip", "endcond": "skip", "if": "skip", "endif": "skip", "else": "skip", "fdt_api": "skip",
	"headerfile": "skip", "include": "skip", "dontinclude": "skip", "verbinclude": "skip", "private": "skip", "public": "skip",
	"static": "skip", "function": "skip", "type": "skip", "callgraph": "skip", "callergraph": "skip", "nosubgrouping": "skip",
	"li": "li", "arg": "li",
}

var tagText = regexp.MustCompile(`^[@\\]([A-Za-z_]+)((?:\s*\[[^\]]*\])?)\s*:?\s*(.*)$`)

// blockTag reads the block command that a line starts with. The direction of a parameter is left in tag: "param" stays "param".
func blockTag(text string) (tag, rest string, ok bool) {
	if text[0] != '@' && text[0] != '\\' {
		return "", "", false
	}
	m := tagText.FindStringSubmatch(text)
	if m == nil {
		return "", "", false
	}
	tag = strings.ToLower(m[1])
	if _, known := tags[tag]; !known {
		return "", "", false
	}
	return tag, strings.TrimSpace(m[2] + " " + m[3]), true
}

var paramText = regexp.MustCompile(`^(?:\[\s*([^\]]*?)\s*\]\s*)?(.*)$`)

// paramName splits "[in,out] buf is the buffer".
func paramName(_, rest string) (name, dir, text string) {
	m := paramText.FindStringSubmatch(rest)
	dir = strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(m[1]), " ", ""), "inout", "in,out")
	if dir != "in" && dir != "out" && dir != "in,out" {
		dir = ""
	}
	rest = strings.TrimLeft(m[2], "*& ")
	end := strings.IndexFunc(rest, func(r rune) bool {
		return !(r == '_' || r == '.' || r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)))
	})
	if end < 0 {
		end = len(rest)
	}
	name = strings.TrimRight(rest[:end], ".")
	if strings.HasPrefix(rest, "...") {
		name, end = "...", 3
	}
	return name, dir, withoutLead(rest[end:])
}

// groupTag matches what makes a comment one about a group of declarations, a file or a page, not about the next declaration.
var groupTag = regexp.MustCompile(`(?m)(^|[\s*])[@\\](addtogroup|defgroup|weakgroup|file|mainpage|page|dir|author)\b|[@\\][{}]`)

var bannerText = regexp.MustCompile(`(?i)copyright|SPDX-License|change[ _]?logs?\s*:?\s*\n|all rights reserved|licensed under`)

// isBanner reports whether a comment belongs to a file or a group of declarations.
func isBanner(text string) bool { return groupTag.MatchString(text) || bannerText.MatchString(text) }

// isSeparator reports whether a comment only divides a file, or is code that was commented out.
func isSeparator(comment string, lines []string) bool {
	filled, last := 0, ""
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			filled++
			last = l
		}
	}
	if filled == 0 {
		return true
	}
	if filled == 1 && ruler.MatchString(comment) {
		return true
	}
	return !isDocComment(comment) && (strings.HasSuffix(last, ";") || strings.HasSuffix(last, "}") || strings.HasPrefix(last, "#"))
}

// ruler matches a line drawn in characters, also around a title.
var ruler = regexp.MustCompile(`[-=*#~_+]{5}`)
