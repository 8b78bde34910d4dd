package raw

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/names"
	"github.com/rttgen/rttgen/plan/symbol"
)

// constClaims names the macros and enumeration constants that package raw declares.
func (p *planner) constClaims() []*nameClaim {
	var list []*nameClaim
	claim := func(kind string, d *model.Decl) {
		if p.names.constant[d.Name] != "" {
			return // #define X X beside an enumeration constant X
		}
		p.names.constant[d.Name] = d.Name
		list = append(list, &nameClaim{
			rank: rankConst, c: kind + " " + d.Name, rule: d.Name, decl: d,
			names: []string{names.Const(d.Name)}, assign: func(s string) { p.names.constant[d.Name] = s },
		})
	}
	for _, e := range p.api.Enums {
		if p.used.enums[e] {
			for i := range e.Constants {
				if !p.renamed(&e.Constants[i]) {
					claim("constant", &e.Constants[i].Decl)
				}
			}
		}
	}
	for _, m := range p.api.Macros {
		if p.macroNote(m) == "" {
			claim("macro", &m.Decl)
		}
	}
	return list
}

// macroNote tells why a macro is no constant in Go; empty if it is one.
func (p *planner) macroNote(m *model.Macro) string {
	switch {
	case system(&m.Decl) && !configured(p.api, &m.Decl):
		return cLibrary
	case m.Name[0] == '_':
		return "a reserved name, for the headers' own use"
	case m.Kind == model.MacroOther:
		return "expands to no constant: " + abridge(m.Text)
	case m.Kind == model.MacroFloat && !finite(m.Float):
		return "expands to " + m.Float + ", which no Go constant is"
	case m.Kind == model.MacroEmpty && !configured(p.api, &m.Decl):
		return "expands to nothing"
	}
	return ""
}

// finite reports whether a Go constant can have a floating value: there is none for infinities, NaN and negative zero.
func finite(text string) bool {
	v, err := strconv.ParseFloat(text, 64)
	return err == nil && !math.IsInf(v, 0) && !math.IsNaN(v) && !(v == 0 && math.Signbit(v))
}

// abridge keeps a reason on one line.
func abridge(s string) string {
	const limit = 60
	if r := []rune(s); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return s
}

// planConsts declares macros and enumeration constants under their C names, untyped so that they combine as in C.
func (p *planner) planConsts() {
	groups := map[string]*ConstGroup{}
	done := map[string]bool{}
	for _, e := range p.api.Enums {
		if p.used.enums[e] {
			p.enumConsts(e, done)
		}
	}
	for _, m := range p.api.Macros {
		if note := p.macroNote(m); note != "" {
			p.decide(&m.Decl, "macro", symbol.Skipped, "", note)
			continue
		}
		goName := p.names.constant[m.Name]
		p.decide(&m.Decl, "macro", symbol.InRaw, goName, "")
		if done[m.Name] || isPointerMacro(m) {
			continue
		}
		g := groups[m.Pos.File]
		if g == nil {
			g = &ConstGroup{Title: macrosTitle(m.Pos.File), File: m.Pos.File}
			groups[m.Pos.File] = g
			p.raw.Consts = append(p.raw.Consts, g)
		}
		g.Consts = append(g.Consts, p.macroConst(m, goName))
	}
	p.sortConsts()
}

func (p *planner) enumConsts(e *model.Enum, done map[string]bool) {
	if len(e.Constants) == 0 {
		return
	}
	g := &ConstGroup{Title: p.enumTitle(e), File: e.Pos.File}
	for _, c := range e.Constants {
		if p.renamed(&c) {
			continue
		}
		done[c.Name] = true
		k := Const{
			C: c.Name, Go: p.names.constant[c.Name], Pos: c.Pos, Value: goInteger(c.Value, c.Unsigned, c.Base), Comment: oneLine(c.Doc),
		}
		if !e.Prototype {
			k.Check = cInteger(c.Value, c.Unsigned)
		}
		g.Consts = append(g.Consts, k)
	}
	if len(g.Consts) > 0 {
		p.raw.Consts = append(p.raw.Consts, g)
	}
}

