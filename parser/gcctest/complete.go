package gcctest

import (
	"debug/dwarf"
	"debug/elf"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// missing returns what gcc found declared in the header and the facts neither have nor list as skipped. Variables are not looked
// for: gcc keeps nothing of one that is only declared.
func missing(api *model.API, header, object, functions string) ([]string, error) {
	known := knownNames(api)
	var list []string
	note := func(kind, name string) {
		if !known[name] && !known[kind+" "+name] {
			list = append(list, kind+" "+name)
		}
	}
	text, err := os.ReadFile(functions)
	if err != nil {
		return nil, err
	}
	for _, name := range declaredFunctions(string(text), header) {
		note("function", name)
	}
	if err := declaredTypes(object, header, skippedLines(api, header), note); err != nil {
		return nil, err
	}
	slices.Sort(list)
	return slices.Compact(list), nil
}

func skippedLines(api *model.API, header string) map[int]bool {
	lines := map[int]bool{}
	for _, s := range api.Skipped {
		if s.Pos.File == header {
			lines[s.Pos.Line] = true
		}
	}
	return lines
}

// knownNames are the names that the facts have, of tags with their keyword.
func knownNames(api *model.API) map[string]bool {
	known := map[string]bool{}
	for _, r := range api.Records {
		known[r.Name] = true
	}
	for _, e := range api.Enums {
		known[e.Name] = true
		for _, c := range e.Constants {
			known[c.Name] = true
		}
	}
	for _, t := range api.Typedefs {
		known[t.Name] = true
	}
	for _, f := range api.Functions {
		known[f.Name] = true
	}
	for _, s := range api.Skipped {
		known[s.Name] = true
	}
	return known
}

// A line of -aux-info: /* dir/x.h:3:NC */ extern int f (int);
var (
	auxLine  = regexp.MustCompile(`^/\* (.*?):\d+:\w+ \*/ (.*)$`)
	function = regexp.MustCompile(`([A-Za-z_$\x80-\xff][\w$\x80-\xff]*) \((?:[^*]|$)`)
)

func declaredFunctions(text, header string) []string {
	var names []string
	for _, line := range strings.Split(text, "\n") {
		m := auxLine.FindStringSubmatch(line)
		if m == nil || filepath.Base(m[1]) != filepath.Base(header) {
			continue
		}
		for _, f := range function.FindAllStringSubmatch(m[2], -1) {
			if !isKeyword(f[1]) {
				names = append(names, f[1])
				break
			}
		}
	}
	return names
}

// isKeyword tells whether a word before a bracket is part of a type: "void (*f (int))(int)".
func isKeyword(word string) bool {
	switch word {
	case "void", "char", "short", "int", "long", "float", "double", "signed", "unsigned", "_Bool", "const", "volatile", "__attribute__":
		return true
	}
	return false
}

// declaredTypes notes the records, enums, enumerators and typedefs of the header in the debug information.
// Those on lines where something is skipped are not in it.
func declaredTypes(object, header string, skipped map[int]bool, note func(kind, name string)) error {
	file, err := elf.Open(object)
	if err != nil {
		return err
	}
	defer file.Close()
	data, err := file.DWARF()
	if err != nil {
		return err
	}
	kinds := map[dwarf.Tag]string{
		dwarf.TagStructType: "struct", dwarf.TagUnionType: "union", dwarf.TagEnumerationType: "enum", dwarf.TagTypedef: "typedef",
		dwarf.TagEnumerator: "enumerator",
	}
	var files []*dwarf.LineFile
	here := false // enumerators have no file, they are in that of their enum
	for r := data.Reader(); ; {
		e, err := r.Next()
		if err != nil {
			return err
		}
		if e == nil {
			return nil
		}
		switch e.Tag {
		case 0:
			continue
		case dwarf.TagCompileUnit:
			lines, err := data.LineReader(e)
			if err != nil {
				return fmt.Errorf("line table: %w", err)
			}
			files = lines.Files()
			continue
		case dwarf.TagSubprogram, dwarf.TagLexDwarfBlock:
			r.SkipChildren()
			continue
		}
		kind, ok := kinds[e.Tag]
		if !ok {
			continue
		}
		if i, ok := e.Val(dwarf.AttrDeclFile).(int64); ok {
			here = int(i) < len(files) && files[i] != nil && filepath.Base(files[i].Name) == filepath.Base(header)
		}
		if line, ok := e.Val(dwarf.AttrDeclLine).(int64); ok && skipped[int(line)] {
			here = false
		}
		if name, ok := e.Val(dwarf.AttrName).(string); ok && here {
			note(kind, name)
		}
	}
}
