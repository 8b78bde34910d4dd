package text

import "testing"

func TestName(t *testing.T) {
	for _, tc := range []struct {
		s  string
		ok bool
	}{{"", true}, {"led", true}, {"exactly8", true}, {"over-long", false}, {"a\x00b", false}} {
		dst := [9]byte{8: 0xff}
		ok := Name(dst[:], tc.s)
		if ok != tc.ok {
			t.Errorf("Name(%q) = %v, want %v", tc.s, ok, tc.ok)
		}
		if ok && Go(&dst[0], 9) != tc.s {
			t.Errorf("Name(%q) made %q", tc.s, dst)
		}
	}
}

func TestC(t *testing.T) {
	if b, ok := C("uart1"); !ok || string(b) != "uart1\x00" {
		t.Errorf("C(uart1) = %q, %v", b, ok)
	}
	if _, ok := C("a\x00"); ok {
		t.Error("C takes a string that C would cut")
	}
}

func TestGo(t *testing.T) {
	b := []byte("abc\x00def")
	if s := Go(&b[0], len(b)); s != "abc" {
		t.Errorf("Go = %q", s)
	}
	if s := Go(&b[0], 2); s != "ab" {
		t.Errorf("Go of an unterminated string = %q", s)
	}
	if s := Go(nil, 5); s != "" {
		t.Errorf("Go(nil) = %q", s)
	}
}
