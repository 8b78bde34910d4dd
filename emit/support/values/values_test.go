package values

import (
	"testing"
	"time"
	"unsafe"
)

type plainStruct struct {
	a byte
	b [3]float32
	c struct{ d uintptr }
	e time.Duration
	f [0]*int
}

func TestPlain(t *testing.T) {
	for _, tc := range []struct {
		name      string
		got, want bool
	}{
		{"int", Plain[int](), true},
		{"bool", Plain[bool](), true},
		{"complex128", Plain[complex128](), true},
		{"uintptr", Plain[uintptr](), true},
		{"struct", Plain[plainStruct](), true},
		{"empty struct", Plain[struct{}](), true},
		{"string", Plain[string](), false},
		{"slice", Plain[[]byte](), false},
		{"pointer", Plain[*int](), false},
		{"unsafe.Pointer", Plain[unsafe.Pointer](), false},
		{"interface", Plain[any](), false},
		{"func", Plain[func()](), false},
		{"chan", Plain[chan int](), false},
		{"map", Plain[map[int]int](), false},
		{"time.Time", Plain[time.Time](), false},
		{"array of pointers", Plain[[2]*int](), false},
		{"struct with a string", Plain[struct {
			n int
			s string
		}](), false},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: plain is %v", tc.name, tc.got)
		}
	}
}

func TestWord(t *testing.T) {
	for _, n := range []uintptr{0, 1, 5, 0xffff} {
		if got := uintptr(Word(n)); got != n {
			t.Errorf("Word(%d) is %d", n, got)
		}
	}
	if got := uintptr(Word(-1)); got != ^uintptr(0) {
		t.Errorf("Word(-1) is 0x%x", got)
	}
}
