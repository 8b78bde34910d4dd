// Package csema says what C declarations mean on 32 bit arm: types and their layout, values of constant expressions, and what
// attributes change. gcc is the measure of all of it.
//
// What cannot be expressed is left out by itself: a declaration fails with a reason, and what does not depend on it goes on.
package csema

import (
	"fmt"
	"path"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/cpp"
	"github.com/rttgen/rttgen/parser/csyntax"
)

// Config is what an Analyzer needs to know of its surroundings.
type Config struct {
	Target  model.Target
	Place   func(cpp.Pos) model.Pos // how facts name a place
	Ours    func(cpp.Pos) bool      // whether what is declared there counts
	Renames csyntax.Renames
}

// Failure is a declaration that is left out.
type Failure struct {
	model.Skipped
	At      cpp.Pos // of what is wrong with it
	Type    string  // a type that is not known, if that is the reason
	Because string  // another declaration that is left out, if that is the reason
}

// NotC starts the reason of a declaration that cannot be read.
const NotC = "is not valid C: "

// Analyzer collects the facts of a unit, declaration by declaration.
type Analyzer struct {
	cfg       Config
	Records   map[string]*model.Record // by C name
	Enums     map[string]*model.Enum
	Typedefs  map[string]*model.Typedef
	Functions map[string]*model.Function
	Variables map[string]*model.Variable
	Failures  []Failure

	constants  map[string]value
	aligned    map[string]int // aligned attributes of typedefs
	tags       map[*csyntax.Tag]*model.Type
	broken     map[*model.Record]string // why a record has no members
	brokenEnum map[*model.Enum]string
	brokenType map[string]string // typedefs that failed, and why
	unproto    map[string]bool   // functions whose parameters are not known yet
	depth      int
}

// New starts without any declaration.
func New(cfg Config) *Analyzer {
	return &Analyzer{
		cfg:       cfg,
		Records:   map[string]*model.Record{},
		Enums:     map[string]*model.Enum{},
		Typedefs:  map[string]*model.Typedef{},
		Functions: map[string]*model.Function{},
		Variables: map[string]*model.Variable{},
		constants: map[string]value{}, aligned: map[string]int{},
		tags:   map[*csyntax.Tag]*model.Type{},
		broken: map[*model.Record]string{}, brokenEnum: map[*model.Enum]string{}, brokenType: map[string]string{},
		unproto: map[string]bool{},
	}
}

// failure ends the analysis of a declaration. It does not leave this package.
type failure struct {
	at     cpp.Pos
	reason string
	typ    string
	uses   string // what is skipped itself
}

func failAt(at cpp.Pos, format string, args ...any) {
	panic(&failure{at: at, reason: fmt.Sprintf(format, args...)})
}

// try runs f and returns the failure that ended it.
func try(f func()) (failed *failure) {
	defer func() {
		if e := recover(); e != nil {
			is, ok := e.(*failure)
			if !ok {
				panic(e)
			}
			failed = is
		}
	}()
	f()
	return nil
}

// skip records a declaration that failed.
func (a *Analyzer) skip(kind, name string, pos cpp.Pos, f *failure) {
	if !a.cfg.Ours(pos) {
		return
	}
	a.Failures = append(a.Failures, Failure{
		Skipped: model.Skipped{Decl: a.decl(name, pos), Kind: kind, Reason: f.reason}, At: f.at, Type: f.typ, Because: f.uses,
	})
}

// Broken records a declaration that could not be read.
func (a *Analyzer) Broken(b *csyntax.Broken) {
	if b.Kind == "typedef" && b.Name != "" && a.Typedefs[b.Name] == nil {
		a.brokenType[b.Name] = b.Reason
	}
	reason := brokenReason(b)
	a.Failures = append(a.Failures, Failure{
		Skipped: model.Skipped{Decl: a.decl(b.Name, b.Start), Kind: b.Kind, Reason: reason}, At: b.Pos, Type: b.Type,
	})
}

func brokenReason(b *csyntax.Broken) string {
	if b.Type != "" {
		return b.Reason
	}
	return NotC + b.Reason
}

// decl starts a declaration of a name.
func (a *Analyzer) decl(name string, pos cpp.Pos) model.Decl {
	return model.Decl{Name: name, Pos: a.cfg.Place(pos)}
}

// anonymous names a record or enum without a tag after its place. Several may come out of one macro, at the same one.
func (a *Analyzer) anonymous(kind csyntax.TagKind, pos cpp.Pos) string {
	taken := func(name string) bool { return a.Records[name] != nil || a.Enums[name] != nil }
	p := a.cfg.Place(pos)
	name := path.Clean(fmt.Sprintf("%s <anon %s:%d>", kind, p.File, p.Line))
	if taken(name) {
		name = path.Clean(fmt.Sprintf("%s <anon %s:%d:%d>", kind, p.File, p.Line, p.Col))
	}
	for base, n := name[:len(name)-1], 2; taken(name); n++ {
		name = fmt.Sprintf("%s#%d>", base, n)
	}
	return name
}
