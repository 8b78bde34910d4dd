package matrix

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strings"
	"time"
	"unsafe"

	"example.com/app/rtt"
	"example.com/app/rtt/raw"
)

// try is a Go value for a parameter: what C must get of it, or the error that it is refused with.
type try struct {
	text string
	in   reflect.Value
	got  func(args []reflect.Value, p *param) string // what is wrong with what C got; empty for nothing
	err  error
}

// tries lists values for a parameter, a good one first.
func (c *combo) tries(p *param, t reflect.Type) []try {
	switch p.kind {
	case "receiver":
		return c.receiver(t)
	case "value":
		return c.numbers(p, t)
	case "pointer":
		return c.pointers(p, t)
	case "word", "address":
		return c.numbers(p, t)
	case "shared":
		x := reflect.New(t.Elem())
		return []try{{"a variable", x, isAddress(x.UnsafePointer()), nil}, {"nil", reflect.Zero(t), nil, rtt.ErrRange}}
	case "object":
		return c.objects(p, t)
	case "name", "text":
		return c.strings(p)
	case "slice":
		return c.slices(p, t)
	case "time", "time at":
		return c.times(p, t)
	case "callback":
		return c.callbacks(p, t)
	}
	panic("no values for a " + p.kind)
}

// whole reads an integer of C exactly.
func whole(v reflect.Value) *big.Int {
	switch {
	case v.CanInt():
		return big.NewInt(v.Int())
	case v.CanUint():
		return new(big.Int).SetUint64(v.Uint())
	}
	return big.NewInt(int64(uintptr(v.UnsafePointer())))
}

func isAddress(want unsafe.Pointer) func([]reflect.Value, *param) string {
	return func(args []reflect.Value, p *param) string {
		got := args[p.index]
		if got.CanUint() {
			if uintptr(got.Uint()) != uintptr(want) {
				return fmt.Sprintf("C got %#x, want the address %p", got.Uint(), want)
			}
			return ""
		}
		if got.UnsafePointer() != want {
			return fmt.Sprintf("C got %p, want %p", got.UnsafePointer(), want)
		}
		return ""
	}
}

func isNumber(want *big.Int) func([]reflect.Value, *param) string {
	return func(args []reflect.Value, p *param) string {
		if got := whole(args[p.index]); got.Cmp(want) != 0 {
			return fmt.Sprintf("C got %v, want %v", got, want)
		}
		return ""
	}
}

// receiver: an object that lives, and one that does not.
func (c *combo) receiver(t reflect.Type) []try {
	v := reflect.New(t.Elem())
	if c.rule.Role == "init" {
		return []try{{"storage", v, func(args []reflect.Value, p *param) string {
			at := uintptr(args[p.index].UnsafePointer()) - uintptr(v.UnsafePointer())
			if at >= t.Elem().Size() {
				return "C got storage that is not the caller's"
			}
			return ""
		}, nil}}
	}
	object := new(raw.Thing)
	hold(v, object)
	return []try{{"an object", v, isAddress(unsafe.Pointer(object)), nil}, {"a closed object", reflect.New(t.Elem()), nil, rtt.ErrClosed}}
}

// objects of another class.
func (c *combo) objects(p *param, t reflect.Type) []try {
	v := reflect.New(t.Elem())
	var object any = new(raw.Other)
	if t == thingType {
		object = new(raw.Thing)
	}
	hold(v, object)
	list := []try{{"an object", v, isAddress(reflect.ValueOf(object).UnsafePointer()), nil}, {"a closed object", reflect.New(t.Elem()), nil, rtt.ErrClosed}}
	if p.rule.Nullable {
		return append(list, try{"nil", reflect.Zero(t), isAddress(nil), nil})
	}
	return append(list, try{"nil", reflect.Zero(t), nil, rtt.ErrClosed})
}

// pointers are passed as they are.
func (c *combo) pointers(p *param, t reflect.Type) []try {
	x := new([64]byte)
	v := reflect.ValueOf(unsafe.Pointer(x)).Convert(reflect.TypeFor[unsafe.Pointer]())
	if t.Kind() == reflect.Pointer {
		v = reflect.NewAt(t.Elem(), unsafe.Pointer(x))
	}
	return []try{{"memory", v, isAddress(unsafe.Pointer(x)), nil}}
}

