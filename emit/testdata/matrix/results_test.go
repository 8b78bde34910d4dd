package matrix

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"runtime"
	"slices"
	"time"
	"unsafe"

	"example.com/app/rtt"
	"example.com/app/rtt/raw"
)

// returned is something that C returns, and what Go must get of it.
type returned struct {
	text string
	c    reflect.Value
	want func(outcome) string // what is wrong with it; empty for nothing
	err  error
}

// results makes C return what it may and looks at what Go gets.
func (c *combo) results() {
	_, t := arm(c.Name)
	if t.NumOut() == 0 {
		c.returns(returned{text: "nothing"})
	} else {
		for _, r := range c.returnsOf(t.Out(0), reflect.TypeOf(c.Func)) {
			c.returns(r)
		}
		c.kept()
	}
}

// returns makes one call in which C returns and writes something.
func (c *combo) returns(r returned) {
	f, _ := arm(c.Name)
	f.result = r.c
	f.during = c.writes
	args, _ := c.good(c.Func)
	o := c.call(c.Func, args)
	if o.err != r.err {
		c.t.Errorf("C returned %s: the error is %v, want %v", r.text, o.err, r.err)
		return
	}
	if r.err != nil {
		return
	}
	if r.want != nil {
		if msg := r.want(o); msg != "" {
			c.t.Errorf("C returned %s: %s", r.text, msg)
		}
	}
	if c.style == "ok" && !o.values[0].Bool() {
		return // there is nothing to read
	}
	outs := o.values
	for i := len(c.params) - 1; i >= 0; i-- {
		if p := c.params[i]; p.kind == "out" {
			if msg := c.written(p, outs[len(outs)-1]); msg != "" {
				c.t.Errorf("%s: %s", p.Name, msg)
			}
			outs = outs[:len(outs)-1]
		}
	}
	runtime.KeepAlive(args)
}

// What C writes through pointers: a number, or a pointer to something.
const written = 3

var marker [16]byte

// outType is the Go type of what C writes.
func (c *combo) outType() reflect.Type {
	t := reflect.TypeOf(c.Func)
	n := t.NumOut() - 1
	if c.hasError() {
		n--
	}
	return t.Out(n)
}

func (c *combo) writes(args []reflect.Value) {
	for _, p := range c.params {
		if p.kind != "out" {
			continue
		}
		at, t := args[p.index].UnsafePointer(), c.outType()
		switch {
		case t.Kind() == reflect.Pointer || t.Kind() == reflect.UnsafePointer:
			*(*unsafe.Pointer)(at) = unsafe.Pointer(&marker)
		case p.elem == 0 && t.Kind() == reflect.Float32:
			*(*float32)(at) = written
		case p.elem == 0 && t.Kind() == reflect.Float64:
			*(*float64)(at) = written
		default:
			*(*byte)(at) = written // little-endian, whatever its size
		}
	}
}

func (c *combo) written(p *param, got reflect.Value) string {
	ok := false
	switch t := got.Type(); {
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.UnsafePointer:
		ok = got.UnsafePointer() == unsafe.Pointer(&marker)
	case t == reflect.TypeFor[time.Duration]() && p.rule.Time != "":
		ok = got.Interface() == written*time.Millisecond
	case t.Kind() == reflect.Bool:
		ok = got.Bool()
	case got.CanFloat():
		ok = got.Float() == written
	case got.CanInt() || got.CanUint():
		ok = whole(got).Int64() == written
	default: // memory
		x := reflect.New(t)
		x.Elem().Set(got)
		ok = *(*byte)(x.UnsafePointer()) == written
	}
	if !ok {
		return fmt.Sprintf("C wrote %d, and Go got %v", written, got)
	}
	return ""
}

// codes are what functions of RT-Thread return where something went wrong.
var codes = []struct {
	code int64
	err  error
}{{-3, rtt.ErrFull}, {-1, rtt.ErrError}, {-77, rtt.Errno(77)}}

