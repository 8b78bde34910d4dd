package parser

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/parser/lexical"
)

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
