package mapping

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/rttgen/rttgen/model"
)

// decoder makes rules of a merged tree and remembers where each of their keys was written.
type decoder struct {
	*reporter
	places map[place]*node
}

// place names a key of a rule; owner is the pointer to the rule.
type place struct {
	owner any
	key   string
}

func newDecoder(r *reporter) *decoder {
	return &decoder{reporter: r, places: map[place]*node{}}
}

// object decodes an object into dst, a pointer. The name, which may be empty, and the place are for what is
// missing.
func (d *decoder) object(n *node, s *spec, dst any, name string, pos model.Pos) {
	if n.kind != mappingNode {
		return
	}
	switch r := dst.(type) {
	case *FunctionRule:
		r.Origins = n.origins
	case *ParamRule:
		r.Inherited = n.inherited
	}
	for _, p := range n.pairs {
		d.places[place{dst, p.key}] = p.value
		if f := s.field(p.key); p.value.kind != brokenNode {
			f.set(d, dst, p)
		}
	}
	for _, f := range missing(n, s) {
		d.add(pos, cmp.Or(n.hint, "add "+f.key+": "+f.example), "%s has no %q", subject(s, name), f.key)
	}
}

// missing returns the fields that an object must have and has not.
func missing(n *node, s *spec) []field {
	var out []field
	for _, f := range s.fields {
		if f.required && !n.flawed && n.find(f.key) == nil {
			out = append(out, f)
		}
	}
	return out
}

// subject names an object for messages.
func subject(s *spec, name string) string {
	if name == "" {
		return s.what
	}
	_, noun, _ := strings.Cut(s.what, " ")
	return fmt.Sprintf("%s %q", noun, name)
}

// at returns where a key of a rule was written; without such a key, the place given.
func (d *decoder) at(owner any, key string, other model.Pos) model.Pos {
	if n := d.places[place{owner, key}]; n != nil {
		return n.pos
	}
	return other
}

// item returns where an element of a list was written.
func (d *decoder) item(owner any, key, text string, other model.Pos) model.Pos {
	if n := d.places[place{owner, key}]; n != nil {
		for _, item := range n.items {
			if item.kind == scalarNode && item.text == text {
				return item.pos
			}
		}
	}
	return other
}

// complete fills in defaults and sorts the rules.
func complete(m *Rules) {
	for _, r := range m.Errors {
		if r.Text == "" {
			r.Text = spaced(strings.TrimPrefix(r.Name, "Err"))
		}
	}
	for _, r := range m.Classes {
		if r.File == "" {
			r.File = strings.ReplaceAll(strings.ToLower(r.Name), "_", "")
		}
		sortCode(r.Code)
	}
	completeDevices(m)
	for _, r := range m.Functions {
		completeFunction(r)
	}
	sortRules(m.Errors, func(r *ErrorRule) string { return r.Name })
	sortRules(m.ErrorTypes, func(r *ErrorTypeRule) string { return r.Name })
	sortRules(m.Enums, func(r *EnumRule) string { return r.Name })
	sortRules(m.Records, func(r *RecordRule) string { return r.Name })
	sortRules(m.Classes, func(r *ClassRule) string { return r.Name })
	sortRules(m.Functions, func(r *FunctionRule) string { return r.C })
	sortCode(m.Code)
	sortRules(m.Skips, func(r *SkipRule) string { return r.C })
	sortRules(m.RawNames, func(r *RawNameRule) string { return r.C })
}

func sortCode(list []*CodeRule) {
	sortRules(list, func(r *CodeRule) string { return r.File })
	for _, r := range list {
		sortRules(r.Wraps, func(w Wrap) string { return w.C })
		sortRules(r.Around, func(w Wrap) string { return w.C })
	}
}

func completeFunction(r *FunctionRule) {
	switch {
	case r.Context == "" && r.Blocks:
		r.Context = ContextScheduler
	case r.Context == "":
		r.Context = ContextThread
	}
	for _, p := range r.Params {
		if p.Callback != nil && p.Callback.Context == "" {
			p.Callback.Context = ContextAny
		}
	}
}

func sortRules[T any](list []T, name func(T) string) {
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(name(a), name(b)) })
}

// spaced returns the words of a Go name in lower case: "NoMemory" becomes "no memory". Abbreviations stay: "IO" is "IO".
func spaced(name string) string {
	var words []string
	runes := []rune(name)
	for start, i := 0, 1; i <= len(runes); i++ {
		end := i == len(runes)
		if !end && !(unicode.IsUpper(runes[i]) && (!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))) {
			continue
		}
		word := string(runes[start:i])
		if word != strings.ToUpper(word) || len(word) == 1 {
			word = strings.ToLower(word)
		}
		words = append(words, word)
		start = i
	}
	return strings.Join(words, " ")
}
