package sysroot

import (
	"regexp"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// A scan of preprocessed headers, just good enough for the ones in this package: they are ours, so
// what it cannot read can be written differently.

type macro struct {
	name   string
	params string // with the parentheses; empty for an object-like macro
	body   string
}

type declaration struct {
	text    string   // as written, without the semicolon
	names   []string // the identifiers it declares
	keyword string   // struct, union or enum, when it defines one
	tag     string   // of that definition
	body    string   // between its braces
}

type member struct {
	name      string
	aggregate bool // of a type that is defined in place
}

var (
	define     = regexp.MustCompile(`^#define (\w+)(\([^)]*\))?[ \t]*(.*?)[ \t]*$`)
	undef      = regexp.MustCompile(`^#undef (\w+)`)
	lineMarker = regexp.MustCompile(`^# \d+ "([^"]*)"`)
	aggregate  = regexp.MustCompile(`(?s)^(typedef\s+)?(struct|union|enum)\s*(\w*)\s*\{(.*)\}\s*(\w*)$`)
	attribute  = regexp.MustCompile(`__attribute__\s*\(\((?:[^()]|\([^()]*\))*\)\)`)
	identifier = regexp.MustCompile(`[A-Za-z_]\w*`)
	pointerTo  = regexp.MustCompile(`\(\s*\*\s*(\w+)\s*\)`)
)

func scanMacros(text string) []macro {
	var macros []macro
	for _, line := range strings.Split(text, "\n") {
		if m := define.FindStringSubmatch(line); m != nil {
			macros = append(macros, macro{m[1], m[2], m[3]})
		} else if m := undef.FindStringSubmatch(line); m != nil {
			for i := range macros {
				if macros[i].name == m[1] {
					macros = append(macros[:i], macros[i+1:]...)
					break
				}
			}
		}
	}
	return macros
}

// scanHeader reads the output of cpp -dD, less what comes from the compiler itself.
func scanHeader(preprocessed string) ([]macro, []declaration) {
	var directives, code strings.Builder
	own := false
	for _, line := range strings.Split(preprocessed, "\n") {
		switch {
		case lineMarker.MatchString(line):
			file := lineMarker.FindStringSubmatch(line)[1]
			own = !strings.HasPrefix(file, "<")
		case !own:
		case strings.HasPrefix(line, "#"):
			directives.WriteString(line + "\n")
		default:
			code.WriteString(line + "\n")
		}
	}
	return scanMacros(directives.String()), scanDeclarations(code.String())
}

func scanDeclarations(code string) []declaration {
	var all []declaration
	for _, text := range splitTop(code, ';') {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		d := declaration{text: text}
		if m := aggregate.FindStringSubmatch(text); m != nil {
			d.keyword, d.tag, d.body = m[2], m[3], m[4]
			if m[5] != "" {
				d.names = []string{m[5]}
			}
		} else {
			plain := attribute.ReplaceAllString(text, "")
			for _, declarator := range splitTop(plain, ',') {
				if id := declared(declarator); id != "" {
					d.names = append(d.names, id)
				}
			}
		}
		all = append(all, d)
	}
	return all
}

// declared returns the identifier a declarator declares; "" for a forward declaration of a tag.
func declared(declarator string) string {
	declarator = strings.TrimSpace(declarator)
	if m := pointerTo.FindStringSubmatch(declarator); m != nil {
		if i := strings.Index(declarator, "("); i == strings.Index(declarator, m[0]) {
			return m[1]
		}
	}
	if i := strings.IndexAny(declarator, "(["); i >= 0 {
		declarator = declarator[:i]
	}
	words := identifier.FindAllString(declarator, -1)
	if len(words) == 2 && words[0] == "struct" && !strings.Contains(declarator, "*") {
		return ""
	}
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

func (d declaration) members() []member {
	var all []member
	for _, text := range splitTop(d.body, ';') {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		in := strings.Contains(text, "{")
		if in {
			text = text[strings.LastIndex(text, "}")+1:]
		}
		all = append(all, member{declared(attribute.ReplaceAllString(text, "")), in})
	}
	return all
}

// splitTop splits text at sep outside of parentheses, brackets and braces.
func splitTop(text string, sep byte) []string {
	var parts []string
	depth, start := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case strings.IndexByte("({[", c) >= 0:
			depth++
		case strings.IndexByte(")}]", c) >= 0:
			depth--
		case c == sep && depth == 0:
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}

// constantMacros tells which macros are constants, or functions of constants: their bodies hold
// literals, operators, parameters, type names and each other.
func constantMacros(macros []macro, declarations []declaration) map[string]bool {
	known := map[string]bool{}
	for _, word := range strings.Fields("sizeof int long short char unsigned signed") {
		known[word] = true
	}
	for _, d := range declarations {
		if strings.HasPrefix(d.text, "typedef") {
			for _, id := range d.names {
				known[id] = true
			}
		}
	}
	text, err := Predefined(model.Target{ShortEnums: true})
	if err != nil {
		panic(err) // what is read for when nothing tells is always known
	}
	for _, m := range scanMacros(text) {
		known[m.name] = true
	}
	constant := map[string]bool{}
	for again := true; again; {
		again = false
		for _, m := range macros {
			if !constant[m.name] && isConstant(m, known, constant) {
				constant[m.name], again = true, true
			}
		}
	}
	return constant
}

var (
	literal = regexp.MustCompile(`"[^"]*"|'[^']*'|\b(0[xX][0-9a-fA-F]+|[0-9.]+([eE][-+]?[0-9]+)?)[uUlLfF]*\b`)
	effect  = regexp.MustCompile(`[^=!<>]=[^=]|\(\*\(|\+\+|--|->|[{}]|(^|[^#])#([^#]|$)`)
)

func isConstant(m macro, known, constant map[string]bool) bool {
	if strings.HasPrefix(m.body, "__attribute__") || effect.MatchString(m.body) {
		return false
	}
	params := map[string]bool{}
	for _, p := range identifier.FindAllString(m.params, -1) {
		params[p] = true
	}
	rest := literal.ReplaceAllString(m.body, " ")
	if m.params == "" && rest == m.body && identifier.FindString(rest) == "" {
		return false // punctuation only
	}
	typesOnly := literal.FindString(m.body) == "" && len(params) == 0
	for _, id := range identifier.FindAllString(rest, -1) {
		switch {
		case params[id]:
		case constant[id]:
			typesOnly = false
		case known[id]:
			if strings.HasPrefix(id, "__") && !strings.HasSuffix(id, "TYPE__") && !strings.HasSuffix(id, "_t") {
				typesOnly = false
			}
		default:
			return false
		}
	}
	return !typesOnly
}
