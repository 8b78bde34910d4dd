package parser

import (
	"strconv"
	"strings"
)

// integerLiteral reads an integer constant. Its type is the first of C's list that holds the value.
func integerLiteral(s string) (number, bool) {
	digits := strings.TrimRight(s, "uUlL")
	suffix := strings.ToLower(s[len(digits):])
	u, err := strconv.ParseUint(strings.ReplaceAll(digits, "'", ""), 0, 64) // base 0 takes C's prefixes, 0 of octal included
	if err != nil {
		return number{}, false
	}
	n := number{v: int64(u)}
	unsigned := strings.Contains(suffix, "u")
	decimal := digits[0] != '0'
	n.wide = strings.Contains(suffix, "ll") || u > 0xffff_ffff || u > 0x7fff_ffff && decimal && !unsigned
	limit := uint64(0x7fff_ffff)
	if n.wide {
		limit = 0x7fff_ffff_ffff_ffff
	}
	n.signed = !unsigned && u <= limit
	return n, true
}

// charLiteral reads a character constant; char is unsigned on arm, and the constant an int.
func charLiteral(s string) (number, bool) {
	body := strings.TrimSuffix(strings.TrimPrefix(s, "'"), "'")
	if len(body) == 1 {
		return number{v: int64(body[0]), signed: true}, true
	}
	if !strings.HasPrefix(body, `\`) {
		return number{}, false
	}
	if v, ok := escapes[body[1:]]; ok {
		return number{v: v, signed: true}, true
	}
	base, digits := 8, body[1:]
	if rest, ok := strings.CutPrefix(digits, "x"); ok {
		base, digits = 16, rest
	}
	v, err := strconv.ParseUint(digits, base, 8)
	return number{v: int64(v), signed: true}, err == nil
}

var escapes = map[string]int64{
	"n": '\n', "t": '\t', "r": '\r', "a": 7, "b": 8, "f": 12, "v": 11, "e": 27, `\`: '\\', "'": '\'', `"`: '"', "?": '?',
}
