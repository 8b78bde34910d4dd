package python

import (
	"strings"
)

func (m *Machine) eval(e expr, s *Scope) Value {
	if m.steps++; m.steps > maxSteps {
		panic(exhausted{})
	}
	switch e := e.(type) {
	case constant:
		if str, ok := e.value.(Str); ok { // the parser does not know the file
			return Str{{Text: str[0].Text, File: s.File, Line: str[0].Line}}
		}
		return e.value
	case variable:
		if v, ok := s.Lookup(e.name); ok {
			return v
		}
		if f, ok := builtins[e.name]; ok {
			return f
		}
		return Unknown{}
	case joined:
		var all Str
		for _, part := range e.parts {
			all = append(all, toStr(m.eval(part, s))...)
		}
		return all
	case attribute:
		return m.attribute(m.eval(e.of, s), e.name)
	case index:
		return m.index(m.eval(e.of, s), m.eval(e.at, s))
	case slice:
		return m.slice(e, s)
	case call:
		return m.call(e, s)
	case unary:
		return m.unary(e, s)
	case binary:
		return m.binary(e, s)
	case compare:
		return m.compare(e, s)
	case choice:
		yes, known := truth(m.eval(e.cond, s))
		switch {
		case !known:
			return Unknown{}
		case yes:
			return m.eval(e.then, s)
		}
		return m.eval(e.other, s)
	case sequence:
		list := &List{Tuple: e.tuple}
		for _, item := range e.items {
			list.Items = append(list.Items, m.eval(item, s))
		}
		return list
	case dictionary:
		d := NewDict()
		for i, k := range e.keys {
			if k, ok := m.eval(k, s).(Str); ok && k.Known() {
				d.Items[k.String()] = m.eval(e.values[i], s)
			}
		}
		return d
	case comprehension:
		return m.comprehend(e, s)
	case lambda:
		return function{defStmt{params: e.params, body: []stmt{returnStmt{e.body}}}, s}
	}
	return Unknown{}
}

func (m *Machine) comprehend(e comprehension, s *Scope) Value {
	items, known := iterate(m.eval(e.list, s))
	if !known {
		return Unknown{}
	}
	inner := &Scope{Vars: map[string]Value{}, File: s.File, outer: s}
	list := &List{}
next:
	for _, item := range items {
		m.bind(e.target, item, inner)
		for _, c := range e.conds {
			if yes, _ := truth(m.eval(c, inner)); !yes {
				continue next
			}
		}
		list.Items = append(list.Items, m.eval(e.value, inner))
	}
	return list
}

func (m *Machine) unary(e unary, s *Scope) Value {
	x := m.eval(e.x, s)
	switch e.op {
	case "not":
		if yes, known := truth(x); known {
			return !yes
		}
	case "-":
		if n, ok := x.(int64); ok {
			return -n
		}
	case "+":
		return x
	case "~":
		if n, ok := x.(int64); ok {
			return ^n
		}
	}
	return Unknown{}
}

func (m *Machine) binary(e binary, s *Scope) Value {
	x := m.eval(e.x, s)
	if e.op != "or" && e.op != "and" {
		return operate(e.op, x, m.eval(e.y, s))
	}
	yes, known := truth(x)
	if known {
		if yes == (e.op == "or") {
			return x
		}
		return m.eval(e.y, s)
	}
	y := m.eval(e.y, s) // "unknown or true" is true, "unknown and false" is false
	if other, known := truth(y); known && other == (e.op == "or") {
		return y
	}
	return Unknown{}
}

// operate computes what a binary operator makes of two values.
func operate(op string, x, y Value) Value {
	if a, ok := x.(int64); ok {
		if b, ok := y.(int64); ok {
			return integer(op, a, b)
		}
	}
	switch a := x.(type) {
	case Str:
		switch op {
		case "+":
			b := toStr(y)
			if len(a)+len(b) > maxPieces {
				panic(exhausted{})
			}
			return append(append(Str{}, a...), b...)
		case "%":
			return format(a, y)
		case "*":
			if n, ok := y.(int64); ok && n >= 0 && n < 1000 && len(a.String()) < maxLength {
				return a.with(strings.Repeat(a.String(), int(n)))
			}
		}
	case *List:
		b, _ := iterate(y) // what is not known of a list of objects is left out
		if op == "+" && len(a.Items)+len(b) < maxLength {
			return &List{Items: append(append([]Value(nil), a.Items...), b...), Tuple: a.Tuple}
		}
	case Unknown:
		if b, ok := y.(Str); ok && op == "+" {
			return append(toStr(x), b...)
		}
		if b, ok := y.(*List); ok && op == "+" {
			return &List{Items: append([]Value(nil), b.Items...)}
		}
	}
	return Unknown{}
}

func integer(op string, a, b int64) Value {
	switch op {
	case "+":
		return a + b
	case "-":
		return a - b
	case "*":
		return a * b
	case "&":
		return a & b
	case "|":
		return a | b
	case "^":
		return a ^ b
	case "<<":
		if b >= 0 && b < 63 {
			return a << b
		}
	case ">>":
		if b >= 0 && b < 64 {
			return a >> b
		}
	case "//":
		if b != 0 {
			return a / b
		}
	case "%":
		if b != 0 {
			return a % b
		}
	}
	return Unknown{}
}

func (m *Machine) compare(e compare, s *Scope) Value {
	x := m.eval(e.x, s)
	for i, op := range e.ops {
		y := m.eval(e.with[i], s)
		yes, known := compareTwo(op, x, y)
		switch {
		case !known:
			return Unknown{}
		case !yes:
			return false
		}
		x = y
	}
	return true
}

