package python

import (
	"maps"
	"strings"
)

// Note is something in a script that was not understood and may matter.
type Note struct {
	File string
	Line int
	Text string
}

// Machine evaluates scripts.
type Machine struct {
	Import func(module string, scope *Scope) *Object // returns nil for a module that is not known
	Notes  []Note
	steps  int
	depth  int // of calls
}

// What a script that does not end may cost.
const (
	maxSteps  = 1_000_000
	maxPieces = 2_000  // of a string
	maxLength = 20_000 // of a list, when more is added
	maxDepth  = 100    // of functions that call each other
	maxSource = 1 << 20
)

// Scope holds the variables of a script, or of a function.
type Scope struct {
	Vars  map[string]Value
	File  string // the script
	outer *Scope
}

// NewScope returns the scope of a script.
func NewScope(file string) *Scope { return &Scope{Vars: map[string]Value{}, File: file} }

// Lookup returns a variable.
func (s *Scope) Lookup(name string) (Value, bool) {
	for ; s != nil; s = s.outer {
		if v, ok := s.Vars[name]; ok {
			return v, true
		}
	}
	return Unknown{}, false
}

// Stop ends a script when a function of the host panics with it.
type Stop struct{}

// Signals that leave statements.
type (
	returned  struct{ value Value }
	jumped    struct{ word string }
	raised    struct{}
	exhausted struct{}
)

// Run evaluates a script in a scope. It reports whether the script came to its end, or a Stop, rather than leaving by an
// exception or exit.
func (m *Machine) Run(src string, s *Scope) (ended bool) {
	defer func() {
		switch v := recover().(type) {
		case nil, Stop, returned, jumped:
			ended = true
		case raised, exhausted, Exit:
		default:
			panic(v)
		}
	}()
	if len(src) > maxSource {
		return false
	}
	m.block(parse(src), s)
	return true
}

// Exit is what exit() and sys.exit() panic with: they end the whole run.
type Exit struct{}

func (m *Machine) note(s *Scope, line int, text string) {
	m.Notes = append(m.Notes, Note{s.File, line, text})
}

func (m *Machine) block(body []stmt, s *Scope) {
	for _, st := range body {
		m.statement(st, s)
	}
}

func (m *Machine) statement(st stmt, s *Scope) {
	if m.steps++; m.steps > maxSteps {
		panic(exhausted{})
	}
	switch st := st.(type) {
	case assign:
		m.assign(st, s)
	case expression:
		m.eval(st.value, s)
	case ifStmt:
		if m.cond(st.cond, s, st.line) {
			m.block(st.then, s)
		} else {
			m.block(st.other, s)
		}
	case forStmt:
		m.loop(st, s)
	case whileStmt:
		m.repeat(func() bool {
			if !m.cond(st.cond, s, st.line) {
				return false
			}
			return m.iteration(st.body, s)
		})
	case tryStmt:
		m.try(st, s)
	case defStmt:
		s.Vars[st.name] = function{st, s}
	case []importStmt:
		for _, i := range st {
			m.importModule(i, s)
		}
	case returnStmt:
		var v Value = None{}
		if st.value != nil {
			v = m.eval(st.value, s)
		}
		panic(returned{v})
	case raiseStmt:
		panic(raised{})
	case jump:
		panic(jumped{st.word})
	case withStmt:
		if st.as != nil {
			m.bind(st.as, Unknown{}, s)
		}
		m.block(st.body, s)
	case delStmt:
		for _, t := range st.targets {
			if v, ok := t.(variable); ok {
				delete(s.Vars, v.name)
			}
		}
	case unread:
		m.note(s, st.line, st.why)
	}
}

func (m *Machine) cond(e expr, s *Scope, line int) bool {
	yes, known := truth(m.eval(e, s))
	if !known {
		m.note(s, line, "a condition that is not known")
	}
	return yes
}

func (m *Machine) repeat(once func() bool) {
	for once() {
		if m.steps++; m.steps > maxSteps {
			panic(exhausted{})
		}
	}
}