// renamed reports whether a macro of the same name has another meaning: C code that writes the name gets the macro's.
func (p *planner) renamed(c *model.Constant) bool {
	m := p.api.Macro(c.Name)
	return m != nil && strings.Trim(m.Text, "() ") != c.Name && (m.Kind != model.MacroInt || m.Int != c.Value)
}

func macrosTitle(file string) string {
	if strings.HasPrefix(file, "<") {
		return "Macros of the compiler's command line."
	}
	return "Macros of " + file + "."
}

func (p *planner) enumTitle(e *model.Enum) string {
	goName, name := p.names.enum[e], e.Name
	if goName == "" {
		return fmt.Sprintf("Constants of an enum without a name (%s).", e.Pos.Place())
	}
	if e.Anonymous() {
		name = e.TypedefNames[0]
	}
	return fmt.Sprintf("Constants of [%s], %s (%s).", goName, name, e.Pos.Place())
}

// sortConsts orders groups by header and constants as their header has them.
func (p *planner) sortConsts() {
	for _, g := range p.raw.Consts {
		slices.SortStableFunc(g.Consts, func(a, b Const) int {
			return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col), cmp.Compare(a.C, b.C))
		})
	}
	slices.SortStableFunc(p.raw.Consts, func(a, b *ConstGroup) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Consts[0].Pos.Line, b.Consts[0].Pos.Line))
	})
}

func (p *planner) macroConst(m *model.Macro, goName string) Const {
	c := Const{C: m.Name, Go: goName, Pos: m.Pos, Comment: oneLine(m.Doc)}
	switch m.Kind {
	case model.MacroEmpty:
		c.Value = "true"
	case model.MacroFloat:
		c.Value = goFloat(m.Float)
	case model.MacroString:
		c.Value = strconv.Quote(m.String)
	case model.MacroAddress:
		c.Type, c.Value = goUintptr, goInteger(int64(uint32(m.Int)), false, 16)
		c.Check = c.Value
	case model.MacroInt:
		unsigned := unsigned64(m.Type)
		c.Value = goInteger(m.Int, unsigned, m.Base)
		if !configured(p.api, &m.Decl) && p.confirmable(m) {
			c.Check = cInteger(m.Int, unsigned)
		}
	}
	return c
}

// goFloat writes a floating constant so that it is one in Go: 1 would be an integer there, and 1/2 zero.
func goFloat(text string) string {
	if strings.ContainsAny(text, ".eEpP") {
		return text
	}
	return text + ".0"
}

func unsigned64(t *model.Type) bool {
	if t == nil {
		return false
	}
	u := t.Underlying()
	return u.Kind == model.Int && u.Size == 8 && !u.Signed
}

// goInteger prints a value in the base that C writes it in.
func goInteger(v int64, unsigned bool, base int) string {
	prefix, known := map[int]string{2: "0b", 8: "0o", 16: "0x"}[base]
	if !known {
		base = 10
	}
	if v < 0 && !unsigned {
		return "-" + prefix + strings.TrimPrefix(strconv.FormatInt(v, base), "-")
	}
	return prefix + strconv.FormatUint(uint64(v), base)
}

// cInteger prints a value so that any C compiler reads it right.
func cInteger(v int64, unsigned bool) string {
	const minInt64 = -1 << 63
	switch {
	case unsigned && v < 0:
		return strconv.FormatUint(uint64(v), 10) + "ULL"
	case v == minInt64:
		return "(-9223372036854775807LL - 1)"
	case v < -1<<31 || v >= 1<<31:
		return strconv.FormatInt(v, 10) + "LL"
	}
	return strconv.FormatInt(v, 10)
}

func (p *planner) decideFuncMacros() {
	for _, m := range p.api.FuncMacros {
		reason := "a function-like macro: its arguments have no types"
		if system(&m.Decl) {
			reason = cLibrary
		}
		p.decide(&m.Decl, "function-macro", symbol.Skipped, "", reason)
	}
}
