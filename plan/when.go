package plan

import (
	"strings"

	"github.com/rttgen/rttgen/model"
)

// holds reports whether a rule applies to the version and configuration of an API.
func holds(api *model.API, w model.When) bool {
	if w.Since != "" && api.Version.Less(model.ParseVersion(w.Since)) {
		return false
	}
	if w.Until != "" && !api.Version.Less(model.ParseVersion(w.Until)) {
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
