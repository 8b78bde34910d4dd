package csema

import (
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/cpp"
)

// number reads an integer or floating constant.
func number(s string) value {
	lower := strings.ToLower(s)
	hex := strings.HasPrefix(lower, "0x")
	if strings.Contains(lower, ".") || !hex && strings.ContainsAny(lower, "e") && !strings.HasPrefix(lower, "0b") ||
		hex && strings.Contains(lower, "p") {
		return floating(lower)
	}
	return integerLiteral(lower)
}

// integerTypes are the types that an integer constant may have, in C's order, by its suffix. Those of a constant in base 10 have
// a sign unless the suffix takes it.
var integerTypes = map[string][]string{
	"":    {"int", "unsigned int", "long", "unsigned long", "long long", "unsigned long long"},
	"u":   {"unsigned int", "unsigned long", "unsigned long long"},
	"l":   {"long", "unsigned long", "long long", "unsigned long long"},
	"ul":  {"unsigned long", "unsigned long long"},
	"ll":  {"long long", "unsigned long long"},
	"ull": {"unsigned long long"},
}

func integerLiteral(s string) value {
	digits := strings.TrimRight(s, "ul")
	suffix := s[len(digits):]
	switch suffix {
	case "lu":
		suffix = "ul"
	case "llu":
		suffix = "ull"
	}
	types, ok := integerTypes[suffix]
	if !ok || strings.Contains(digits, "_") || strings.HasPrefix(digits, "0o") || digits == "" {
		return value{}
	}
	u, err := strconv.ParseUint(digits, 0, 64) // base 0 takes C's prefixes, 0 of octal included
	if err != nil {
		return value{}
	}
	decimal := digits[0] != '0'
	for _, name := range types {
		t := basicType(name)
		if decimal && !t.Signed && !strings.Contains(suffix, "u") {
			continue
		}
		bits := 8 * t.Size
		if t.Signed {
			bits--
		}
		if u>>bits == 0 {
			return value{kind: isInt, t: t, i: int64(u)}
		}
	}
	return value{kind: isInt, t: basicType("unsigned long long"), i: int64(u)} // gcc warns and has it unsigned
}

func floating(s string) value {
	hex := strings.HasPrefix(s, "0x")
	typ := "double"
	switch {
	case strings.HasSuffix(s, "f") && (!hex || strings.Contains(s, "p")):
		typ, s = "float", s[:len(s)-1]
	case strings.HasSuffix(s, "l"):
		typ, s = "long double", s[:len(s)-1]
	}
	if strings.Contains(s, "_") || s == "" {
		return value{}
	}
	if hex && !strings.Contains(s, "p") {
		return value{}
	}
	bits := 64
	if typ == "float" {
		bits = 32
	}
	f, err := strconv.ParseFloat(s, bits)
	if err != nil && (f == 0 || f == f && !isInf(f)) {
		return value{}
	}
	return value{kind: isFloat, t: basicType(typ), f: f}
}

func isInf(f float64) bool { return f-f != 0 && f == f }

// charTypes are the types of character constants and of the elements of strings, by their prefix.
var charTypes = map[string]string{"L": "unsigned int", "u": "unsigned short", "U": "unsigned long"}

func character(s string) value {
	c := cpp.CharValue(s)
	if !c.OK {
		return typed(basicType("int"))
	}
	if name := charTypes[c.Prefix]; name != "" {
		return integerValue(name, c.N)
	}
	return integerValue("int", c.N)
}

// stringLiteral joins adjacent literals. One with a prefix gives it to those without.
func stringLiteral(toks []cpp.Token) value {
	prefix := ""
	for _, t := range toks {
		p, _, ok := cpp.Literal(t.Text)
		if !ok || p != "" && prefix != "" && p != prefix {
			return value{} // gcc refuses the mixture
		}
		if p != "" {
			prefix = p
		}
	}
	elem, wide := basicType("char"), false
	if name := charTypes[prefix]; name != "" {
		elem, wide = basicType(name), true
	}
	v := value{kind: isString, wide: wide, t: &model.Type{Kind: model.Array, Elem: elem, Len: 1}}
	var b strings.Builder
	for _, t := range toks {
		_, body, _ := cpp.Literal(t.Text)
		units, ok := cpp.Units(prefix, body)
		if !ok {
			return value{}
		}
		v.t.Len += int64(len(units))
		for _, u := range units {
			b.WriteByte(byte(u))
		}
	}
	if !wide {
		v.s = b.String()
	}
	return v
}
