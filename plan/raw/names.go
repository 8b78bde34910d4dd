package raw

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/names"
)

// nameTable holds the Go name of each C symbol of package raw. C has name spaces for tags, ordinary names and macros; Go has
// one. Where two symbols want a name, the one that is used more keeps it: a type takes _t, as in golang.org/x/sys/unix, and a
// function its C spelling.
type nameTable struct {
	function map[string]string
	variable map[string]string
	typedef  map[string]string // that have a name of their own
	constant map[string]string
	record   map[*model.Record]string
	enum     map[*model.Enum]string
	rules    map[string]*mapping.RawNameRule
	taken    map[string]*nameClaim
}

// nameClaim is a symbol that wants a Go name.
type nameClaim struct {
	rank   nameRank
	c      string // what it is in C: "function rt_foo", "struct rt_foo"
	rule   string // how a rule of the mapping calls it
	decl   *model.Decl
	names  []string // in order of preference
	assign func(string)
}

// nameRank orders the kinds of symbols by how much they want their name.
type nameRank int

const (
	rankConst nameRank = iota // keeps its C spelling whatever happens
	rankFunction
	rankTag
	rankVariable
	rankTypedef
)

// reservedNames are what package raw declares for itself.
var reservedNames = []string{"Host", "Functions"}

func (p *planner) nameAll(rules []*mapping.RawNameRule) {
	n := &nameTable{
		function: map[string]string{}, variable: map[string]string{}, typedef: map[string]string{},
		constant: map[string]string{}, record: map[*model.Record]string{}, enum: map[*model.Enum]string{},
		rules: map[string]*mapping.RawNameRule{}, taken: map[string]*nameClaim{},
	}
	p.names = n
	for _, r := range rules {
		n.rules[r.C] = r
	}
	for _, name := range reservedNames {
		n.taken[name] = &nameClaim{c: "raw." + name + " of the generated package", decl: &model.Decl{}}
	}
	claims := slices.Concat(p.constClaims(), p.functionClaims(), p.tagClaims(), p.variableClaims())
	p.settle(claims)
	p.settle(p.typedefClaims())
	p.nameAnonymous()
}

// settle gives each claim a name: rules first, then by rank.
func (p *planner) settle(claims []*nameClaim) {
	n := p.names
	slices.SortStableFunc(claims, func(a, b *nameClaim) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(foreign(a), foreign(b)), cmp.Compare(a.rule, b.rule))
	})
	for _, c := range claims {
		if r := n.rules[c.rule]; r != nil {
			c.names = []string{r.Go}
			p.checkRule(r)
			p.grant(c)
		}
	}
	for _, c := range claims {
		if n.rules[c.rule] == nil {
			p.grant(c)
		}
	}
}

// foreign is 0 for a symbol of RT-Thread's own name space, whose prefix Go does without, and 1 for any other: rt_timer_create
// is TimerCreate, so that timer_create of POSIX, where there is one, is Timer_create.
func foreign(c *nameClaim) int {
	if strings.HasPrefix(c.rule[strings.LastIndexByte(c.rule, ' ')+1:], "rt_") {
		return 0
	}
	return 1
}

func (p *planner) grant(c *nameClaim) {
	for _, name := range c.names {
		if p.names.taken[name] == nil {
			p.names.taken[name] = c
			c.assign(name)
			return
		}
	}
	name := c.names[0]
	c.assign(name) // the error stops the generator; a name keeps the later stages simple
	p.clash(c, p.names.taken[name], name)
}

func (p *planner) clash(c, with *nameClaim, name string) {
	place := ""
	if with.decl.Pos.IsValid() {
		place = " (" + with.decl.Pos.String() + ")"
	}
	p.diags.Add(diag.Diagnostic{
		Pos:     c.decl.Pos,
		Message: fmt.Sprintf("%s and %s%s are both raw.%s in Go", c.c, with.c, place, name),
		Hint:    fmt.Sprintf("name one of them in a mapping: raw_names: {%s: %s}", c.rule, suggestName(c)),
	})
}

