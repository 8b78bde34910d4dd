package sysroot

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed has.txt
var hasText string

// Has returns what gcc 12 answers to a question of #if: "__has_attribute", "__has_c_attribute", "__has_cpp_attribute" or
// "__has_builtin" about a name as it is written, "__packed__" or "gnu::packed".
func Has(question, name string) int {
	known := hasTable()
	switch question {
	case "__has_builtin":
		return known["__has_builtin "+name]
	case "__has_attribute":
		if v := bracketed(known, name); v != 0 { // a standard attribute's number, even here
			return v
		}
		return known["__has_attribute "+plain(name)]
	case "__has_c_attribute", "__has_cpp_attribute":
		return bracketed(known, name)
	}
	return 0
}

// bracketed looks up an attribute as double brackets hold it.
func bracketed(known map[string]int, name string) int {
	if space, in, ok := strings.Cut(name, "::"); ok {
		if space = plain(strings.TrimSpace(space)); space == "gnu" {
			return known["__has_attribute "+plain(strings.TrimSpace(in))]
		}
		return 0
	}
	return known["__has_c_attribute "+plain(name)]
}

// plain removes the underscores that keep the name of an attribute clear of macros.
func plain(name string) string {
	if in, ok := strings.CutPrefix(name, "__"); ok && strings.HasSuffix(in, "__") && len(in) > 2 {
		return strings.TrimSuffix(in, "__")
	}
	return name
}

// hasTable is what has.txt says, by question and name.
var hasTable = sync.OnceValue(func() map[string]int {
	table := map[string]int{}
	section := ""
	for _, line := range strings.Split(hasText, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "[") {
			section = strings.Trim(line, "[]")
			continue
		}
		question, forms, _ := strings.Cut(section, ", ")
		for _, word := range strings.Fields(line) {
			name, value, ok := strings.Cut(word, "=")
			answer := 1
			if n, err := strconv.Atoi(value); ok && err == nil {
				answer = n
			}
			for _, form := range spellings(forms, name) {
				table[question+" "+form] = answer
			}
		}
	}
	return table
})

// spellings returns the names that a word of a section stands for.
func spellings(forms, name string) []string {
	switch forms {
	case "with and without __builtin_":
		return []string{name, "__builtin_" + name}
	case "with __builtin_":
		return []string{"__builtin_" + name}
	case "with _1, _2, _4 and _8":
		return []string{name + "_1", name + "_2", name + "_4", name + "_8"}
	}
	return []string{name}
}
