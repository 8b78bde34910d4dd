package cpp

import (
	"strconv"
	"strings"
)

// condValue is a value in an #if: intmax_t or uintmax_t.
type condValue struct {
	n        int64
	unsigned bool
}

// condExpr reads the expression of an #if.
type condExpr struct {
	toks    []Token
	at      int
	depth   int
	dead    int // not evaluated: behind 0 && and the like, where a division by zero is none
	problem string
}

func (e *condExpr) fail(problem string) condValue {
	if e.problem == "" {
		e.problem = problem
	}
	return condValue{}
}

func (e *condExpr) peek() string {
	if e.at < len(e.toks) {
		return e.toks[e.at].Text
	}
	return ""
}

func (e *condExpr) take(s string) bool {
	if e.peek() == s && e.at < len(e.toks) && e.toks[e.at].Kind == Punct {
		e.at++
		return true
	}
	return false
}

func (e *condExpr) comma() condValue {
	v := e.conditional()
	for e.take(",") {
		v = e.conditional()
	}
	return v
}

func (e *condExpr) conditional() condValue {
	if e.depth++; e.depth > 400 {
		return e.fail("it is nested too deep")
	}
	defer func() { e.depth-- }()
	c := e.binary(0)
	if !e.take("?") {
		return c
	}
	yes := e.deadIf(c.n == 0, e.comma)
	if !e.take(":") {
		return e.fail("? without :")
	}
	no := e.deadIf(c.n != 0, e.conditional)
	unsigned := yes.unsigned || no.unsigned
	if c.n != 0 {
		no = yes
	}
	no.unsigned = unsigned
	return no
}

func (e *condExpr) deadIf(dead bool, f func() condValue) condValue {
	e.dead += truth(dead)
	defer func() { e.dead -= truth(dead) }()
	return f()
}

// precedence of binary operators, the weakest first.
var precedence = []map[string]bool{
	set("||"), set("&&"), set("|"), set("^"), set("&"), set("==", "!="), set("<", ">", "<=", ">="), set("<<", ">>"), set("+", "-"),
	set("*", "/", "%"),
}

func (e *condExpr) binary(level int) condValue {
	if level == len(precedence) {
		return e.unary()
	}
	x := e.binary(level + 1)
	for e.problem == "" && e.at < len(e.toks) && e.toks[e.at].Kind == Punct && precedence[level][e.peek()] {
		op := e.peek()
		e.at++
		switch op {
		case "||":
			y := e.deadIf(x.n != 0, func() condValue { return e.binary(level + 1) })
			x = condValue{n: int64(truth(x.n != 0 || y.n != 0))}
		case "&&":
			y := e.deadIf(x.n == 0, func() condValue { return e.binary(level + 1) })
			x = condValue{n: int64(truth(x.n != 0 && y.n != 0))}
		default:
			x = e.calc(op, x, e.binary(level+1))
		}
	}
	return x
}

func (e *condExpr) calc(op string, x, y condValue) condValue {
	unsigned := x.unsigned || y.unsigned
	less := func(x, y condValue) bool {
		if unsigned {
			return uint64(x.n) < uint64(y.n)
		}
		return x.n < y.n
	}
	switch op {
	case "==":
		return condValue{n: int64(truth(x.n == y.n))}
	case "!=":
		return condValue{n: int64(truth(x.n != y.n))}
	case "<":
		return condValue{n: int64(truth(less(x, y)))}
	case ">":
		return condValue{n: int64(truth(less(y, x)))}
	case "<=":
		return condValue{n: int64(truth(!less(y, x)))}
	case ">=":
		return condValue{n: int64(truth(!less(x, y)))}
	case "<<", ">>":
		return shift(op == "<<", x, y)
	case "/", "%":
		return e.divide(op, x, y, unsigned)
	}
	v := map[string]int64{"|": x.n | y.n, "^": x.n ^ y.n, "&": x.n & y.n, "+": x.n + y.n, "-": x.n - y.n, "*": x.n * y.n}[op]
	return condValue{v, unsigned}
}

func (e *condExpr) divide(op string, x, y condValue, unsigned bool) condValue {
	switch {
	case y.n == 0 && e.dead > 0:
		return condValue{unsigned: unsigned}
	case y.n == 0:
		return e.fail("division by zero")
	case unsigned && op == "/":
		return condValue{int64(uint64(x.n) / uint64(y.n)), true}
	case unsigned:
		return condValue{int64(uint64(x.n) % uint64(y.n)), true}
	case op == "/":
		return condValue{n: x.n / y.n}
	}
	return condValue{n: x.n % y.n}
}

func shift(left bool, x, y condValue) condValue {
	n := y.n
	if !y.unsigned && n < 0 {
		left, n = !left, -n
	}
	switch {
	case left && (n < 0 || n > 63):
		x.n = 0
	case left:
		x.n <<= uint(n)
	case x.unsigned && (n < 0 || n > 63):
		x.n = 0
	case x.unsigned:
		x.n = int64(uint64(x.n) >> uint(n))
	default:
		x.n >>= uint(min(n, 63))
	}
	return x
}

func (e *condExpr) unary() condValue {
	if e.depth++; e.depth > 400 {
		return e.fail("it is nested too deep")
	}
	defer func() { e.depth-- }()
	if e.at >= len(e.toks) {
		return e.fail("it ends too early")
	}
	tok := e.toks[e.at]
	if tok.Kind == Punct {
		switch {
		case e.take("!"):
			return condValue{n: int64(truth(e.unary().n == 0))}
		case e.take("~"):
			v := e.unary()
			v.n = ^v.n
			return v
		case e.take("-"):
			v := e.unary()
			v.n = -v.n
			return v
		case e.take("+"):
			return e.unary()
		case e.take("("):
			v := e.comma()
			if !e.take(")") {
				return e.fail("a parenthesis is not closed")
			}
			return v
		}
	}
	return e.primary(tok)
}

func (e *condExpr) primary(tok Token) condValue {
	switch tok.Kind {
	case Number:
		v, ok := condNumber(tok.Text)
		if !ok {
			return e.fail(tok.Text + " is no integer")
		}
		e.at++
		return v
	case Char:
		e.at++
		return condValue{n: CharValue(tok.Text).N}
	case Ident: // not a macro: 0
		e.at++
		if e.peek() == "(" {
			return e.fail("there is no macro " + tok.Text + " that takes arguments")
		}
		return condValue{}
	}
	return e.fail("unexpected " + tok.Text)
}

func condNumber(s string) (condValue, bool) {
	digits := strings.TrimRight(s, "uUlL")
	if strings.HasPrefix(digits, "0b") || strings.HasPrefix(digits, "0B") {
		digits = "0b" + digits[2:]
	}
	n, err := strconv.ParseUint(digits, 0, 64)
	if err != nil || strings.Contains(digits, "_") || strings.HasPrefix(digits, "0o") || strings.HasPrefix(digits, "0O") {
		return condValue{}, false
	}
	return condValue{int64(n), strings.ContainsAny(s[len(digits):], "uU") || n > 1<<63-1}, true
}