// strings end with NUL. A name has at most as many bytes as the kernel keeps.
func (c *combo) strings(p *param) []try {
	var list []try
	for _, s := range []string{"abc", "", "12345678", "123456789", "a\x00b", "ü"} {
		one := try{text: fmt.Sprintf("%q", s), in: reflect.ValueOf(s), got: func(args []reflect.Value, p *param) string {
			got := unsafe.String((*byte)(args[p.index].UnsafePointer()), len(s)+1)
			if got != s+"\x00" {
				return fmt.Sprintf("C got %q, want %q", got, s+"\x00")
			}
			return ""
		}}
		if strings.Contains(s, "\x00") || p.kind == "name" && len(s) > 8 {
			one.err = rtt.ErrName
		}
		list = append(list, one)
	}
	return list
}

// slices: where they begin, and their length if C gets it.
func (c *combo) slices(p *param, t reflect.Type) []try {
	var length *param
	for _, q := range c.params {
		if q.rule.LenOf == p.Name {
			length = q
		}
	}
	var list []try
	for _, n := range []int{8, 1, 255, 256, 0} {
		v := reflect.MakeSlice(t, n, n)
		one := try{text: fmt.Sprintf("%d elements", n), in: v, got: func(args []reflect.Value, p *param) string {
			if msg := isAddress(v.UnsafePointer())(args, p); msg != "" {
				return msg
			}
			if length != nil {
				return isNumber(big.NewInt(int64(n)))(args, length)
			}
			return ""
		}}
		if n == 0 && !p.rule.Nullable || length != nil && !length.holds(big.NewInt(int64(n))) {
			one.err = rtt.ErrRange
		}
		list = append(list, one)
	}
	return list
}

// holds reports whether an integer of C has a value.
func (p *param) holds(n *big.Int) bool {
	bits, signed := p.bits, p.signed
	if p.ctype.kind == "pointer" { // a word: signed or not
		return n.IsInt64() && n.Int64() >= math.MinInt32 && n.Int64() <= math.MaxUint32
	}
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(bits))
	if signed {
		high.Rsh(high, 1)
		low.Neg(high)
	}
	return n.Cmp(low) >= 0 && n.Cmp(high) < 0
}

// limit is a limit of a rule.
func limit(v any) (n int64, ok bool) {
	switch v := v.(type) {
	case float64:
		return int64(v), true
	case string:
		if v == "RT_LIMIT" {
			return 32, true
		}
		panic("unknown constant " + v)
	}
	return 0, false
}

// inRange reports whether a rule lets a number through.
func (p *param) inRange(n *big.Float) bool {
	if min, ok := limit(p.rule.Min); ok && n.Cmp(big.NewFloat(float64(min))) < 0 {
		return false
	}
	if max, ok := limit(p.rule.Max); ok && n.Cmp(big.NewFloat(float64(max))) > 0 {
		return false
	}
	below, ok := limit(p.rule.Below)
	return !ok || n.Cmp(big.NewFloat(float64(below))) < 0
}

// samples are the integers that are tried where the Go type has them: those around the limits of every type.
var samples = []int64{5, 1, 0, 2, 31, 32, 33, 127, 128, 255, 256, 300, 301, 65535, 65536, math.MaxInt32, math.MaxInt32 + 1, math.MaxUint32, math.MaxUint32 + 1,
	math.MaxInt64, -1, -128, -129, math.MinInt32, math.MinInt32 - 1, math.MinInt64}