// suggestName is one of the names that are certain to be free: the C name as a whole, and what it is.
func suggestName(c *nameClaim) string {
	name := names.Camel(strings.Trim(c.rule[strings.LastIndexByte(c.rule, ' ')+1:], "_"))
	return name + [...]string{"Const", "Func", "Type", "Var", "Type"}[c.rank]
}

func (p *planner) checkRule(r *mapping.RawNameRule) {
	if token.IsIdentifier(r.Go) && token.IsExported(r.Go) {
		return
	}
	p.diags.Add(diag.Diagnostic{
		Pos:     r.Pos,
		Message: fmt.Sprintf("%q is not the name of an exported Go symbol", r.Go),
		Hint:    "use letters, digits and underscores, and begin with a capital",
	})
}

func (p *planner) functionClaims() []*nameClaim {
	var list []*nameClaim
	for _, f := range p.api.Functions {
		if !system(&f.Decl) {
			list = append(list, &nameClaim{
				rank: rankFunction, c: "function " + f.Name, rule: f.Name, decl: &f.Decl,
				names: functionNames(f.Name), assign: func(s string) { p.names.function[f.Name] = s },
			})
		}
	}
	return list
}

// functionNames are those of a function. A word of C's own beside RT-Thread's, malloc beside rt_malloc, has nothing but a
// prefix to tell it apart.
func functionNames(c string) []string { return []string{names.Exported(c), names.Const(c), "C_" + c} }

func (p *planner) variableClaims() []*nameClaim {
	var list []*nameClaim
	for _, v := range p.api.Variables {
		if !system(&v.Decl) {
			name := names.Exported(v.Name)
			list = append(list, &nameClaim{
				rank: rankVariable, c: "variable " + v.Name, rule: v.Name, decl: &v.Decl,
				names: []string{name, name + "Var"}, assign: func(s string) { p.names.variable[v.Name] = s },
			})
		}
	}
	return list
}

// tagClaims names the records and enums that have a name in C; the others are named after what they are part of.
func (p *planner) tagClaims() []*nameClaim {
	var list []*nameClaim
	claim := func(d *model.Decl, tag string, typedefs []string, assign func(string)) {
		c := &nameClaim{rank: rankTag, c: d.Name, rule: d.Name, decl: d, assign: assign}
		switch {
		case tag != "":
			c.names = typeNames(names.Exported(tag))
		case len(typedefs) > 0:
			c.c, c.rule = "type "+typedefs[0], typedefs[0]
			c.names = typeNames(names.Type(typedefs[0]))
		default:
			return
		}
		list = append(list, c)
	}
	for _, r := range p.api.Records {
		if p.used.records[r] {
			claim(&r.Decl, r.Tag, r.TypedefNames, func(s string) { p.names.record[r] = s })
		}
	}
	for _, e := range p.api.Enums {
		if p.used.enums[e] {
			claim(&e.Decl, e.Tag, e.TypedefNames, func(s string) { p.names.enum[e] = s })
		}
	}
	return list
}

// typeNames are those of a type: a function may have the first one, as stat and struct stat in POSIX.
func typeNames(name string) []string { return []string{name, name + "_t"} }

// typedefClaims names the typedefs that package raw declares. It runs when tags have their names: a typedef that only
// repeats one needs none.
func (p *planner) typedefClaims() []*nameClaim {
	var list []*nameClaim
	for _, t := range p.api.Typedefs {
		if system(&t.Decl) || p.typedefNote(t) != "" {
			continue
		}
		list = append(list, &nameClaim{
			rank: rankTypedef, c: "typedef " + t.Name, rule: t.Name, decl: &t.Decl,
			names: typeNames(names.Type(t.Name)), assign: func(s string) { p.names.typedef[t.Name] = s },
		})
	}
	return list
}
