package gotype

import (
	"errors"
	"strings"
	"testing"
)

const pkg = "example.com/app/rtt"

// resolve knows the package itself, raw, time and unsafe.
func resolve(name, typ string) (*Type, error) {
	switch name {
	case "":
		return Of(Ident{pkg, typ}), nil
	case "raw":
		return Of(Ident{pkg + "/raw", typ}), nil
	case "time", "unsafe":
		return Of(Ident{name, typ}), nil
	}
	return nil, errors.New("unknown package " + name)
}

func TestParse(t *testing.T) {
	for _, test := range []struct{ text, own, raw string }{
		{"uint16", "uint16", "uint16"},
		{"*raw.Thread", "*raw.Thread", "*Thread"},
		{"[]byte", "[]byte", "[]byte"},
		{"[4]raw.Base", "[4]raw.Base", "[4]Base"},
		{"[0x10]byte", "[16]byte", "[16]byte"},
		{"Ticks", "Ticks", "rtt.Ticks"},
		{"(time.Duration)", "time.Duration", "time.Duration"},
		{"unsafe.Pointer", "unsafe.Pointer", "unsafe.Pointer"},
		{"func()", "func()", "func()"},
		{"func(from, to *raw.Thread) bool", "func(from, to *raw.Thread) bool", "func(from, to *Thread) bool"},
		{"func(from *raw.Thread, to *raw.Thread)", "func(from, to *raw.Thread)", "func(from, to *Thread)"},
		{"func(expr, function string, line uint32)", "func(expr, function string, line uint32)", "func(expr, function string, line uint32)"},
		{"func(f func(int))", "func(f func(int))", "func(f func(int))"},
		{"func(uint8, Order) (int)", "func(uint8, Order) int", "func(uint8, rtt.Order) int"},
	} {
		got, err := Parse(test.text, resolve)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if own, raw := got.In(pkg), got.In(pkg+"/raw"); own != test.own || raw != test.raw {
			t.Errorf("%s is %s, and %s in package raw, want %s and %s", test.text, own, raw, test.own, test.raw)
		}
		again, err := Parse(got.In(pkg), resolve)
		if err != nil || !again.Equal(got) {
			t.Errorf("%s is not read again as what was written: %v", got.In(pkg), err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"map[string]int", "C has no maps"},
		{"[]map[string]int", "C has no maps"},
		{"*chan int", "C has no channels"},
		{"interface{}", "C has no interfaces"},
		{"struct{ x int }", "a struct needs a name"},
		{"os.File", "unknown package os"},
		{"func(x os.File)", "unknown package os"},
		{"func() os.File", "unknown package os"},
		{"func() (int, error)", "C functions have one result, not 2"},
		{"func(x ...int)", "no type that C has"},
		{"[N]int", "not a number"},
		{"[99999999999]int", "too large"},
		{"List[int]", "no type that C has"},
		{"1 + 2", "no type that C has"},
		{"*", "cannot read it"},
	} {
		if _, err := Parse(test.text, resolve); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.text, err, test.want)
		}
	}
}

func TestEqual(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"byte", "uint8", true},
		{"[]byte", "[]uint8", true},
		{"*raw.Thread", "*raw.Thread", true},
		{"*raw.Thread", "*Thread", false},
		{"func(x int)", "func(int)", true},
		{"func(x int)", "func(int) int", false},
		{"[3]int", "[4]int", false},
	} {
		a, errA := Parse(test.a, resolve)
		b, errB := Parse(test.b, resolve)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if a.Equal(b) != test.want {
			t.Errorf("%s and %s are the same: %v", test.a, test.b, !test.want)
		}
	}
	if Int.Equal(nil) || !(*Type)(nil).Equal(nil) {
		t.Error("no type is the same as none only")
	}
}
