package cpp

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Character is the value of a character constant.
type Character struct {
	N      int64
	Prefix string // "", "L", "u" or "U"
	OK     bool
}

// CharValue computes a character constant. Several characters make one number, the first in its highest byte, as gcc has it;
// char is unsigned on arm.
func CharValue(text string) Character {
	prefix, body, ok := Literal(text)
	if !ok || body == "" {
		return Character{}
	}
	units, ok := Units(prefix, body)
	if !ok || len(units) == 0 {
		return Character{}
	}
	c := Character{Prefix: prefix, OK: true}
	if prefix != "" {
		c.N = int64(units[len(units)-1])
		return c
	}
	if len(units) == 1 {
		c.N = int64(units[0])
		return c
	}
	var n uint32
	for _, u := range units {
		n = n<<8 | u&0xff
	}
	c.N = int64(int32(n))
	return c
}

// Literal splits a string or character literal in its prefix and what is between the quotes.
func Literal(text string) (prefix, body string, ok bool) {
	i := strings.IndexAny(text, `"'`)
	if i < 0 || len(text) < i+2 {
		return "", "", false
	}
	return text[:i], text[i+1 : len(text)-1], true
}

// Units returns the code units of a literal: bytes, or the numbers of a wider kind of characters.
func Units(prefix, body string) (units []uint32, ok bool) {
	for body != "" {
		if body[0] != '\\' {
			if prefix == "" || prefix == "u8" {
				units = append(units, uint32(body[0]))
				body = body[1:]
				continue
			}
			r, n := utf8.DecodeRuneInString(body)
			units = appendRune(units, prefix, r)
			body = body[n:]
			continue
		}
		v, rest, char, ok := escape(body)
		if !ok {
			return nil, false
		}
		body = rest
		if char {
			units = appendRune(units, prefix, rune(v))
		} else {
			units = append(units, v)
		}
	}
	return units, true
}

func appendRune(units []uint32, prefix string, r rune) []uint32 {
	switch {
	case prefix == "" || prefix == "u8":
		for _, b := range []byte(string(r)) {
			units = append(units, uint32(b))
		}
	case prefix == "u" && r > 0xffff:
		r -= 0x10000
		units = append(units, 0xd800+uint32(r>>10), 0xdc00+uint32(r&0x3ff))
	default:
		units = append(units, uint32(r))
	}
	return units
}

// escape reads an escape sequence; char tells a character by its Unicode number from a code unit.
func escape(s string) (v uint32, rest string, char, ok bool) {
	if len(s) < 2 {
		return 0, "", false, false
	}
	switch c := s[1]; {
	case c == 'x':
		n := 2
		for n < len(s) && strings.IndexByte("0123456789abcdefABCDEF", s[n]) >= 0 {
			v = v<<4 | hex(s[n])
			n++
		}
		return v, s[n:], false, n > 2
	case c >= '0' && c <= '7':
		n := 1
		for n < len(s) && n < 4 && s[n] >= '0' && s[n] <= '7' {
			v = v<<3 | uint32(s[n]-'0')
			n++
		}
		return v, s[n:], false, true
	case (c == 'u' || c == 'U') && isUCN(s):
		n := 6
		if c == 'U' {
			n = 10
		}
		u, err := strconv.ParseUint(s[2:n], 16, 32)
		return uint32(u), s[n:], true, err == nil
	}
	if v, ok := escapes[s[1]]; ok {
		return v, s[2:], false, true
	}
	return uint32(s[1]), s[2:], false, true // gcc warns, and takes the character
}

func hex(c byte) uint32 {
	if isDigit(c) {
		return uint32(c - '0')
	}
	return uint32(c|0x20-'a') + 10
}

var escapes = map[byte]uint32{'n': '\n', 't': '\t', 'r': '\r', 'a': 7, 'b': 8, 'f': 12, 'v': 11, 'e': 27, 'E': 27}
