package plan

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// holds reports whether a rule applies to the version and configuration of an API.
func holds(api *model.API, w model.When) bool {
	if s, ok := parseVersion(w.Since); ok && api.Version.Less(s) {
		return false
	}
	if u, ok := parseVersion(w.Until); ok && !api.Version.Less(u) {
		return false
	}
	return hasAll(api, w.Config)
}

// hasAll reports whether all names are declared, as functions or macros; "!name" must not be.
func hasAll(api *model.API, names []string) bool {
	for _, n := range names {
		name, not := strings.CutPrefix(n, "!")
		there := api.Defined(name) || api.Function(name) != nil || api.FuncMacro(name) != nil
		if there == not {
			return false
		}
	}
	return true
}

// parseVersion reads "5.0" or "5.0.2".
func parseVersion(s string) (model.Version, bool) {
	var v model.Version
	n, _ := fmt.Sscanf(s, "%d.%d.%d", &v.Major, &v.Minor, &v.Patch)
	return v, n > 0
}
