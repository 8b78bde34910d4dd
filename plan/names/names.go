// Package names spells names of C in Go.
package names

import "strings"

// Exported returns the Go name of a C symbol: "rt_sem_take" is SemTake, "finsh_getchar" FinshGetchar. It drops what only
// serves as a name space in C: the prefix rt_ and leading underscores.
func Exported(c string) string {
	c = goLetters(c)
	s := strings.TrimLeft(c, "_")
	if rest, ok := cutPrefixFold(s, "rt_"); ok {
		if rest = strings.TrimLeft(rest, "_"); startsWithLetter(rest) {
			s = rest
		}
	}
	if s == "" {
		return "X" + c
	}
	return Camel(s)
}

// Type is Exported for a typedef: the customary suffix _t says nothing in Go.
func Type(c string) string {
	if s := strings.TrimSuffix(c, "_t"); strings.Trim(s, "_") != "" && !strings.EqualFold(s, "rt") {
		return Exported(s)
	}
	return Exported(c)
}

// Field returns the exported Go name of a member.
func Field(c string) string {
	c = goLetters(c)
	s := strings.TrimLeft(c, "_")
	if s == "" || !startsWithLetter(s) {
		return "X" + c
	}
	return Camel(s)
}

// Const keeps the C spelling, made visible outside of the package.
func Const(c string) string {
	c = goLetters(c)
	if c[0] == '_' {
		return "X" + c
	}
	return strings.ToUpper(c[:1]) + c[1:]
}

// camel joins the parts of a name that underscores separate. A name in capitals is taken as words; any other capital is kept.
func Camel(s string) string {
	if strings.ToUpper(s) == s {
		s = strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for part := range strings.SplitSeq(s, "_") {
		if part == "" {
			continue
		}
		if b.Len() > 0 && isDigit(part[0]) && isDigit(b.String()[b.Len()-1]) {
			b.WriteByte('_') // a_1_2 is not a_12
		}
		b.WriteString(strings.ToUpper(part[:1]))
		b.WriteString(part[1:])
	}
	return b.String()
}

// Param returns a Go parameter name that hides nothing the generated code needs.
func Param(c string, index int) string {
	s := strings.TrimLeft(goLetters(c), "_")
	if s == "" || !startsWithLetter(s) {
		return "arg" + string(rune('0'+index%10))
	}
	s = Camel(s)
	s = LowerFirst(s)
	if better, ok := paramNames[s]; ok {
		return better
	}
	return s
}

// LowerFirst lowers the leading capitals of a name, as Go spells an initialism that starts one: "IDCode" is idCode.
func LowerFirst(s string) string {
	n := 0
	for n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	if n > 1 && n < len(s) && !isDigit(s[n]) {
		n--
	}
	return strings.ToLower(s[:n]) + s[n:]
}

// paramNames replaces the names of keywords, of predeclared identifiers and of the package that the generated code uses.
var paramNames = map[string]string{
	"break": "brk", "case": "cas", "chan": "ch", "const": "constant", "continue": "cont", "default": "def",
	"defer": "deferred", "else": "otherwise", "fallthrough": "through", "for": "loop", "func": "fn", "go": "start",
	"goto": "target", "if": "cond", "import": "imported", "interface": "iface", "map": "mapping", "package": "pkg",
	"range": "rng", "return": "ret", "select": "sel", "struct": "record", "switch": "sw", "type": "typ", "var": "variable",
	"bool": "flag", "byte": "octet", "error": "err", "string": "str", "uintptr": "addr", "unsafe": "raw", "nil": "null",
	"int": "num", "uint": "num", "int8": "num", "int16": "num", "int32": "num", "int64": "num", "uint8": "num",
	"uint16": "num", "uint32": "num", "uint64": "num", "float32": "num", "float64": "num", "any": "value",
	"len": "length", "cap": "capacity", "new": "fresh", "copy": "dup", "close": "closing", "append": "appended",
	"delete": "del", "print": "printing", "true": "yes", "false": "no", "min": "minimum", "max": "maximum", "clear": "clr",
	"real": "realPart", "imag": "imagPart", "complex": "cplx", "panic": "panicking", "make": "making", "iota": "index",
	"r": "rr", // the named result of a function that returns a struct
}

// goLetters replaces what gcc allows in a name and Go does not.
func goLetters(c string) string { return strings.ReplaceAll(c, "$", "_") }

func startsWithLetter(s string) bool {
	return s != "" && ('a' <= s[0] && s[0] <= 'z' || 'A' <= s[0] && s[0] <= 'Z')
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// capital makes the first letter of a name in Go's spelling upper case, LowerInitial lower case.
func Capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func LowerInitial(s string) string { return strings.ToLower(s[:1]) + s[1:] }
