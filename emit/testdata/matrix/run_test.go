package matrix

import (
	"fmt"
	"math/big"
	"reflect"
	"runtime"
	"unsafe"

	"example.com/app/rtt"
	"example.com/app/rtt/raw"
)

// good are arguments that C takes, with what it must get of each.
func (c *combo) good(fn any) ([]reflect.Value, []try) {
	t := reflect.TypeOf(fn)
	args, tries := make([]reflect.Value, t.NumIn()), make([]try, len(c.params))
	for i, p := range c.params {
		if p.in < 0 {
			continue
		}
		tries[i] = c.first(p, t.In(p.in))
		args[p.in] = tries[i].in
	}
	return args, tries
}

func (c *combo) first(p *param, t reflect.Type) try {
	if (p.kind == "time" || p.kind == "time at") && t != reflect.TypeFor[int64]() && t.String() != "time.Duration" {
		return c.counts(p, t)[0]
	}
	return c.tries(p, t)[0]
}

// values calls the wrapper with every good value of each parameter and looks at what C got of all of them.
func (c *combo) values() {
	c.each(c.Func, c.tries, true)
	if c.Counted != nil {
		c.each(c.Counted, c.variant, true)
	}
}

// refusals calls it with every value that must not reach C.
func (c *combo) refusals() {
	c.each(c.Func, c.tries, false)
	if c.Counted != nil {
		c.each(c.Counted, c.variant, false)
	}
}

func (c *combo) variant(p *param, t reflect.Type) []try {
	if p.kind == "time" || p.kind == "time at" {
		return c.counts(p, t)
	}
	return c.tries(p, t)
}

func (c *combo) each(fn any, of func(*param, reflect.Type) []try, good bool) {
	t := reflect.TypeOf(fn)
	called := false
	for i, p := range c.params {
		if p.in < 0 {
			continue
		}
		for _, one := range of(p, t.In(p.in)) {
			if (one.err == nil) != good || one.err != nil && !checked && one.err != error(rtt.ErrName) {
				continue
			}
			args, tries := c.good(fn)
			args[p.in], tries[i] = one.in, one
			c.one(fn, args, tries, p.Name+" "+one.text, one.err)
			called = true
		}
	}
	if good && !called {
		args, tries := c.good(fn)
		c.one(fn, args, tries, "no arguments", nil)
	}
}

// one makes one call.
func (c *combo) one(fn any, args []reflect.Value, tries []try, what string, want error) {
	f, t := arm(c.Name)
	if t.NumOut() > 0 {
		f.result = success(c, t.Out(0))
	}
	var wrong []string
	f.during = func(got []reflect.Value) {
		if want != nil {
			return
		}
		for i, p := range c.params {
			if msg := c.got(got, p, tries[i]); msg != "" {
				wrong = append(wrong, p.Name+": "+msg)
			}
		}
	}
	o := c.call(fn, args)
	if want != nil {
		c.refused(f, o, want, what)
		return
	}
	if f.called != 1 {
		c.t.Errorf("%s: C was called %d times, and the error is %v", what, f.called, o.err)
		return
	}
	if o.err != nil {
		c.t.Errorf("%s: error %v", what, o.err)
	}
	for _, msg := range wrong {
		c.t.Errorf("%s: %s", what, msg)
	}
	runtime.KeepAlive(args)
}

// got says what is wrong with an argument of C's.
func (c *combo) got(args []reflect.Value, p *param, one try) string {
	switch p.kind {
	case "const":
		n, _ := limit(p.rule.Const)
		switch v := args[p.index]; {
		case v.CanFloat():
			if v.Float() != float64(n) {
				return fmt.Sprintf("C got %v, want %d", v, n)
			}
		case v.CanInt() || v.CanUint():
			return isNumber(big.NewInt(n))(args, p)
		case uint32(uintptr(v.UnsafePointer())) != uint32(n):
			return fmt.Sprintf("C got %#x, want %#x", v.UnsafePointer(), uint32(n))
		}
		return ""
	case "out":
		if args[p.index].IsZero() {
			return "C got nowhere to write to"
		}
		return ""
	case "user", "len": // looked at with what they belong to
		return ""
	}
	return one.got(args, p)
}

// contexts calls it from where it must not be called.
func (c *combo) contexts() {
	if !checked {
		return
	}
	try := func(what string) {
		f, t := arm(c.Name)
		if t.NumOut() > 0 {
			f.result = success(c, t.Out(0))
		}
		args, _ := c.good(c.Func)
		o := c.call(c.Func, args)
		c.refused(f, o, rtt.ErrContext, what)
	}
	nest = 1
	try("in an interrupt")
	nest = 0
	if c.rule.Blocks {
		level = 1
		try("with the scheduler locked")
		level = 0
	}
}

// success is what C returns when all is well.
func success(c *combo, t reflect.Type) reflect.Value {
	switch {
	case c.style == "handle":
		object := unsafe.Pointer(new(raw.Other))
		if c.resultRule("class") == "Thing" {
			object = unsafe.Pointer(new(raw.Thing))
		}
		return pointer(object, t)
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.UnsafePointer:
		return pointer(unsafe.Pointer(new([2048]byte)), t)
	}
	return reflect.Zero(t)
}

func pointer(p unsafe.Pointer, t reflect.Type) reflect.Value {
	if t.Kind() == reflect.UnsafePointer {
		return reflect.ValueOf(p)
	}
	return reflect.NewAt(t.Elem(), p)
}