// numbers are passed by value, or by the address of a copy.
func (c *combo) numbers(p *param, t reflect.Type) []try {
	if p.rule.Group != "" {
		return c.fields(p, t)
	}
	switch kind := t.Kind(); {
	case kind == reflect.Bool:
		var list []try
		for _, b := range []bool{true, false} {
			list = append(list, try{fmt.Sprint(b), reflect.ValueOf(b), isBool(b), nil})
		}
		return list
	case kind == reflect.Struct, kind == reflect.Array:
		v := reflect.New(t)
		*(*byte)(v.UnsafePointer()) = 77
		return []try{{"a value", v.Elem(), func(args []reflect.Value, p *param) string {
			got := args[p.index]
			if p.kind == "address" {
				got = reflect.NewAt(t, got.UnsafePointer()).Elem()
			}
			if !reflect.DeepEqual(got.Interface(), v.Elem().Interface()) {
				return fmt.Sprintf("C got %v, want %v", got, v.Elem())
			}
			return ""
		}, nil}}
	case kind == reflect.Float32, kind == reflect.Float64:
		var list []try
		for _, f := range []float64{5, 1, 0.5, 0, -1, 1e9, -1e9} {
			one := try{text: fmt.Sprint(f), in: reflect.ValueOf(f).Convert(t), got: isFloat(t, f)}
			if !p.inRange(big.NewFloat(f)) {
				one.err = rtt.ErrRange
			}
			if p.kind == "value" && p.ctype.kind != "float" && (f != math.Trunc(f) || !p.holds(big.NewInt(int64(f)))) {
				one.err = rtt.ErrRange // an integer has no such value
			}
			list = append(list, one)
		}
		return list
	}
	var list []try
	for _, n := range samples {
		v := reflect.New(t).Elem()
		if v.CanInt() && (v.OverflowInt(n) || t.Kind() == reflect.Int && int64(int32(n)) != n) || t.Kind() == reflect.Uintptr && int64(uint32(n)) != n || v.CanUint() && (n < 0 || v.OverflowUint(uint64(n))) {
			continue // int and uintptr have 32 bits on the chip
		}
		b := big.NewInt(n)
		if v.CanInt() {
			v.SetInt(n)
		} else {
			v.SetUint(uint64(n))
		}
		one := try{text: fmt.Sprint(n), in: v, got: isNumber(b)}
		switch {
		case p.kind == "address":
			one.got = c.at(t, n)
		case p.kind == "word":
			one.got = func(args []reflect.Value, p *param) string {
				if got := uint32(uintptr(args[p.index].UnsafePointer())); got != uint32(n) {
					return fmt.Sprintf("C got the word %#x, want %#x", got, uint32(n))
				}
				return ""
			}
		case p.ctype.kind == "float":
			one.got = isFloat(reflect.TypeFor[float32](), float64(n))
		}
		if !p.inRange(new(big.Float).SetInt(b)) || (p.kind == "word" || p.kind == "value" && p.bits > 0) && !p.holds(b) || c.resultRule("len") == p.Name && n < 0 {
			one.err = rtt.ErrRange
		}
		list = append(list, one)
	}
	for i := range list { // a good one first
		if list[i].err == nil {
			list[0], list[i] = list[i], list[0]
			break
		}
	}
	return list
}

// at reads what an address points to; an int has 32 bits in C.
func (c *combo) at(t reflect.Type, n int64) func([]reflect.Value, *param) string {
	return func(args []reflect.Value, p *param) string {
		if t.Kind() == reflect.Int {
			t = reflect.TypeFor[int32]()
		}
		at := args[p.index]
		if at.CanUint() {
			return "C got a number, want an address"
		}
		if got := whole(reflect.NewAt(t, at.UnsafePointer()).Elem()); !got.IsInt64() || got.Int64() != n {
			return fmt.Sprintf("C reads %v, want %d", got, n)
		}
		return ""
	}
}

func isFloat(t reflect.Type, want float64) func([]reflect.Value, *param) string {
	return func(args []reflect.Value, p *param) string {
		got := args[p.index]
		switch {
		case p.kind == "address":
			if got = reflect.NewAt(t, got.UnsafePointer()).Elem(); got.Float() != reflect.ValueOf(want).Convert(t).Float() {
				return fmt.Sprintf("C reads %v, want %v", got, want)
			}
			return ""
		case got.CanFloat() && got.Float() == float64(float32(want)):
			return ""
		case !got.CanFloat() && new(big.Float).SetInt(whole(got)).Cmp(big.NewFloat(want)) == 0:
			return ""
		}
		return fmt.Sprintf("C got %v, want %v", got, want)
	}
}