// failure is what C returns where it refuses a call, if the style has that.
func (c *combo) failure(t reflect.Type) (reflect.Value, bool) {
	v := reflect.New(t).Elem()
	switch c.style {
	case "error", "must", "count":
		if !v.CanInt() {
			return v, false
		}
		v.SetInt(-3)
		return v, true
	case "ok":
		return reflect.ValueOf(1).Convert(t), true
	case "handle", "bytes":
		return v, true
	case "value", "text":
		return v, c.resultRule("null") != ""
	}
	return v, false
}

// null is the error that NULL stands for.
func (c *combo) null() error {
	if c.resultRule("null") == "ErrFull" {
		return rtt.ErrFull
	}
	return rtt.ErrError
}

// returnsOf lists what C may return.
func (c *combo) returnsOf(t, fn reflect.Type) []returned {
	style := c.style
	if c.rule.Role == "init" {
		style = "error"
	}
	number := func(n int64) reflect.Value { return reflect.ValueOf(n).Convert(t) }
	same := func(want any) func(outcome) string {
		return func(o outcome) string {
			if got := o.values[0].Interface(); got != want {
				return fmt.Sprintf("Go got %v, want %v", got, want)
			}
			return ""
		}
	}
	signed := reflect.New(t).Elem().CanInt()
	isPointer := t.Kind() == reflect.Pointer || t.Kind() == reflect.UnsafePointer
	null := returned{text: "NULL", c: reflect.Zero(t), err: c.null()}
	var list []returned
	switch style {
	case "ignore":
		return []returned{{text: "something", c: success(c, t)}}
	case "error", "must":
		list = append(list, returned{text: "0", c: number(0)})
		for _, k := range codes {
			if signed {
				list = append(list, returned{text: fmt.Sprint(k.code), c: number(k.code), err: k.err})
			}
		}
	case "count":
		for _, n := range []int64{5, 0, 8} {
			list = append(list, returned{text: fmt.Sprint(n), c: number(n), want: func(o outcome) string {
				if got := whole(o.values[0]).Int64(); got != n {
					return fmt.Sprintf("Go counts %d, want %d", got, n)
				}
				return ""
			}})
		}
		for _, k := range codes {
			if signed {
				list = append(list, returned{text: fmt.Sprint(k.code), c: number(k.code), err: k.err})
			}
		}
		if slices.ContainsFunc(c.params, func(p *param) bool { return p.kind == "len" }) {
			list = append(list, returned{text: "more than there is room for", c: number(9), err: rtt.Errno(9)})
		}
	case "ok":
		list = append(list, returned{text: "0", c: number(0), want: same(true)}, returned{text: "1", c: number(1), want: same(false)})
		if signed {
			list = append(list, returned{text: "-1", c: number(-1), want: same(false)})
		}
	case "bool":
		switch {
		case isPointer:
			list = append(list, returned{text: "NULL", c: reflect.Zero(t), want: same(false)}, returned{text: "a pointer", c: success(c, t), want: same(true)})
		case t.Kind() == reflect.Bool:
			list = append(list, returned{text: "true", c: reflect.ValueOf(true), want: same(true)}, returned{text: "false", c: reflect.ValueOf(false), want: same(false)})
		default:
			list = append(list, returned{text: "0", c: number(0), want: same(false)}, returned{text: "1", c: number(1), want: same(true)},
				returned{text: "2", c: number(2), want: same(true)})
		}
	case "text":
		text := append([]byte("hello"), make([]byte, 2048)...)
		list = append(list, returned{text: "hello", c: pointer(unsafe.Pointer(&text[0]), t), want: same("hello")})
		if c.resultRule("null") != "" {
			return append(list, null)
		}
		list = append(list, returned{text: "NULL", c: reflect.Zero(t), want: same("")})
	case "bytes":
		block := new([64]byte)
		list = append(list, null, returned{text: "memory", c: pointer(unsafe.Pointer(block), t), want: func(o outcome) string {
			if got := o.values[0]; got.UnsafePointer() != unsafe.Pointer(block) {
				return "Go got other memory"
			}
			return ""
		}})
	case "handle":
		list = append(list, null, c.object(t))
	case "value":
		list = c.valuesOf(t, fn.Out(0))
		if c.resultRule("null") != "" {
			return append(list, null)
		}
	}
	return list
}

