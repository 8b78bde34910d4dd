package mapping

import (
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// disjoint reports whether two rules can never hold together.
func disjoint(a, b When) bool {
	return ends(a, b) || ends(b, a) || excludes(a.Config, b.Config) || excludes(a.Declares, b.Declares)
}

// ends reports whether a has ended when b begins.
func ends(a, b When) bool {
	return a.Until != "" && b.Since != "" && !model.ParseVersion(b.Since).Less(model.ParseVersion(a.Until))
}

// excludes reports whether one list asks for something that the other rules out.
func excludes(a, b []string) bool {
	for _, name := range a {
		opposite, not := strings.CutPrefix(name, "!")
		if !not {
			opposite = "!" + name
		}
		if slices.Contains(b, opposite) {
			return true
		}
	}
	return false
}