func isBool(want bool) func([]reflect.Value, *param) string {
	return func(args []reflect.Value, p *param) string {
		got := args[p.index]
		if p.kind == "address" {
			got = reflect.NewAt(reflect.TypeFor[uint8](), got.UnsafePointer()).Elem()
		}
		if got.Kind() == reflect.Bool && got.Bool() == want || got.Kind() != reflect.Bool && whole(got).Cmp(big.NewInt(map[bool]int64{true: 1}[want])) == 0 {
			return ""
		}
		return fmt.Sprintf("C got %v, want %t", got, want)
	}
}

// fields of a struct: zero stands for the default.
func (c *combo) fields(p *param, t reflect.Type) []try {
	f, ok := t.FieldByName(p.rule.Go)
	if !ok {
		c.t.Fatalf("%v has no field %s", t, p.rule.Go)
	}
	plain := *p
	plain.rule.Group = ""
	list := c.numbers(&plain, f.Type)
	standard, _ := limit(p.rule.Default)
	for i := range list {
		if standard != 0 && list[i].in.IsZero() {
			list[i].got, list[i].err = isNumber(big.NewInt(standard)), nil
			if p.ctype.kind == "float" {
				list[i].got = isFloat(reflect.TypeFor[float32](), float64(standard))
			}
		}
		v := reflect.New(t).Elem()
		v.FieldByIndex(f.Index).Set(list[i].in)
		list[i].in = v
	}
	return list
}

// longest is the longest wait in ticks.
const longest = math.MaxInt32 - 1

// times are rounded up, saturate, and are never negative but for Forever.
func (c *combo) times(p *param, t reflect.Type) []try {
	var list []try
	for _, d := range []time.Duration{time.Second, 1, time.Millisecond, 1500 * time.Microsecond, 0, -1, -time.Hour, 24 * day, 25 * day, 4000 * day, rtt.Forever, rtt.Forever - 1} {
		n := int64(d / time.Millisecond) // the clock of the matrix ticks a thousand times a second
		if d%time.Millisecond > 0 {
			n++
		}
		most := int64(longest)
		if p.rule.Time == "ms" {
			most = math.MaxInt32
		}
		n = min(max(n, 0), most)
		switch {
		case p.rule.Time == "period":
			n = max(n, 1)
		case d == rtt.Forever:
			n = -1
		}
		list = append(list, try{d.String(), reflect.ValueOf(d), isTicks(n), nil})
	}
	return list
}

// isTicks compares a count with what C reads: 32 bits of it where C's type has them, all where it has more.
func isTicks(n int64) func([]reflect.Value, *param) string {
	return func(args []reflect.Value, p *param) string {
		got := args[p.index]
		if p.kind == "time at" {
			got = reflect.NewAt(reflect.TypeFor[int32](), got.UnsafePointer()).Elem()
		}
		if x := whole(got).Int64(); p.bits != 64 && int32(x) != int32(n) || p.bits == 64 && x != n {
			return fmt.Sprintf("C got %d, want %d", x, n)
		}
		return ""
	}
}

// counts are values for the variant that takes ticks or milliseconds.
func (c *combo) counts(p *param, t reflect.Type) []try {
	var list []try
	for _, n := range []int64{7, 1, 0, -1, -2, longest, longest + 1, math.MinInt32} {
		one := try{text: fmt.Sprintf("%d counted", n), got: isTicks(n)}
		if t.Kind() == reflect.Int32 {
			one.in = reflect.ValueOf(int32(n)).Convert(t)
		} else {
			one.in = reflect.ValueOf(uint32(n)).Convert(t)
		}
		switch {
		case p.rule.Time == "period" && (n < 1 || n > longest), p.rule.Time == "ticks" && n < -1:
			one.err = rtt.ErrRange
		}
		list = append(list, one)
	}
	return list
}
