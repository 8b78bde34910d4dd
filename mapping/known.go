package mapping

import (
	"maps"
	"slices"

	"github.com/rttgen/rttgen/model"
)

// Known is what the headers of a set of RT-Thread versions and configurations declare together. The zero value knows
// nothing.
type Known struct {
	functions map[string]map[string]bool // C names of what can be called, with the names of their parameters
	records   map[string]bool            // "struct rt_semaphore", and the typedefs that name records
	// behindClasses are the types that a class can be made of: records, and typedefs of integers.
	behindClasses map[string]bool
	constants     map[string]bool // object-like macros and enumeration constants
	all           map[string]bool // any C symbol
	apis          []*model.API
}

// Add adds what a set of headers declares.
func (k *Known) Add(api *model.API) {
	k.init()
	k.apis = append(k.apis, api)
	for _, f := range api.Functions {
		k.function(f.Name)
		for _, p := range f.Params {
			k.functions[f.Name][p.Name] = true
		}
	}
	for _, f := range api.FuncMacros {
		k.function(f.Name)
		for _, p := range f.Params {
			k.functions[f.Name][p] = true
		}
	}
	k.addTypes(api)
	for _, v := range api.Variables {
		k.all[v.Name] = true
	}
	for _, m := range api.Macros {
		k.constant(m.Name)
		if m.Kind == model.MacroOther && k.functions[m.Name] == nil { // another name of a function, perhaps
			k.function(m.Name)
		}
	}
}

func (k *Known) addTypes(api *model.API) {
	for _, r := range api.Records {
		for _, name := range append([]string{r.Name}, r.TypedefNames...) {
			k.records[name], k.behindClasses[name], k.all[name] = true, true, true
		}
	}
	for _, t := range api.Typedefs {
		k.all[t.Name] = true
		switch u := t.Type.Underlying(); {
		case u == nil:
		case u.Kind == model.Struct:
			k.records[t.Name], k.behindClasses[t.Name] = true, true
		case u.Kind == model.Int:
			k.behindClasses[t.Name] = true
		}
	}
	for _, e := range api.Enums {
		k.all[e.Name] = true
		for _, c := range e.Constants {
			k.constant(c.Name)
		}
	}
}

func (k *Known) init() {
	if k.all == nil {
		k.functions = map[string]map[string]bool{}
		k.records, k.constants, k.all = map[string]bool{}, map[string]bool{}, map[string]bool{}
		k.behindClasses = map[string]bool{}
	}
}

func (k *Known) function(name string) {
	k.all[name] = true
	if k.functions[name] == nil {
		k.functions[name] = map[string]bool{}
	}
}

func (k *Known) constant(name string) {
	k.constants[name], k.all[name] = true, true
}

// params returns the names of the parameters of a function in any version.
func (k *Known) params(function string) []string {
	list := slices.Sorted(maps.Keys(k.functions[function]))
	return slices.DeleteFunc(list, func(name string) bool { return name == "" })
}

// declares reports whether any of the headers declares something, as model.API.Declares reads it.
func (k *Known) declares(name string) bool {
	return slices.ContainsFunc(k.apis, func(api *model.API) bool { return api.Declares(name) })
}

// matches reports whether a skip rule is about any symbol.
func (k *Known) matches(s *SkipRule) bool {
	if k.all[s.C] {
		return true
	}
	for name := range k.all {
		if s.Matches(name) {
			return true
		}
	}
	return false
}
