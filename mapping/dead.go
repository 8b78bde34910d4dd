package mapping

import (
	"maps"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// Dead reports the rules that match nothing in any supported version: known is the union of the reference versions and the
// headers at hand. The sources are those the mapping was loaded from, to show their lines.
func Dead(m *Rules, known *Known, sources ...Source) *diag.List {
	d := graveyard{newReporter(sources), known}
	for _, r := range m.Errors {
		d.symbol(r.Pos, r.C, d.known.constants)
	}
	for _, r := range m.ErrorTypes {
		d.symbol(r.Pos, r.C, d.known.all)
	}
	for _, r := range m.Enums {
		for _, v := range r.Values {
			d.symbol(v.Pos, v.C, d.known.constants)
		}
	}
	for _, r := range m.Records {
		d.record(r)
	}
	for _, r := range m.Classes {
		d.symbol(r.Pos, r.C, d.known.behindClasses)
		if r.Device != nil {
			for _, c := range r.Device.Types {
				d.constant(r.Device.Pos, c)
			}
			for _, c := range r.Device.Flags {
				d.constant(r.Device.Pos, c)
			}
		}
		for _, c := range r.Code {
			d.code(c)
		}
	}
	for _, r := range m.Code {
		d.code(r)
	}
	for _, r := range m.Functions {
		d.function(r)
	}
	for _, r := range m.Defaults {
		d.defaults(r)
	}
	for _, r := range m.Skips {
		d.skip(r)
	}
	for _, r := range m.RawNames {
		d.symbol(r.Pos, r.C, d.known.all)
	}
	return d.list
}

// graveyard collects dead rules.
type graveyard struct {
	*reporter
	known *Known
}

// symbol reports a C name that is not among those declared.
func (d graveyard) symbol(pos model.Pos, name string, declared map[string]bool) {
	if name == "" || declared[name] {
		return
	}
	d.add(pos, d.hint(name, slices.Sorted(maps.Keys(declared))), "no supported RT-Thread version declares %s", name)
}

func (d graveyard) hint(name string, declared []string) string {
	if h := diag.DidYouMean(name, declared); h != "" {
		return h
	}
	return "remove it, or generate against headers that declare it"
}

// record reports a record, or members of one, that no version has.
func (d graveyard) record(r *RecordRule) {
	if !d.known.records[r.C] {
		d.symbol(r.Pos, r.C, d.known.records)
		return
	}
	for _, f := range r.Fields {
		for member := range strings.SplitSeq(f.C, "|") {
			d.needs(f.Pos, []string{r.C + "." + member})
		}
		d.constant(f.Pos, f.Default)
	}
}

func (d graveyard) code(r *CodeRule) {
	d.needs(r.Pos, r.Needs)
	for _, w := range slices.Concat(r.Wraps, r.Around) {
		d.symbol(w.Pos, w.C, d.known.all)
	}
}

func (d graveyard) needs(pos model.Pos, list []string) {
	for _, alternatives := range list {
		for _, name := range strings.Split(alternatives, "|") {
			switch record, member, ok := strings.Cut(name, "."); {
			case d.known.declares(name):
			case strings.HasSuffix(name, "()"):
				d.add(pos, "remove it, or generate against headers that declare it", "no supported RT-Thread version declares %s", name)
			case ok && d.known.records[record]:
				d.add(pos, "remove it, or generate against headers that declare it", "no supported RT-Thread version has a member %s in %s", member, record)
			default:
				d.symbol(pos, record, d.known.all)
			}
		}
	}
}

// constant reports the name of a constant that no header defines; integers pass.
func (d graveyard) constant(pos model.Pos, text string) {
	if text != "" && text[0] != '-' && (text[0] < '0' || text[0] > '9') {
		d.symbol(pos, text, d.known.constants)
	}
}

func (d graveyard) function(r *FunctionRule) {
	if d.known.functions[r.C] == nil {
		d.add(r.Pos, d.hint(r.C, slices.Sorted(maps.Keys(d.known.functions))), "no supported RT-Thread version declares %s", r.C)
		return
	}
	d.needs(r.Pos, r.Needs)
	d.symbol(r.Pos, r.Except, d.known.all)
	params := d.known.params(r.C)
	for _, p := range r.Params {
		if p.Inherited {
			continue
		}
		d.param(p.Pos, r.C, p.C, params)
		d.param(p.Pos, r.C, p.LenOf, params)
		d.constant(p.Pos, p.Const)
		whole, _, _ := strings.Cut(p.Default, "/")
		for _, c := range []string{whole, p.Min, p.Max, p.Below} {
			d.constant(p.Pos, c)
		}
		if p.Callback != nil {
			d.param(p.Callback.Pos, r.C, p.Callback.User, params)
			d.param(p.Callback.Pos, r.C, p.Callback.Key, params)
		}
	}
	if !slices.ContainsFunc(r.Origins, func(o Origin) bool { return o.Key == "order" }) {
		for _, name := range r.Order {
			d.param(r.Pos, r.C, name, params)
		}
	}
}

// defaults reports defaults of no function.
func (d graveyard) defaults(r *FunctionRule) {
	for name := range d.known.functions {
		if fits(r.C, name) {
			return
		}
	}
	d.add(r.Pos, "remove it, or mend the pattern", "no function of a supported RT-Thread version matches %s", r.C)
}

// param reports the name of a parameter, or one of its alternatives, that a function does not have in any version. Headers
// need not name parameters; then nothing can be said.
func (d graveyard) param(pos model.Pos, function, name string, params []string) {
	if name == "" || len(params) == 0 {
		return
	}
	for _, n := range strings.Split(name, "|") {
		if !slices.Contains(params, n) {
			d.add(pos, diag.DidYouMeanOr(n, params), "no supported RT-Thread version has a parameter %s of %s", n, function)
		}
	}
}

func (d graveyard) skip(r *SkipRule) {
	switch {
	case d.known.matches(r):
	case strings.Contains(r.C, "*"):
		d.add(r.Pos, "remove it, or mend the pattern", "no symbol of a supported RT-Thread version matches %s", r.C)
	default:
		d.symbol(r.Pos, r.C, d.known.all)
	}
}
