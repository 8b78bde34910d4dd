package parser

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/parser/lexical"
)

var word = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_]*`)

// unknownType guesses the name of an undeclared type from where cc stopped: it takes such a name for an ordinary identifier
// and fails at the token behind it.
func unknownType(source string, col int) (string, bool) {
	if col < 1 || col > len(source)+1 {
		return "", false
	}
	before := word.FindAllString(source[:col-1], -1)
	if n := len(before); n > 1 && tagWords[before[n-2]] {
		return "", false // a tag needs no declaration
	}
	for len(before) > 0 && behindTypes[before[len(before)-1]] {
		before = before[:len(before)-1]
	}
	if n := len(before); n > 0 && !notTypes[before[n-1]] {
		return before[n-1], true
	}
	if first := word.FindString(source[col-1:]); strings.HasPrefix(source[col-1:], first) && first != "" && !notTypes[first] {
		return first, true
	}
	return "", false
}

// behindTypes may stand between a type and what is declared.
var behindTypes = map[string]bool{"const": true, "volatile": true, "restrict": true}

// notTypes are words that stand before a type.
var notTypes = map[string]bool{
	"const": true, "volatile": true, "static": true, "extern": true, "inline": true, "rt_inline": true, "typedef": true,
	"struct": true, "union": true, "enum": true, "unsigned": true, "signed": true, "int": true, "char": true, "void": true,
	"short": true, "long": true, "float": true, "double": true, "register": true, "return": true, "if": true,
}

// tagWords stand before a tag.
var tagWords = map[string]bool{"struct": true, "union": true, "enum": true}

// looksLikeType reports whether a name follows the convention for typedefs.
func looksLikeType(name string) bool { return strings.HasSuffix(name, "_t") }

// declaredWhere looks for the declaration of a type in every header that was read, whatever #if is around it.
func (f *files) declaredWhere(name string) (hint string, found bool) {
	file, line, guards, ok := lexical.FindDecl(f.each, name)
	if !ok {
		return "no header that was read declares it; the directory of the one that does may be missing from -I", false
	}
	at := fmt.Sprintf("%s:%d", f.display(file), line)
	if len(guards) == 0 {
		return fmt.Sprintf("%s declares it; include that header first", at), true
	}
	return fmt.Sprintf("%s declares it when %s; define that in rtconfig.h or with -D", at, strings.Join(guards, " && ")), true
}

// each yields every file that was read, in a fixed order.
func (f *files) each(yield func(string, []byte) bool) {
	for _, name := range slices.Sorted(maps.Keys(f.texts)) {
		if !yield(name, f.texts[name]) {
			return
		}
	}
}
