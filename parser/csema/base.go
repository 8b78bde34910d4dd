package csema

import (
	"strings"

	"github.com/rttgen/rttgen/parser/csyntax"
)

// base is in which base the numbers of an expression are written: that of the first one that is not decimal; 10 if there is none.
func base(e *csyntax.Expr) int {
	if e == nil {
		return 10
	}
	if e.Kind == csyntax.Number {
		return baseOf(e.Tok.Text)
	}
	for _, x := range append([]*csyntax.Expr{e.X, e.Y, e.Z}, e.List...) {
		if b := base(x); b != 10 {
			return b
		}
	}
	return 10
}

// baseOf is the base of an integer of C. A floating number has none but 10.
func baseOf(text string) int {
	digits := strings.ToLower(text)
	switch {
	case strings.HasPrefix(digits, "0x"):
		return 16
	case strings.HasPrefix(digits, "0b"):
		return 2
	case len(digits) > 1 && digits[0] == '0' && strings.Trim(strings.TrimRight(digits, "ul"), "01234567") == "" && strings.Trim(digits, "0ul") != "":
		return 8
	}
	return 10
}
