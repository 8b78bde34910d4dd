package raw

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/model"
)

// guardFacts are about the macros that decide whether something bound is declared: of the configuration, of other headers and
// of the processor. Other names that begin as reserved ones do are the compiler's and the library's own.
func (p *planner) guardFacts() []CFact {
	g := p.guards()
	known := map[string]bool{}
	for _, f := range p.raw.Build.Macros {
		for _, name := range identifier.FindAllString(f.Differs, -1) {
			known[name] = true
		}
	}
	var list []CFact
	for _, name := range sortedKeys(g.tested) {
		m := p.api.Macro(name)
		switch {
		case known[name], p.api.FuncMacro(name) != nil, m != nil && system(&m.Decl) && !configured(p.api, &m.Decl):
		case m == nil && name[0] != '_':
			list = append(list, CFact{Differs: "defined(" + name + ")", Message: fmt.Sprintf(
				"this build defines %s, and the Go bindings were made without it: %s%s under defines: in rttgen.yaml", name, rtconfigOr, name)})
		case m == nil:
		case g.compared[name] && m.Kind == model.MacroInt && plainInteger.MatchString(m.Text):
			list = append(list, p.valueFact(m))
		default:
			list = append(list, p.stillDefined(name))
		}
	}
	for _, condition := range sortedKeys(g.processor) {
		list = append(list, processorFact(p.api.Target, condition))
	}
	return list
}

// processorFact is about a condition that the compiler's own macros decide. It is asserted as a whole: that one processor is named
// beside another in it makes no difference to either.
func processorFact(t model.Target, condition string) CFact {
	return CFact{Differs: "!(" + condition + ")", Message: fmt.Sprintf(
		"the Go bindings were made for %s, and this build is for another processor or with other flags: %s does not hold; "+
			"run rttgen generate where it finds them in the BSP's rtconfig.py or in compile_commands.json", processorName(t), condition)}
}

// processorName is what the target says, or what stands in for a target that says nothing.
func processorName(t model.Target) string {
	switch {
	case t.CPU != "":
		return strings.TrimSpace(t.CPU + " " + t.FloatABI)
	case t.Arch != "":
		return strings.TrimSpace(t.Arch + " " + t.FloatABI)
	}
	return target.AssumedText
}

// guards are what the #if conditions around everything bound name.
type guards struct {
	tested    map[string]bool // names of macros
	compared  map[string]bool // those whose value counts
	processor map[string]bool // conditions of the compiler's macros alone
}

func (p *planner) guards() guards {
	g := guards{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, r := range p.raw.Records {
		p.addGuards(g, &r.Record.Decl)
		for _, f := range r.Record.Fields {
			p.addGuards(g, &f.Decl)
		}
	}
	for _, e := range p.raw.Enums {
		p.addGuards(g, &e.Enum.Decl)
		for i := range e.Enum.Constants {
			p.addGuards(g, &e.Enum.Constants[i].Decl)
		}
	}
	for _, f := range p.raw.Funcs {
		p.addGuards(g, &f.Function.Decl)
	}
	for _, a := range p.raw.Aliases {
		p.addGuards(g, &p.api.Typedef(a.C).Decl)
	}
	return g
}

func (p *planner) addGuards(g guards, d *model.Decl) {
	if system(d) {
		return
	}
	for _, condition := range slices.Concat(p.api.Included[d.Pos.File].Guards, d.Guards) {
		ofCompiler := true
		for _, name := range identifier.FindAllString(condition, -1) {
			if name != "defined" && !ofProcessor.MatchString(name) {
				ofCompiler = false
				g.tested[name] = true
			}
		}
		if ofCompiler && ofProcessor.MatchString(identifier.FindString(definedKeyword.ReplaceAllString(condition, ""))) {
			g.processor[strings.Join(strings.Fields(condition), " ")] = true
		}
		for _, name := range identifier.FindAllString(definedness.ReplaceAllString(condition, " "), -1) {
			g.compared[name] = true
		}
	}
}

var (
	identifier     = regexp.MustCompile(`\b[A-Za-z_][A-Za-z0-9_]*`)
	definedKeyword = regexp.MustCompile(`\bdefined\b`)
	definedness    = regexp.MustCompile(`\bdefined\b[ (]*[A-Za-z_][A-Za-z0-9_]*[ )]?`)
	ofProcessor    = regexp.MustCompile(`^__(ARM_[A-Z0-9_]+|SOFTFP__|VFP_FP__|thumb2?__)$`)
)
