package mapping

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
