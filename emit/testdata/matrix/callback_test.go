package matrix

import (
	"fmt"
	"reflect"
	"unsafe"

	"example.com/app/rtt"
)

// callbacks: C calls what it got while it runs, and the function gets what C passes. What it returns, C gets.
func (c *combo) callbacks(p *param, t reflect.Type) []try {
	heard := &heard{}
	list := []try{{"a function", heard.function(t), func(args []reflect.Value, p *param) string { return c.entered(heard, args, p) }, nil}}
	if c.Hook == nil && !p.rule.Nullable {
		return append(list, try{"no function", reflect.Zero(t), nil, rtt.ErrRange})
	}
	return append(list, try{"no function", reflect.Zero(t), func(args []reflect.Value, p *param) string {
		if out := c.enter(args); len(out) > 0 && !out[0].IsZero() {
			return fmt.Sprintf("C got %v from no function", out[0])
		}
		return ""
	}, nil})
}

// heard is what a function of Go's was called with.
type heard struct {
	times int
	args  []reflect.Value
}

// answer is what functions return to C: as large as C's and Go's types both hold.
const answer = 41

func (h *heard) function(t reflect.Type) reflect.Value {
	return reflect.MakeFunc(t, func(args []reflect.Value) []reflect.Value {
		h.times++
		h.args = args
		if t.NumOut() == 0 {
			return nil
		}
		v := reflect.New(t.Out(0)).Elem()
		if v.Kind() == reflect.Bool {
			v.SetBool(true)
		} else {
			v = reflect.ValueOf(answer).Convert(t.Out(0))
		}
		return []reflect.Value{v}
	})
}

// passed is what C passes to callbacks for a number: one that enums have, too.
const passed = 1

// enter does what C does with a callback, with the user data that the wrapper gave it.
func (c *combo) enter(args []reflect.Value) []reflect.Value {
	user := unsafe.Pointer(nil)
	for _, p := range c.params {
		if p.kind == "user" {
			user = args[p.index].UnsafePointer()
		}
	}
	run := reflect.ValueOf(c.Run)
	in := make([]reflect.Value, run.Type().NumIn())
	for i := range in {
		if t := run.Type().In(i); t.Kind() == reflect.UnsafePointer {
			in[i] = reflect.ValueOf(user)
		} else {
			in[i] = reflect.ValueOf(passed).Convert(t)
		}
	}
	return run.Call(in)
}

// entered says what is wrong with a callback that C has.
func (c *combo) entered(h *heard, args []reflect.Value, p *param) string {
	if args[p.index].IsZero() {
		return "C got no function to call"
	}
	before := h.times
	out := c.enter(args)
	if h.times != before+1 {
		return fmt.Sprintf("one call of C's made %d of the function", h.times-before)
	}
	for _, a := range h.args {
		if (a.CanInt() || a.CanUint()) && whole(a).Int64() != passed {
			return fmt.Sprintf("the function got %v, want %d", a, passed)
		}
	}
	if len(out) > 0 {
		want := int64(0) // of a function that returns nothing
		switch f := reflect.TypeOf(c.Func).In(p.in); {
		case f.NumOut() > 0 && f.Out(0).Kind() == reflect.Bool:
			want = 1
		case f.NumOut() > 0:
			want = answer
		}
		if got := whole(out[0]).Int64(); got != want {
			return fmt.Sprintf("C got %d back, want %d", got, want)
		}
	}
	return ""
}

// kept checks that C can call a callback until its object is closed, and that nothing is called any more if C refused it.
func (c *combo) kept() {
	for _, p := range c.params {
		if p.kind != "callback" || p.rule.Lifetime != "retained" || !c.recv {
			continue
		}
		for _, refused := range []bool{false, true} {
			f, t := arm(c.Name)
			if f.result = success(c, t.Out(0)); refused {
				failure, ok := c.failure(t.Out(0))
				if !ok {
					continue
				}
				f.result = failure
			}
			args, _ := c.good(c.Func)
			h := &heard{}
			args[p.in] = h.function(args[p.in].Type())
			c.call(c.Func, args)
			before := h.times
			c.enter(f.args)
			switch later := h.times - before; {
			case refused && later != 0:
				c.t.Errorf("%s: C refused the function and can call it", p.Name)
			case !refused && later != 1:
				c.t.Errorf("%s: C cannot call the function after the call", p.Name)
			}
			args[0].Interface().(interface{ Close() error }).Close()
			before = h.times
			if c.enter(f.args); h.times != before {
				c.t.Errorf("%s: C can call the function of a closed object", p.Name)
			}
		}
	}
}
