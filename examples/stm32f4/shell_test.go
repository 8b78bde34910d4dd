package main

import "testing"

// TestShowFactor calls the command as the shell does.
func TestShowFactor(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string // the error
	}{
		{[]string{"factor", "2.5"}, ""},
		{[]string{"factor"}, "write factor and the voltage"},
		{[]string{"factor", "many"}, `strconv.ParseFloat: parsing "many": invalid syntax`},
	} {
		got := ""
		if err := showFactor(test.args); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%q: error %q, want %q", test.args, got, test.want)
		}
	}
}