// object is one that C returns. Close ends it if it is owned, and lets go of it if it is borrowed.
func (c *combo) object(t reflect.Type) returned {
	v := success(c, t)
	return returned{text: "an object", c: v, want: func(o outcome) string {
		got := o.values[0]
		if got.IsNil() {
			return "Go got no object and no error"
		}
		if held(got) != v.UnsafePointer() {
			return "Go holds another object"
		}
		ended = nil
		if err := got.Interface().(interface{ Close() error }).Close(); err != nil {
			return fmt.Sprintf("Close: %v", err)
		}
		owned := c.resultRule("lifetime") != "borrowed" && c.resultRule("class") == "Thing" // nothing ends an Other
		if n := len(ended); owned && (n != 1 || ended[0] != v.UnsafePointer()) || !owned && n != 0 {
			return fmt.Sprintf("Close ended %d objects", n)
		}
		if err := got.Interface().(interface{ Close() error }).Close(); err != error(rtt.ErrClosed) && checked {
			return fmt.Sprintf("a second Close: %v", err)
		}
		return ""
	}}
}

// valuesOf lists values that both types hold.
func (c *combo) valuesOf(t, goType reflect.Type) []returned {
	var list []returned
	unit := c.resultRule("time")
	switch {
	case t.Kind() == reflect.Struct:
		v := reflect.ValueOf(raw.Other{Value: 7})
		return []returned{{text: "a record", c: v, want: func(o outcome) string {
			if !reflect.DeepEqual(o.values[0].Interface(), v.Interface()) {
				return fmt.Sprintf("Go got %v", o.values[0])
			}
			return ""
		}}}
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.UnsafePointer:
		v := success(c, t)
		return []returned{{text: "a pointer", c: v, want: func(o outcome) string {
			if o.values[0].UnsafePointer() != v.UnsafePointer() {
				return "Go got another pointer"
			}
			return ""
		}}}
	case t.Kind() == reflect.Bool:
		for _, b := range []bool{true, false} {
			list = append(list, returned{text: fmt.Sprint(b), c: reflect.ValueOf(b), want: func(o outcome) string {
				if o.values[0].Bool() != b {
					return "Go got the contrary"
				}
				return ""
			}})
		}
		return list
	}
	for _, n := range []int64{0, 1, 5, 100, 127, 128, 255, 1500, math.MaxInt32, -1, -128, math.MinInt32} {
		cv, gv := reflect.New(t).Elem(), reflect.New(goType).Elem()
		if cv.CanInt() && cv.OverflowInt(n) || cv.CanUint() && (n < 0 || cv.OverflowUint(uint64(n))) || cv.CanFloat() && int64(float32(n)) != n {
			continue
		}
		if unit != "" && n < 0 || gv.CanInt() && gv.OverflowInt(n) || gv.CanUint() && (n < 0 || gv.OverflowUint(uint64(n))) {
			continue
		}
		list = append(list, returned{text: fmt.Sprint(n), c: reflect.ValueOf(n).Convert(t), want: func(o outcome) string {
			got, want := o.values[0], big.NewInt(n)
			if unit != "" {
				want.Mul(want, big.NewInt(int64(time.Millisecond)))
			}
			if got.CanFloat() && got.Float() == float64(n) || !got.CanFloat() && whole(got).Cmp(want) == 0 {
				return ""
			}
			return fmt.Sprintf("Go got %v, want %v", got, want)
		}})
	}
	if unit == "ticks" && t.Kind() == reflect.Int32 {
		list = append(list, returned{text: "for ever", c: reflect.ValueOf(int32(-1)).Convert(t), want: func(o outcome) string {
			if o.values[0].Interface() != rtt.Forever {
				return fmt.Sprintf("Go got %v, want Forever", o.values[0])
			}
			return ""
		}})
	}
	return list
}
