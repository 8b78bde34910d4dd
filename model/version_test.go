package model

import "testing"

func TestParseVersion(t *testing.T) {
	for s, want := range map[string]Version{"5.0": {5, 0, 0}, "4.1.1": {4, 1, 1}, "3": {3, 0, 0}} {
		if got := ParseVersion(s); got != want {
			t.Errorf("ParseVersion(%q) = %v, want %v", s, got, want)
		}
	}
	if !ParseVersion("4.1.1").Less(ParseVersion("5.0")) || ParseVersion("5.10").Less(ParseVersion("5.9")) {
		t.Error("versions are not compared as numbers")
	}
}
