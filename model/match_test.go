package model

import "testing"

func TestSkipRuleMatches(t *testing.T) {
	for _, tc := range []struct {
		pattern, name string
		want          bool
	}{
		{"rt_sem_take", "rt_sem_take", true},
		{"rt_sem_take", "rt_sem_taken", false},
		{"rt_hw_*", "rt_hw_cpu_id", true},
		{"rt_hw_*", "rt_hx", false},
		{"*_sethook", "rt_malloc_sethook", true},
		{"rt_*_sig*l", "rt_thread_signal", true},
		{"rt_*_sig*l", "rt_thread_signals", false},
		{"rt*ab*b", "rtab", false},
		{"rt_*", "rt_", true},
		{"rt_*", "art_", false},
		{"rt_*_cpu_*", "rt_cpu_reset", false},
		{"a*a", "a", false},
		{"*a*a*", "aa", true},
		{"*", "anything", true},
	} {
		if got := (&SkipRule{C: tc.pattern}).Matches(tc.name); got != tc.want {
			t.Errorf("%s matches %s: %v, want %v", tc.pattern, tc.name, got, tc.want)
		}
	}
}

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
