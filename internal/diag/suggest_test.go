package diag

import "testing"

func TestSuggest(t *testing.T) {
	keys := []string{"rtthread", "rtconfig", "mappings", "out", "gc"}
	for _, test := range []struct {
		word, want string
		candidates []string
	}{
		{"rthread", "rtthread", keys},
		{"RTCONFIG", "rtconfig", keys},
		{"mapping", "mappings", keys},
		{"mapipngs", "mappings", keys},
		{"uot", "out", keys},
		{"zzzzzz", "", keys},
		{"out", "", keys},
		{"", "", keys},
		{"x", "", []string{"y", "gc"}},
		{"s", "ms", []string{"ticks", "ms"}},
		{"tme", "time", []string{"type", "time", "tame"}},
		{"take", "tame", []string{"tak", "tame"}},                 // one of the same length is likelier
		{"parameters", "param", []string{"param", "order"}},       // longer than the only one it can be
		{"cont", "", []string{"context", "contextual", "blocks"}}, // shorter than two
		{"rt_sem_take_", "rt_sem_take", []string{"rt_sem_take", "rt_sem_trytake"}},
	} {
		if got := Suggest(test.word, test.candidates); got != test.want {
			t.Errorf("Suggest(%q, %q) = %q, want %q", test.word, test.candidates, got, test.want)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	words := []string{"full", "cheap", "none"}
	for _, test := range []struct{ word, want, wantOr string }{
		{"chep", `did you mean "cheap"?`, `did you mean "cheap"?`},
		{"fast", "", "one of: full, cheap, none"},
	} {
		if got := DidYouMean(test.word, words); got != test.want {
			t.Errorf("DidYouMean(%q) = %q, want %q", test.word, got, test.want)
		}
		if got := DidYouMeanOr(test.word, words); got != test.wantOr {
			t.Errorf("DidYouMeanOr(%q) = %q, want %q", test.word, got, test.wantOr)
		}
	}
}
