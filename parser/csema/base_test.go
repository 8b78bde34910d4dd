package csema

import "testing"

func TestBaseOf(t *testing.T) {
	for text, want := range map[string]int{
		"0": 10, "0u": 10, "0UL": 10, "10": 10, "07": 8, "0644": 8, "010u": 8, "0x10": 16, "0XFFul": 16, "0b101": 2, "1.5": 10, "0.5": 10, "08.5": 10, "00": 10,
	} {
		if got := baseOf(text); got != want {
			t.Errorf("%s is in base %d, want %d", text, got, want)
		}
	}
}
