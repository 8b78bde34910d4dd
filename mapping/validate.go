package mapping

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// validator finds names that refer to nothing and rules that contradict each other, as far as that needs no headers.
type validator struct {
	*decoder
	m         *Rules
	errors    section
	errTypes  section
	enums     section
	records   section
	classes   section
	receivers section           // classes and their static variants
	methods   section           // "Semaphore.Take", of both variants
	variants  map[string]string // the class of a static variant
}

// section is what a section defines.
type section struct {
	key     string
	what    string
	names   map[string]bool
	partial bool // rules that were reported are missing
}

func validate(d *decoder, m *Rules) {
	v := newValidator(d, m)
	for _, r := range m.Errors {
		v.refer(r, "type", r.Type, v.errTypes)
	}
	for _, r := range m.Enums {
		v.enum(r)
	}
	for _, r := range m.Records {
		v.record(r)
	}
	for _, r := range m.Classes {
		v.class(r)
	}
	for _, r := range m.Defaults {
		for _, p := range r.Params {
			v.param(r, p)
		}
		v.result(&r.Result)
	}
	for _, r := range m.Functions {
		v.function(r)
	}
	for _, r := range m.Skips {
		v.when(&r.When)
	}
	for _, r := range m.Code {
		v.when(&r.When)
	}
	v.symbols()
	v.errorCodes()
	v.groups()
	v.rawNames()
	v.skips()
}

func newValidator(d *decoder, m *Rules) validator {
	newSection := func(key, what string) section {
		n := d.places[place{m, key}]
		return section{key: key, what: what, names: map[string]bool{}, partial: n != nil && (n.flawed || n.kind == brokenNode)}
	}
	v := validator{
		decoder: d, m: m,
		errors: newSection("errors", "error"), errTypes: newSection("error_types", "error type"), enums: newSection("enums", "enum"),
		records: newSection("records", "record"), classes: newSection("classes", "class"), receivers: newSection("classes", "class"),
		methods: newSection("functions", "method"), variants: map[string]string{},
	}
	for _, r := range m.Errors {
		v.errors.names[r.Name] = true
	}
	for _, r := range m.ErrorTypes {
		v.errTypes.names[r.Name] = true
	}
	for _, r := range m.Enums {
		v.enums.names[r.Name] = true
	}
	for _, r := range m.Records {
		v.records.names[r.Name] = true
	}
	for _, r := range m.Classes {
		v.classes.names[r.Name], v.receivers.names[r.Name] = true, true
		if r.Static != "" {
			v.receivers.names[r.Static], v.variants[r.Static] = true, r.Name
		}
		v.receivers.partial = v.receivers.partial || v.isBroken(r, "static")
	}
	for _, r := range m.Functions {
		if class, name, ok := strings.Cut(r.Go, "."); ok {
			v.methods.names[cmp.Or(v.variants[class], class)+"."+name] = true
		}
	}
	return v
}

func (v validator) enum(r *EnumRule) {
	if n := v.places[place{r, "values"}]; n != nil && n.kind == mappingNode && len(n.pairs) == 0 && !n.flawed {
		v.add(r.Pos, "add a value, such as FIFO: RT_IPC_FLAG_FIFO", "enum %q has no values", r.Name)
	}
	first := map[string]EnumValue{}
	for _, value := range r.Values {
		was, twice := first[value.C]
		if twice && value.C != "" {
			v.add(value.Pos, "remove one of them", "%s and %s of %s stand for the same constant %s", was.Name, value.Name, r.Name, value.C)
			continue
		}
		first[value.C] = value
	}
}

func (v validator) class(r *ClassRule) {
	v.when(&r.When)
	v.requires(r, "static_doc", "static")
	v.device(r)
}

// when reports a clause that never holds.
func (v validator) when(w *When) {
	if w.Since != "" && w.Until != "" && !model.ParseVersion(w.Since).Less(model.ParseVersion(w.Until)) {
		v.add(v.at(w, "until", model.Pos{}), "until is the first version for which the rule does not hold any more",
			"the rule never holds: since %s is not before until %s", w.Since, w.Until)
	}
	for _, macro := range contradicted(w.Config) {
		v.add(v.item(w, "config", "!"+macro, model.Pos{}), "remove one of them", "the rule never holds: %s cannot be defined and not defined", macro)
	}
	for _, name := range contradicted(w.Declares) {
		v.add(v.item(w, "declares", "!"+name, model.Pos{}), "remove one of them", "the rule never holds: %s cannot be declared and not declared", name)
	}
}

// contradicted lists the names that are also there with a "!".
func contradicted(names []string) []string {
	var out []string
	for _, n := range names {
		if slices.Contains(names, "!"+n) {
			out = append(out, n)
		}
	}
	return out
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
			pos, hint := v.later(owner, first, key, "keep one of them")
			v.add(pos, hint, "%q and %q exclude each other", first, key)
		}
	}
}

// later returns the place of a key that contradicts another one. If an overlay brought the other, that is where the user can
// mend it: by removing the key of the base.
func (v validator) later(owner any, other, key, hint string) (model.Pos, string) {
	pos, otherPos := v.at(owner, key, model.Pos{}), v.at(owner, other, model.Pos{})
	switch {
	case v.reporter.order[otherPos.File] > v.reporter.order[pos.File]:
		return otherPos, fmt.Sprintf("add %s: ~ to remove what %s says", key, pos)
	case v.reporter.order[otherPos.File] < v.reporter.order[pos.File]:
		return pos, fmt.Sprintf("add %s: ~ to remove what %s says", other, otherPos)
	}
	return pos, hint
}

// refer reports a name that nothing in a section defines.
func (v validator) refer(owner any, key, name string, in section) {
	if name == "" || in.names[name] || in.partial {
		return
	}
	hint := diag.DidYouMean(name, slices.Sorted(maps.Keys(in.names)))
	if hint == "" {
		hint = fmt.Sprintf("define it under %q", in.key)
	}
	v.add(v.at(owner, key, model.Pos{}), hint, "there is no %s %s", in.what, name)
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
