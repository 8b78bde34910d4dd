package mapping

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// matches reports whether the name of a C symbol is one that a skip rule names: as it is, or by a pattern in which * stands
// for any text.
func matches(pattern, name string) bool {
	head, tail, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == name
	}
	if !strings.HasPrefix(name, head) {
		return false
	}
	name = name[len(head):]
	parts := strings.Split(tail, "*")
	for _, part := range parts[:len(parts)-1] {
		i := strings.Index(name, part)
		if i < 0 {
			return false
		}
		name = name[i+len(part):]
	}
	return strings.HasSuffix(name, parts[len(parts)-1])
}

// parseVersion reads a version that the vocabulary has let pass.
func parseVersion(s string) model.Version {
	var n [3]int
	for i, part := range strings.SplitN(s, ".", 3) {
		n[i], _ = strconv.Atoi(part)
	}
	return model.Version{Major: n[0], Minor: n[1], Patch: n[2]}
}

// disjoint reports whether two rules can never hold together.
func disjoint(a, b model.When) bool {
	return ends(a, b) || ends(b, a) || excludes(a.Config, b.Config)
}

// ends reports whether a has ended when b begins.
func ends(a, b model.When) bool {
	return a.Until != "" && b.Since != "" && !parseVersion(b.Since).Less(parseVersion(a.Until))
}

// excludes reports whether one list asks for a macro that the other rules out.
func excludes(a, b []string) bool {
	for _, macro := range a {
		opposite, not := strings.CutPrefix(macro, "!")
		if !not {
			opposite = "!" + macro
		}
		if slices.Contains(b, opposite) {
			return true
		}
	}
	return false
}
