package mapping

import (
	"fmt"
	"slices"
	"strings"
)

// KeyTables returns the Markdown tables of keys for the documentation, by the name of the object in the schema.
func KeyTables() map[string]string {
	tables := map[string]string{}
	walk(vocabulary(), func(s *spec) {
		if s.def != "classFunction" { // the keys of functions
			tables[s.def] = keyTable(s)
		}
	})
	return tables
}

// Words returns the words of closed sets, without Go's own type names.
func Words() []string {
	var all []string
	walk(vocabulary(), func(s *spec) {
		for _, f := range s.fields {
			if f.value.kind == scalarSpec && f.value.scalar.what != integerType().what {
				all = append(all, f.value.scalar.words...)
			}
		}
	})
	slices.Sort(all)
	return slices.Compact(all)
}

// walk visits every object of the vocabulary.
func walk(s *spec, visit func(*spec)) {
	switch {
	case s == nil:
	case s.kind == objectSpec:
		visit(s)
		for _, f := range s.fields {
			walk(f.value, visit)
		}
	default:
		walk(s.elem, visit)
	}
}

func keyTable(s *spec) string {
	var b strings.Builder
	if s.def == "mapping" {
		b.WriteString("| Section | Meaning |\n|---|---|\n")
		for _, f := range s.fields {
			fmt.Fprintf(&b, "| `%s` | %s |\n", f.key, escape(f.doc))
		}
		return b.String()
	}
	b.WriteString("| Key | Value | Meaning | Example |\n|---|---|---|---|\n")
	for _, f := range s.fields {
		key := "`" + f.key + "`"
		if f.required {
			key += " (must be there)"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | `%s` |\n", key, valueOf(f.value), escape(f.doc), escape(f.key+": "+f.example))
	}
	return b.String()
}

// valueOf names the values of a key.
func valueOf(s *spec) string {
	switch s.kind {
	case scalarSpec:
		if s.scalar.words != nil {
			return "`" + strings.Join(s.scalar.words, "`, `") + "`"
		}
		return noun(s.scalar.what)
	case boolSpec:
		return "`true`, `false`"
	case listSpec:
		if s.elem.kind == scalarSpec {
			return "list of " + s.elem.scalar.plural
		}
		return "list"
	case tableSpec:
		return "by name"
	}
	if s.short != "" {
		return "mapping or word"
	}
	return "mapping"
}

// noun drops the article of a phrase.
func noun(s string) string {
	_, rest, _ := strings.Cut(s, " ")
	return rest
}

// escape makes bars safe in a Markdown table.
func escape(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
