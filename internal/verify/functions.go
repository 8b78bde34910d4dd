package verify

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/firmware"
	"github.com/rttgen/rttgen/model"
)

// lengths are constants that arrays of the firmware have for their length.
var lengths = []struct{ constant, record, member, variable string }{
	{"RT_NAME_MAX", "struct rt_object", "name", ""},
	{"RT_TIMER_SKIP_LIST_LEVEL", "struct rt_timer", "row", ""},
	{"RT_THREAD_PRIORITY_MAX", "", "", "rt_thread_priority_table"},
	{"RT_CPUS_NR", "", "", "_cpus"},
}

// lengthHint names the constant that a member has for its length.
func lengthHint(member string, found int) string {
	for _, l := range lengths {
		if l.record+"."+l.member == member && found >= 0 {
			return fmt.Sprintf("%s is %d in the firmware: %s", l.constant, found, regenerate)
		}
	}
	return regenerate
}

// lengths recovers constants from variables; those of members are compared with their records.
func (v *verifier) lengths() {
	for _, l := range lengths {
		expected, ok := v.api.Constant(l.constant)
		list := v.image.Variables[l.variable]
		if l.variable == "" || !ok || len(list) == 0 || list[0].Len < 0 {
			continue
		}
		v.result.Compared.Constants++
		if list[0].Len != int(expected) {
			var pos model.Pos
			if m := v.api.Macro(l.constant); m != nil {
				pos = m.Pos
			}
			v.find(pos, regenerate, "%s: %d expected, %d in the firmware, by the length of %s", l.constant, expected, list[0].Len, l.variable)
		}
	}
}

// functions compares how functions are called.
func (v *verifier) functions() {
	for _, f := range v.api.Functions {
		list := v.image.Functions[symbolOf(f)]
		if f.Inline || system(f.Pos) || len(list) == 0 {
			continue
		}
		v.result.Compared.Functions++
		for _, x := range list {
			if problem := signature(f, x); problem != "" {
				v.find(f.Pos, option(f.Guards, nil), "%s: %s", f.Name, problem)
				break
			}
		}
	}
}

func symbolOf(f *model.Function) string {
	if f.Symbol != "" {
		return f.Symbol
	}
	return f.Name
}

// signature says how a function is called in another way than expected; empty if it is not.
func signature(f *model.Function, x *firmware.Function) string {
	if len(f.Params) != len(x.Params) && !(x.Params == nil && !x.Defined) {
		return fmt.Sprintf("%d parameters expected, %d in the firmware", len(f.Params), len(x.Params))
	}
	for i, size := range x.Params {
		if expected := sizeOf(f.Params[i].Type); expected != size {
			return fmt.Sprintf("parameter %d of %d bytes expected, of %d in the firmware", i+1, expected, size)
		}
	}
	if expected := sizeOf(f.Result); !f.Result.IsVoid() && expected != x.Result || f.Result.IsVoid() != (x.Result == 0) {
		return fmt.Sprintf("a result of %d bytes expected, of %d in the firmware", expected, x.Result)
	}
	return ""
}

// symbols tells which functions the firmware was built without. One that was compiled and then dropped, because nothing calls it, is
// there as soon as Go calls it.
func (v *verifier) symbols() {
	missing := map[string][]string{} // by condition
	for _, f := range v.api.Functions {
		name := symbolOf(f)
		if f.Inline || system(f.Pos) {
			continue
		}
		defined := slices.ContainsFunc(v.image.Functions[name], func(x *firmware.Function) bool { return x.Defined })
		switch {
		case v.image.Symbols[name]:
			v.result.Compared.Symbols++
		case !defined && v.compiled(f):
			key := strings.Join(f.Guards, " && ")
			missing[key] = append(missing[key], f.Name)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(missing)) {
		names := missing[key]
		shown := strings.Join(names[:min(len(names), 6)], ", ")
		if len(names) > 6 {
			shown += ", …"
		}
		d := diag.Diagnostic{Severity: diag.Warning, Hint: "Go code that calls them cannot be linked with this firmware",
			Message: fmt.Sprintf("%d functions are declared and in no object of the firmware: %s", len(names), shown)}
		if guarded := option([]string{key}, nil); guarded != regenerate && v.none(key) {
			d.Severity, d.Hint = diag.Error, guarded
			d.Message = fmt.Sprintf("nothing that is declared under %s is in the firmware: %s", key, shown)
		}
		v.result.Findings.Add(d)
	}
}

// compiled reports whether the firmware has anything else of the header that declares a function, so that a function it lacks was
// left out by a setting, not by the choice of what to link.
func (v *verifier) compiled(f *model.Function) bool {
	return slices.ContainsFunc(v.api.Functions, func(other *model.Function) bool {
		return path.Clean(other.Pos.File) == path.Clean(f.Pos.File) && v.image.Symbols[symbolOf(other)]
	})
}

// none reports whether the firmware has no function at all that is declared under a condition.
func (v *verifier) none(condition string) bool {
	return !slices.ContainsFunc(v.api.Functions, func(f *model.Function) bool {
		name := symbolOf(f)
		defined := slices.ContainsFunc(v.image.Functions[name], func(x *firmware.Function) bool { return x.Defined })
		return !f.Inline && strings.Join(f.Guards, " && ") == condition && (v.image.Symbols[name] || defined)
	})
}
