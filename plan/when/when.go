// Package when tells whether a rule applies to the version and configuration at hand.
package when

import (
	"strings"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
)

// holds reports whether a rule applies to the version and configuration of an API.
func Holds(api *model.API, w mapping.When) bool {
	if w.Since != "" && api.Version.Less(model.ParseVersion(w.Since)) {
		return false
	}
	if w.Until != "" && !api.Version.Less(model.ParseVersion(w.Until)) {
		return false
	}
	return All(w.Config, api.Defined) && All(w.Declares, api.Declares)
}

// all reports whether something is true of all names, and not true of those with a "!" before them.
func All(names []string, is func(string) bool) bool {
	for _, n := range names {
		name, not := strings.CutPrefix(n, "!")
		if is(name) == not {
			return false
		}
	}
	return true
}
