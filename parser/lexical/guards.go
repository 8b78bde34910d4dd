package lexical

import (
	"slices"
	"strings"
)

// GuardMap knows the #if conditions in force at every line of a source file.
type GuardMap struct {
	regions []region // by line
}

// region is a run of lines under the same conditions. It ends where the next one starts.
type region struct {
	line int
	in   *branch // nil outside of every #if
}

// branch is one branch of an #if. Conditions are spelled out on demand: a file may nest or chain them without limit.
type branch struct {
	outer  *branch
	prev   *branch // the branch before it in the same chain
	cond   string  // empty for #else
	isElse bool
	hidden bool // says nothing about the declarations in it: an include guard, C++
}

// Guards finds the conditions in a source file.
func Guards(src []byte) *GuardMap {
	g := &guardScan{m: &GuardMap{}}
	s := newScanner(src)
	for t := s.next(); t.kind != eof; t = s.next() {
		switch t.kind {
		case comment:
		case directive:
			name, rest := splitDirective(src[t.start:t.end])
			if g.branch(name, rest) {
				g.m.regions = append(g.m.regions, region{s.line + 1, g.cur})
			}
			g.guard.directive(name, rest, g)
		default:
			g.guard.code()
		}
	}
	g.guard.finish()
	return g.m
}

// At returns the conditions in force at a line, outermost first, spelled as in shared/facts: "defined(X)" for #ifdef,
// "!(A)" for the #else of A, "!(A) && (B)" for #elif B. Include guards and tests for C++ are left out. What comes behind an #elif
// negates that branch as spelled, which is not the whole truth: "!(!(A) && (B))" also holds where A does. [GuardMap.Exact] tells it.
func (m *GuardMap) At(line int) []string { return m.spell(line, (*branch).spell) }

// Exact is like At, but every branch of a chain negates each one before it: "!(A) && !(B)".
func (m *GuardMap) Exact(line int) []string { return m.spell(line, (*branch).exact) }

func (m *GuardMap) spell(line int, how func(*branch) string) []string {
	var list []string
	for b := m.branchAt(line); b != nil; b = b.outer {
		if !b.hidden {
			list = append(list, how(b))
		}
	}
	slices.Reverse(list)
	return list
}

func (m *GuardMap) branchAt(line int) *branch {
	i, found := slices.BinarySearchFunc(m.regions, line, func(r region, l int) int { return r.line - l })
	if !found {
		i--
	}
	if i < 0 {
		return nil
	}
	return m.regions[i].in
}

func (b *branch) spell() string {
	var chain []*branch
	for p := b; p != nil; p = p.prev {
		chain = append(chain, p)
	}
	slices.Reverse(chain)
	var s strings.Builder
	s.WriteString(strings.Repeat("!(", len(chain)-1) + chain[0].cond)
	for _, p := range chain[1:] {
		s.WriteString(")")
		if !p.isElse {
			s.WriteString(" && (" + p.cond + ")")
		}
	}
	return s.String()
}

func (b *branch) exact() string {
	if b.prev == nil {
		return b.cond
	}
	var parts []string
	if !b.isElse {
		parts = append(parts, "("+b.cond+")")
	}
	for p := b.prev; p != nil; p = p.prev {
		parts = append(parts, "!("+p.cond+")")
	}
	slices.Reverse(parts)
	return strings.Join(parts, " && ")
}

// guardScan is the state of a scan for conditions.
type guardScan struct {
	m     *GuardMap
	cur   *branch
	guard includeGuard
}

// branch follows a directive into or out of a branch and reports whether it was one that does so.
func (g *guardScan) branch(name string, rest []byte) bool {
	switch name {
	case "if":
		g.open(condition(rest))
	case "ifdef":
		g.open("defined(" + firstWord(rest) + ")")
	case "ifndef":
		g.open("!defined(" + firstWord(rest) + ")")
	case "elif":
		g.chain(condition(rest), false)
	case "elifdef":
		g.chain("defined("+firstWord(rest)+")", false)
	case "elifndef":
		g.chain("!defined("+firstWord(rest)+")", false)
	case "else":
		g.chain("", true)
	case "endif":
		if g.cur != nil {
			g.cur = g.cur.outer
		}
	default:
		return false
	}
	return true
}

func (g *guardScan) open(cond string) {
	g.cur = &branch{outer: g.cur, cond: cond, hidden: isCxx(cond)}
}

// chain opens the next branch of the current chain. Behind an #else there can be none: it is left as it is.
func (g *guardScan) chain(cond string, isElse bool) {
	if g.cur == nil || g.cur.isElse {
		return
	}
	g.cur = &branch{outer: g.cur.outer, prev: g.cur, cond: cond, isElse: isElse, hidden: isElse && isCxx(g.cur.cond)}
}

// isCxx reports whether a condition does nothing but tell C from C++, which for these bindings is not a question.
func isCxx(cond string) bool {
	return strings.TrimPrefix(cond, "!") == "defined(__cplusplus)" || cond == "__cplusplus"
}

// includeGuard recognises the #ifndef X, #define X around a whole header.
type includeGuard struct {
	state guardState
	name  string
	b     *branch
}

type guardState uint8

const (
	wantIf guardState = iota // before the first directive that matters
	wantDefine
	inGuard
	behind // everything behind the #endif should be comments
	noGuard
)

// code is told about a token outside of directives.
func (i *includeGuard) code() {
	if i.state != inGuard {
		i.reject()
	}
}

// reject gives up, unless there is only something left behind the #endif of what calls itself a header.
func (i *includeGuard) reject() {
	if i.state == behind && strings.HasSuffix(strings.TrimRight(i.name, "_"), "_H") {
		return
	}
	i.state = noGuard
}

// directive is told about every directive, after g followed it.
func (i *includeGuard) directive(name string, rest []byte, g *guardScan) {
	switch i.state {
	case wantIf:
		if name == "pragma" || name == "include" {
			return
		}
		i.state = noGuard
		if name == "ifndef" || name == "if" {
			i.name, i.b = guardName(g.cur.cond), g.cur
		}
		if i.name != "" {
			i.state = wantDefine
		}
	case wantDefine:
		i.state = noGuard
		if name == "define" && firstWord(rest) == i.name {
			i.state = inGuard
		}
	case inGuard:
		if g.cur == nil {
			i.state = behind
		} else if g.cur.prev == i.b {
			i.state = noGuard // with an #else it is a choice
		}
	case behind:
		i.reject()
	}
}

// finish hides the branch if it turned out to be an include guard. One that never ends is a truncated header.
func (i *includeGuard) finish() {
	if i.state == inGuard || i.state == behind {
		i.b.hidden = true
	}
}

// guardName returns X of "!defined(X)", the empty string for any other condition.
func guardName(cond string) string {
	name, ok := strings.CutPrefix(cond, "!defined(")
	if !ok || !strings.HasSuffix(name, ")") || strings.ContainsAny(name, " (") {
		return ""
	}
	return strings.TrimSuffix(name, ")")
}
