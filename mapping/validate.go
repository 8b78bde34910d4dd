package mapping

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// validator finds names that refer to nothing and rules that contradict each other, as far as that needs no headers.
type validator struct {
	*decoder
	m *model.Mapping
}

func validate(d *decoder, m *model.Mapping) {
	v := validator{d, m}
	for _, r := range m.Enums {
		v.enum(r)
	}
	for _, r := range m.Classes {
		v.class(r)
	}
	for _, r := range m.Functions {
		v.function(r)
	}
	for _, r := range m.Skips {
		v.when(&r.When)
	}
	v.symbols()
	v.errorCodes()
	v.groups()
	v.rawNames()
	v.skips()
}

func (v validator) enum(r *model.EnumRule) {
	if n := v.places[place{r, "values"}]; n != nil && n.kind == mappingNode && len(n.pairs) == 0 && !n.flawed {
		v.add(r.Pos, "add a value, such as FIFO: RT_IPC_FLAG_FIFO", "enum %q has no values", r.Name)
	}
	first := map[string]model.EnumValue{}
	for _, value := range r.Values {
		was, twice := first[value.C]
		if twice && value.C != "" {
			v.add(value.Pos, "remove one of them", "%s and %s of %s stand for the same constant %s", was.Name, value.Name, r.Name, value.C)
			continue
		}
		first[value.C] = value
	}
}

func (v validator) class(r *model.ClassRule) {
	v.when(&r.When)
	v.requires(r, "static_doc", "static")
}

// when reports a clause that never holds.
func (v validator) when(w *model.When) {
	if w.Since != "" && w.Until != "" && !parseVersion(w.Since).Less(parseVersion(w.Until)) {
		v.add(v.at(w, "until", model.Pos{}), "until is the first version for which the rule does not hold any more",
			"the rule never holds: since %s is not before until %s", w.Since, w.Until)
	}
	for _, macro := range w.Config {
		if slices.Contains(w.Config, "!"+macro) {
			v.add(v.item(w, "config", "!"+macro, model.Pos{}), "remove one of them", "the rule never holds: %s cannot be defined and not defined", macro)
		}
	}
}

// has reports whether a key of a rule was written.
func (v validator) has(owner any, key string) bool { return v.places[place{owner, key}] != nil }

// isBroken reports whether the value of a key has been reported.
func (v validator) isBroken(owner any, key string) bool {
	n := v.places[place{owner, key}]
	return n != nil && n.kind == brokenNode
}

// requires reports a key that says nothing without another.
func (v validator) requires(owner any, key, other string) {
	if v.has(owner, key) && !v.has(owner, other) {
		v.add(v.at(owner, key, model.Pos{}), "add "+other+", or remove "+key, "%q says nothing without %q", key, other)
	}
}

// exclusive reports keys that contradict each other.
func (v validator) exclusive(owner any, keys ...string) {
	var first string
	for _, key := range keys {
		switch {
		case !v.has(owner, key):
		case first == "":
			first = key
		default:
			v.add(v.at(owner, key, model.Pos{}), "keep one of them", "%q and %q exclude each other", first, key)
		}
	}
}

// refer reports a name that nothing in a section defines.
func (v validator) refer(pos model.Pos, what, section, name string, defined []string) {
	if name == "" || slices.Contains(defined, name) {
		return
	}
	hint := suggest(name, defined)
	if hint == "" {
		hint = fmt.Sprintf("define it under %q", section)
	}
	v.add(pos, hint, "there is no %s %s", what, name)
}

func (v validator) referClass(owner any, key, name string) {
	v.refer(v.at(owner, key, model.Pos{}), "class", "classes", name, v.classNames(false))
}

func (v validator) referEnum(owner any, key, name string) {
	v.refer(v.at(owner, key, model.Pos{}), "enum", "enums", name, names(v.m.Enums, func(r *model.EnumRule) string { return r.Name }))
}

func (v validator) referError(owner any, key, name string) {
	v.refer(v.at(owner, key, model.Pos{}), "error", "errors", name, names(v.m.Errors, func(r *model.ErrorRule) string { return r.Name }))
}

// classNames returns the names of the classes, with those of their static variants if asked for.
func (v validator) classNames(static bool) []string {
	list := names(v.m.Classes, func(r *model.ClassRule) string { return r.Name })
	for _, r := range v.m.Classes {
		if static && r.Static != "" {
			list = append(list, r.Static)
		}
	}
	return list
}

func names[T any](list []T, name func(T) string) []string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = name(r)
	}
	return out
}

// overlap returns a C name that two parameter names, which may have alternatives, have in common.
func overlap(a, b string) (string, bool) {
	for _, name := range strings.Split(a, "|") {
		if slices.Contains(strings.Split(b, "|"), name) {
			return name, true
		}
	}
	return "", false
}
