// Package explain tells everything that is known about a symbol: what C says about it, what the mapping says, what becomes of
// it in Go, and what is different in other versions of RT-Thread.
package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/symbol"
)

// Answer is what is known about one C symbol.
type Answer struct {
	C        string        `json:"c"`
	Kind     string        `json:"kind,omitempty"` // empty if the headers at hand do not declare it
	Decl     *Declaration  `json:"declaration,omitempty"`
	Status   symbol.Status `json:"status,omitempty"`
	Raw      string        `json:"raw,omitempty"` // in package raw
	Reason   string        `json:"reason,omitempty"`
	Bindings []Binding     `json:"bindings,omitempty"`
	Versions []Version     `json:"versions,omitempty"`
}

// Declaration is what C says.
type Declaration struct {
	Text   string   `json:"text"`
	Place  string   `json:"place"`
	Guards []string `json:"guards,omitempty"`
}

// Binding is one thing that a symbol is in Go.
type Binding struct {
	Go        []string `json:"go"`
	Arguments []string `json:"arguments,omitempty"` // what C gets, by parameter
	Errors    []string `json:"errors,omitempty"`    // which callers may tell apart, and when they come
	Rule      string   `json:"rule,omitempty"`      // place of the rule
	Inherited []string `json:"inherited,omitempty"` // what the rule has from elsewhere
	Context   string   `json:"context,omitempty"`
	Blocks    bool     `json:"blocks,omitempty"`
	Ownership []string `json:"ownership,omitempty"`
	Doc       string   `json:"doc,omitempty"`
}

// Version is what a reference interface says.
type Version struct {
	Version string       `json:"version"`
	Decl    *Declaration `json:"declaration,omitempty"` // nil if it does not declare it
	Same    bool         `json:"same"`                  // as the headers at hand
}

// Symbol explains a C symbol, or what a Go symbol of the safe package or of package raw is made of. It returns nil if nobody
// knows it. The references are other versions to compare with.
func Symbol(r *generate.Result, references []*model.API, name string) []*Answer {
	var answers []*Answer
	for _, c := range cNames(r, name) {
		if a := explain(r, references, c); a != nil {
			answers = append(answers, a)
		}
	}
	return answers
}

func explain(r *generate.Result, references []*model.API, c string) *Answer {
	a := &Answer{C: c, Decl: declaration(r.API, c)}
	known := a.Decl != nil
	if d := decision(r, c); d != nil {
		known = true
		a.Kind, a.Status, a.Reason, a.Raw = d.Kind, d.Status, d.Reason, rawName(r, c)
		if a.Decl == nil {
			a.Decl = &Declaration{Text: d.Kind + " " + c, Place: fmt.Sprintf("%s:%d", d.File, d.Line)}
		}
	}
	a.Bindings = bindings(r, c)
	for _, api := range references {
		v := Version{Version: api.Version.String(), Decl: declaration(api, c)}
		known = known || v.Decl != nil
		v.Same = a.Decl != nil && v.Decl != nil && v.Decl.Text == a.Decl.Text
		a.Versions = append(a.Versions, v)
	}
	if a.Reason == "" {
		a.Reason = skipReason(r.Mapping, c)
	}
	if a.Decl == nil {
		a.Bindings = ruled(r.Mapping, c)
	}
	if !known && a.Reason == "" && len(a.Bindings) == 0 {
		return nil
	}
	return a
}

// cNames returns the C symbols that a name may stand for.
func cNames(r *generate.Result, name string) []string {
	if decision(r, name) != nil {
		return []string{name}
	}
	name = strings.TrimPrefix(name, r.Plan.Options.Package+".")
	var list []string
	for _, d := range r.Plan.Decisions {
		names := strings.Split(d.Go, ", ")
		plain := strings.TrimSuffix(strings.TrimSuffix(name, "Ticks"), "Millis")
		if slices.Contains(names, name) || slices.Contains(names, plain) || "raw."+rawName(r, d.Name) == name {
			list = append(list, d.Name)
		}
	}
	if len(list) == 0 {
		list = []string{name} // perhaps a reference knows it
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func decision(r *generate.Result, c string) *symbol.Decision {
	i, found := slices.BinarySearchFunc(r.Plan.Decisions, c, func(d symbol.Decision, c string) int { return cmp.Compare(d.Name, c) })
	if !found {
		return nil
	}
	return &r.Plan.Decisions[i]
}

// rawName returns the name of a function, constant or record in package raw, if it is there.
func rawName(r *generate.Result, c string) string {
	if f := r.Plan.Raw.Func(c); f != nil {
		return f.Go
	}
	if k, ok := r.Plan.Raw.Const(c); ok {
		return k.Go
	}
	if x := r.Plan.Raw.Record(c); x != nil {
		return x.Go
	}
	return ""
}

func skipReason(m *mapping.Rules, c string) string {
	for _, s := range m.Skips {
		if s.C == c {
			return s.Reason
		}
	}
	return ""
}

// declaration returns what the headers of a version say about a symbol.
func declaration(api *model.API, c string) *Declaration {
	at := func(d model.Decl, text string) *Declaration {
		return &Declaration{Text: text, Place: fmt.Sprintf("%s:%d", d.Pos.File, d.Pos.Line), Guards: d.Guards}
	}
	if f := api.Function(c); f != nil {
		return at(f.Decl, f.Signature())
	}
	if m := api.Macro(c); m != nil {
		return at(m.Decl, strings.TrimSpace("#define "+c+" "+m.Text))
	}
	if m := api.FuncMacro(c); m != nil {
		return at(m.Decl, "#define "+c+"("+strings.Join(m.Params, ", ")+") "+m.Text)
	}
	if t := api.Typedef(c); t != nil {
		return at(t.Decl, "typedef "+t.Type.Declare(c))
	}
	if rec := api.Record(c); rec != nil {
		return at(rec.Decl, fmt.Sprintf("%s, %d bytes", c, rec.Size))
	}
	for _, e := range api.Enums {
		for _, k := range e.Constants {
			if k.Name == c {
				return at(e.Decl, fmt.Sprintf("%s = %d, of %s", c, k.Value, e.Name))
			}
		}
	}
	return nil
}
