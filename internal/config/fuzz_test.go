package config

import "testing"

// FuzzDecode checks that decode copes with anything, and that what it reports has a place.
func FuzzDecode(f *testing.F) {
	for _, text := range []string{
		"", "# nothing\n", "---\n", "rtthread: ../rt-thread\ndefines: [A, B=1, !C]\ntarget: {short_enums: false}\n",
		"includes: {}\n", "out: [\n", "a: &x b\nc: *x\n", "<<: {}\n", "\xff", "- a\n", "--- !!binary a\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, d := range decode(&Config{Dir: "."}, DefaultFile, text).Sorted() {
			if !d.Pos.IsValid() || d.Pos.Line < 1 || d.Message == "" {
				t.Errorf("no place or message: %+v", d)
			}
		}
	})
}