func compareTwo(op string, x, y Value) (yes, known bool) {
	switch op {
	case "==":
		return equal(x, y)
	case "!=":
		yes, known = equal(x, y)
		return !yes, known
	case "in":
		return contains(y, x)
	case "not in":
		yes, known = contains(y, x)
		return !yes, known
	}
	order := 0
	switch a := x.(type) {
	case int64:
		b, ok := y.(int64)
		if !ok {
			return false, false
		}
		order = int(max(min(a-b, 1), -1))
	case Str:
		b, ok := y.(Str)
		if !ok || !a.Known() || !b.Known() {
			return false, false
		}
		order = strings.Compare(a.String(), b.String())
	default:
		return false, false
	}
	switch op {
	case "<":
		return order < 0, true
	case ">":
		return order > 0, true
	case "<=":
		return order <= 0, true
	}
	return order >= 0, true
}

// contains reports whether x is in a list, a dictionary or a string.
func contains(in, x Value) (yes, known bool) {
	switch in := in.(type) {
	case *List:
		known = true
		for _, item := range in.Items {
			same, ok := equal(item, x)
			if same && ok {
				return true, true
			}
			known = known && ok
		}
		return false, known
	case *Dict:
		k, ok := x.(Str)
		return ok && in.Items[k.String()] != nil, ok && k.Known()
	case *Object:
		k, ok := x.(Str)
		return ok && in.Attrs[k.String()] != nil, ok && k.Known()
	case Str:
		k, ok := x.(Str)
		return ok && strings.Contains(in.String(), k.String()), ok && k.Known() && in.Known()
	}
	return false, false
}

func (m *Machine) index(of, at Value) Value {
	switch of := of.(type) {
	case *Dict:
		if k, ok := at.(Str); ok && of.Items[k.String()] != nil {
			return of.Items[k.String()]
		}
	case *Object:
		if k, ok := at.(Str); ok && of.Attrs[k.String()] != nil {
			return of.Attrs[k.String()]
		}
	case *List:
		if i, ok := at.(int64); ok {
			if i, ok := place(i, len(of.Items)); ok {
				return of.Items[i]
			}
		}
	case Str:
		if i, ok := at.(int64); ok && of.Known() {
			if i, ok := place(i, len(of.String())); ok {
				return of.with(of.String()[i : i+1])
			}
		}
	}
	return Unknown{}
}

func (m *Machine) slice(e slice, s *Scope) Value {
	of := m.eval(e.of, s)
	n := 0
	switch of := of.(type) {
	case Str:
		n = len(of.String())
	case *List:
		n = len(of.Items)
	default:
		return Unknown{}
	}
	from, to := 0, n
	for _, b := range []struct {
		e expr
		v *int
	}{{e.from, &from}, {e.to, &to}} {
		if b.e == nil {
			continue
		}
		i, ok := m.eval(b.e, s).(int64)
		if !ok {
			return Unknown{}
		}
		if i < 0 {
			i += int64(n)
		}
		*b.v = int(max(0, min(i, int64(n))))
	}
	to = max(from, to)
	switch of := of.(type) {
	case Str:
		return of.with(of.String()[from:to])
	case *List:
		return &List{Items: append([]Value(nil), of.Items[from:to]...), Tuple: of.Tuple}
	}
	return Unknown{}
}

func (m *Machine) call(e call, s *Scope) Value {
	fn := m.eval(e.fn, s)
	c := &Call{Named: map[string]Value{}, File: s.File, Line: e.line, Scope: s}
	for _, a := range e.args {
		c.Args = append(c.Args, m.eval(a, s))
	}
	for _, n := range e.named {
		v := m.eval(n.value, s)
		if d, ok := v.(*Dict); ok && n.name == "*" {
			for k, v := range d.Items {
				c.Named[k] = v
			}
			continue
		}
		c.Named[n.name] = v
	}
	switch fn := fn.(type) {
	case Func:
		return fn(c)
	case function:
		return m.invoke(fn, c)
	}
	return Unknown{}
}

func (m *Machine) invoke(fn function, c *Call) (result Value) {
	if m.depth > maxDepth {
		panic(exhausted{})
	}
	m.depth++
	defer func() { m.depth-- }()
	inner := &Scope{Vars: map[string]Value{}, File: fn.scope.File, outer: fn.scope}
	for i, p := range fn.def.params {
		v := c.Arg(i, p)
		if _, unknown := v.(Unknown); unknown && fn.def.defaults[p] != nil {
			v = m.eval(fn.def.defaults[p], fn.scope)
		}
		inner.Vars[strings.TrimLeft(p, "*")] = v
	}
	defer func() {
		switch v := recover().(type) {
		case nil:
		case returned:
			result = v.value
		default:
			panic(v)
		}
	}()
	m.block(fn.def.body, inner)
	return None{}
}

// attribute returns an attribute of an object, or a method of a string, list or dictionary.
func (m *Machine) attribute(of Value, name string) Value {
	switch v := of.(type) {
	case *Object:
		if a, ok := v.Attrs[name]; ok {
			return a
		}
	case Str:
		if f, ok := stringMethods[name]; ok {
			return Func(func(c *Call) Value { return f(v, c) })
		}
	case *List:
		if f, ok := listMethods[name]; ok {
			return Func(func(c *Call) Value { return f(v, c) })
		}
	case *Dict:
		if f, ok := dictMethods[name]; ok {
			return Func(func(c *Call) Value { return f(v, c) })
		}
	}
	return Unknown{}
}

// toStr returns a value as a piece of a string.
func toStr(v Value) Str {
	switch v := v.(type) {
	case Str:
		return v
	case int64, bool, None:
		return Text(show(v))
	}
	return Str{{Unknown: true}}
}
