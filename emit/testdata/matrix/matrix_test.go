// Package matrix runs every combination of the matrix against a fake C side. What it expects of one follows from its C
// declaration and from the text of its rule, read here anew; the table holds nothing that was planned.
package matrix

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"unsafe"

	"example.com/app/rtt"
	"example.com/app/rtt/internal/handle"
	"example.com/app/rtt/raw"
)

// row is a combination: its declaration and rule, and what was generated for it.
type row struct {
	Name, C, Rule string
	Func          any // the wrapper
	Counted       any // its variant in ticks or milliseconds; nil for none
	Run           any // does what C does with its callback; nil for none
	Hook          any // holds the function of a callback without user data; nil for none
}

// thing is what C's side knows as objects, and what ends them.
var (
	thingType = reflect.TypeFor[*rtt.Thing]()
	otherType = reflect.TypeFor[*rtt.Other]()
)

// fake is the fake C side of one call.
type fake struct {
	called int
	args   []reflect.Value
	during func(args []reflect.Value) // while C runs
	result reflect.Value
}

// arm makes a function of C one that is recorded.
func arm(name string) (*fake, reflect.Type) {
	field := reflect.ValueOf(&raw.Host).Elem().FieldByName("M" + name[1:])
	f := &fake{}
	t := field.Type()
	if t.NumOut() > 0 {
		f.result = reflect.Zero(t.Out(0))
	}
	field.Set(reflect.MakeFunc(t, func(args []reflect.Value) []reflect.Value {
		f.called++
		f.args = args
		if f.during != nil {
			f.during(args)
		}
		if t.NumOut() == 0 {
			return nil
		}
		return []reflect.Value{f.result}
	}))
	return f, t
}

// The context that C says it is called in, and how often each object was ended.
var nest, level int
var ended []unsafe.Pointer

func init() {
	raw.Host.InterruptGetNest = func() uint8 { return uint8(nest) }
	raw.Host.CriticalLevel = func() uint16 { return uint16(level) }
	raw.Host.EnterCritical = func() {}
	raw.Host.ExitCritical = func() {}
	raw.Host.ThingDelete = func(p *raw.Thing) raw.Err { ended = append(ended, unsafe.Pointer(p)); return 0 }
	raw.Host.ThingDetach = func(p *raw.Thing) raw.Err { ended = append(ended, unsafe.Pointer(p)); return 0 }
}

// hold makes a Go object hold one of C's.
func hold(v reflect.Value, object any) {
	h := v.Elem().FieldByName("h")
	reflect.NewAt(h.Type(), unsafe.Pointer(h.UnsafeAddr())).MethodByName("Set").Call([]reflect.Value{reflect.ValueOf(object), reflect.ValueOf(handle.Borrowed)})
}

// held is the object that a Go object holds.
func held(v reflect.Value) unsafe.Pointer {
	h := v.Elem().FieldByName("h")
	return reflect.NewAt(h.Type(), unsafe.Pointer(h.UnsafeAddr())).MethodByName("Get").Call(nil)[0].UnsafePointer()
}

// TestMatrix runs every row.
func TestMatrix(t *testing.T) {
	calls := 0
	for i := range rows {
		r := &rows[i]
		t.Run(r.Name, func(t *testing.T) {
			c, err := read(r)
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				if t.Failed() {
					t.Logf("%s\n%s\n%T", r.C, r.Rule, r.Func)
				}
				calls += c.calls
			}()
			c.t = t
			c.signature()
			c.values()
			c.refusals()
			c.results()
			c.contexts()
		})
	}
	fmt.Printf("%d combinations, %d calls\n", len(rows), calls)
}

// combo is a combination as this test reads it.
type combo struct {
	*row
	t      *testing.T
	rule   rule
	result string // type in C
	params []*param
	recv   bool // the first parameter is the object
	class  string
	style  string
	calls  int
}

// rule is a rule of the mapping, as its text has it.
type rule struct {
	Go     string               `json:"go"`
	Params map[string]paramRule `json:"params"`
	Result any                  `json:"result"`
	Role   string               `json:"role"`
	Blocks bool                 `json:"blocks"`
}

type paramRule struct {
	Direction, Lifetime, Until, LenOf, String, Enum, Class, Time, Type, Group, Go string
	Nullable                                                                      bool
	Const, Min, Max, Below, Default                                               any
	Callback                                                                      *struct{ Func, User, Key string }
}

// UnmarshalJSON reads len_of too.
func (p *paramRule) UnmarshalJSON(text []byte) error {
	type plain paramRule
	if err := json.Unmarshal(text, (*plain)(p)); err != nil {
		return err
	}
	var more struct {
		LenOf string `json:"len_of"`
	}
	err := json.Unmarshal(text, &more)
	p.LenOf = more.LenOf
	return err
}

// resultRule is a key of the rule of the result.
func (c *combo) resultRule(key string) string {
	m, _ := c.rule.Result.(map[string]any)
	s, _ := m[key].(string)
	return s
}

// outcome is how a call ended.
type outcome struct {
	values []reflect.Value
	err    error
}

// hasError reports whether the last result is an error: of everything that must be called by a thread, but for what panics and
// what has no more to say than whether it went well.
func (c *combo) hasError() bool { return c.style != "must" && c.style != "ok" }

// call calls a wrapper.
func (c *combo) call(fn any, args []reflect.Value) (o outcome) {
	c.calls++
	if c.Hook != nil {
		reflect.ValueOf(c.Hook).Elem().SetZero()
	}
	defer func() {
		if r := recover(); r != nil {
			err, ok := r.(error)
			if c.style != "must" || !ok {
				panic(r)
			}
			o.err = err
		}
	}()
	o.values = reflect.ValueOf(fn).Call(args)
	if n := len(o.values) - 1; c.hasError() && n >= 0 {
		o.err, _ = o.values[n].Interface().(error)
		o.values = o.values[:n]
	}
	return o
}

// refused checks that a call ended with an error before C.
func (c *combo) refused(f *fake, o outcome, want error, what string) {
	c.t.Helper()
	if f.called != 0 {
		c.t.Errorf("%s: C was called, want %v", what, want)
		return
	}
	if c.style == "ok" {
		if o.values[0].Bool() {
			c.t.Errorf("%s: true, want false", what)
		}
		return
	}
	if !errors.Is(o.err, want) || o.err != want {
		c.t.Errorf("%s: the error is %v, want %v", what, o.err, want)
	}
}