// iteration runs the body of a loop and reports whether the loop goes on.
func (m *Machine) iteration(body []stmt, s *Scope) (on bool) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case jumped:
			on = v.word == "continue"
		default:
			panic(v)
		}
	}()
	m.block(body, s)
	return true
}

func (m *Machine) loop(st forStmt, s *Scope) {
	items, known := iterate(m.eval(st.list, s))
	if !known {
		m.note(s, st.line, "a loop over what is not known")
	}
	for _, item := range items {
		m.bind(st.target, item, s)
		if !m.iteration(st.body, s) {
			return
		}
	}
}

// iterate returns the elements of a value; the second result tells whether they are known.
func iterate(v Value) ([]Value, bool) {
	switch v := v.(type) {
	case *List:
		return append([]Value(nil), v.Items...), true
	case *Dict:
		var keys []Value
		for _, k := range v.Keys() {
			keys = append(keys, Text(k))
		}
		return keys, true
	case Str:
		var chars []Value
		for _, r := range v.String() {
			chars = append(chars, v.with(string(r)))
		}
		return chars, v.Known()
	}
	return nil, false
}

func (m *Machine) try(st tryStmt, s *Scope) {
	failed := func() (failed bool) {
		defer func() {
			switch v := recover().(type) {
			case nil:
			case raised:
				failed = true
			default:
				panic(v)
			}
		}()
		m.block(st.body, s)
		return false
	}()
	if failed {
		m.block(st.handler, s)
	}
	m.block(st.finally, s)
}

func (m *Machine) importModule(i importStmt, s *Scope) {
	if i.names == nil {
		top, _, _ := strings.Cut(i.module, ".")
		bound := top
		if i.as != "" {
			top, bound = i.module, i.as
		}
		s.Vars[bound] = m.module(top, s)
		return
	}
	module, ok := m.module(i.module, s).(*Object)
	for _, n := range i.names {
		switch {
		case n[0] == "*" && ok:
			maps.Copy(s.Vars, module.Attrs)
		case n[0] == "*":
		case ok && module.Attrs[n[0]] != nil:
			s.Vars[n[1]] = module.Attrs[n[0]]
		default:
			s.Vars[n[1]] = Unknown{}
		}
	}
}

func (m *Machine) module(name string, s *Scope) Value {
	if m.Import != nil {
		if o := m.Import(name, s); o != nil {
			return o
		}
	}
	return Unknown{}
}

func (m *Machine) assign(st assign, s *Scope) {
	v := m.eval(st.value, s)
	if st.op != "" {
		old := m.eval(st.targets[0], s)
		if list, ok := old.(*List); ok && st.op == "+" { // in place, as Python does it
			if more, ok := iterate(v); ok && len(list.Items) < maxLength {
				list.Items = append(list.Items, more...)
				return
			}
		}
		v = operate(st.op, old, v)
	}
	for _, t := range st.targets {
		m.bind(t, v, s)
	}
}

// bind assigns a value to what stands on the left.
func (m *Machine) bind(target expr, v Value, s *Scope) {
	switch t := target.(type) {
	case variable:
		s.Vars[t.name] = v
	case attribute:
		if o, ok := m.eval(t.of, s).(*Object); ok && o.Attrs != nil {
			o.Attrs[t.name] = v
		}
	case index:
		at := m.eval(t.at, s)
		switch o := m.eval(t.of, s).(type) {
		case *Dict:
			if k, ok := at.(Str); ok && k.Known() {
				o.Items[k.String()] = v
			}
		case *Object:
			if k, ok := at.(Str); ok && k.Known() && o.Attrs != nil {
				o.Attrs[k.String()] = v
			}
		case *List:
			if i, ok := at.(int64); ok {
				if i, ok := place(i, len(o.Items)); ok {
					o.Items[i] = v
				}
			}
		}
	case sequence:
		items, ok := iterate(v)
		for i, item := range t.items {
			if ok && i < len(items) {
				m.bind(item, items[i], s)
			} else {
				m.bind(item, Unknown{}, s)
			}
		}
	}
}

// place turns Python's index, which may count from the end, into Go's.
func place(i int64, n int) (int, bool) {
	if i < 0 {
		i += int64(n)
	}
	return int(i), i >= 0 && i < int64(n)
}
