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

// blockTag reads the block command that a line starts with.
func blockTag(text string) (tag, rest string, ok bool) {
	if text[0] != '@' && text[0] != '\\' {
		return "", "", false
	}
	m := tagText.FindStringSubmatch(text)
	if m == nil {
		return "", "", false
	}
	tag = strings.ToLower(m[1])
	if _, known := tags[tag]; known {
		return tag, strings.TrimSpace(m[2] + " " + m[3]), true
	}
	if m := kernelDoc.FindStringSubmatch(text); m != nil && !inlineTags[tag] {
		return "param", m[1] + " " + m[2], true
	}
	return "", "", false
}

// proseTag reads what stands for a command in plain text: "Note: …".
func proseTag(text string) (tag, rest string, ok bool) {
	m := submatches(text, ":：", proseText)
	if m == nil {
		return "", "", false
	}
	return strings.ToLower(m[1]), m[2], true
}

var (
	proseText = regexp.MustCompile(`(?i)^(note|notes|warning|attention|returns?)\s*(?::|：)\s*(.*)$`)
	inlineSee = regexp.MustCompile(`^(.*?\S)\s+[@\\](?:see|sa)\s+(\S.*)$`)
)

// inlineTags are commands that may stand at the start of a line without being a section.
var inlineTags = map[string]bool{
	"ref": true, "b": true, "c": true, "p": true, "a": true, "e": true, "em": true, "link": true, "endlink": true, "n": true,
	"code": true, "endcode": true, "verbatim": true, "endverbatim": true,
}

// The style of the Linux kernel, "name() - what it does" and "@param: text"; RT-Thread also has "@param text", misspelt @param
// commands among them.
var (
	kernelDoc  = regexp.MustCompile(`^@([A-Za-z_]\w*)(?::\s*|\s+)(\S.*)$`)
	kernelName = regexp.MustCompile(`^(\w+\(\)|\w*_\w*) +[-–] +`)
)

var paramText = regexp.MustCompile(`^(?:\[\s*([^\]]*?)\s*\]\s*)?(.*)$`)

// typedParam matches the type that some put in front of the name: "@param rt_uint32_t year e.g: 2012".
var typedParam = regexp.MustCompile(
	`^((const|volatile|unsigned|signed|struct \w+|enum \w+|int|char|short|long|float|double|void|\w+_t)[\s*]+)+([A-Za-z_]\w*)`)

func withoutType(s string) string {
	m := typedParam.FindStringSubmatchIndex(s)
	if m == nil || fillers[s[m[6]:m[7]]] {
		return s
	}
	return s[m[6]:]
}

// fillers are words that follow a name, not a type.
var fillers = map[string]bool{"is": true, "the": true, "a": true, "an": true, "of": true, "to": true, "pointer": true, "type": true}

// paramName splits "[in,out] buf is the buffer".
func paramName(rest string) (name, dir, text string) {
	m := paramText.FindStringSubmatch(rest)
	dir = strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(m[1]), " ", ""), "inout", "in,out")
	if dir != "in" && dir != "out" && dir != "in,out" {
		dir = ""
	}
	rest = strings.TrimLeft(withoutType(m[2]), "*& ")
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
