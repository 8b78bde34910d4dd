package plan

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/sysroot"
)

var (
	identifier  = regexp.MustCompile(`\b[A-Za-z_][A-Za-z0-9_]*`)
	definedness = regexp.MustCompile(`\bdefined\b[ (]*[A-Za-z_][A-Za-z0-9_]*[ )]?`)
	ofProcessor = regexp.MustCompile(`^__(ARM_[A-Z0-9_]+|SOFTFP__|VFP_FP__|thumb2?__)$`)
)

// guardFacts are about the macros that decide whether something bound is declared: of the configuration, of other headers and
// of the processor. Other names that begin as reserved ones do are the compiler's and the library's own.
func (p *rawPlanner) guardFacts() []CFact {
	tested, compared := p.guards()
	known := map[string]bool{}
	for _, f := range p.raw.Build.Macros {
		for _, name := range identifier.FindAllString(f.Differs, -1) {
			known[name] = true
		}
	}
	compiler := p.predefined()
	var list []CFact
	for _, name := range sortedKeys(tested) {
		m := p.api.Macro(name)
		switch {
		case known[name], p.api.FuncMacro(name) != nil, m != nil && system(&m.Decl) && !configured(p.api, &m.Decl):
		case ofProcessor.MatchString(name):
			list = append(list, p.processorFact(name, compiler))
		case m == nil && name[0] != '_':
			list = append(list, CFact{Differs: "defined(" + name + ")", Message: fmt.Sprintf(
				"this build defines %s, and the Go bindings were made without it: %s%s under defines: in rttgen.yaml", name, rtconfigOr, name)})
		case m == nil:
		case compared[name] && m.Kind == model.MacroInt && plainInteger.MatchString(m.Text):
			list = append(list, p.valueFact(m))
		default:
			list = append(list, p.stillDefined(name))
		}
	}
	return list
}

// predefined returns the compiler's own macros by name.
func (p *rawPlanner) predefined() map[string]string {
	text, err := sysroot.Predefined(p.api.Target)
	if err != nil {
		return nil // the headers were read with them: this cannot be
	}
	macros := map[string]string{}
	for line := range strings.Lines(text) {
		if name, ok := strings.CutPrefix(line, "#define "); ok {
			name, value, _ := strings.Cut(strings.TrimSpace(name), " ")
			macros[name] = value
		}
	}
	return macros
}

// processorFact is about a macro that the compiler predefines for a processor.
func (p *rawPlanner) processorFact(name string, compiler map[string]string) CFact {
	value, is := compiler[name]
	what := "is not defined"
	differs := "defined(" + name + ")"
	switch {
	case is && plainInteger.MatchString(value):
		what = "is " + value
		differs = "!defined(" + name + ") || " + name + " != " + value
	case is:
		what = "is defined"
		differs = "!defined(" + name + ")"
	}
	return CFact{Differs: differs, Message: fmt.Sprintf(
		"the Go bindings were made for %s, for which %s %s, and this build is for another processor or with other flags: "+
			"run rttgen generate where it finds them in the BSP's rtconfig.py or in compile_commands.json", processorName(p.api.Target), name, what)}
}

// processorName is what the target says, or what stands in for a target that says nothing.
func processorName(t model.Target) string {
	switch {
	case t.CPU != "":
		return strings.TrimSpace(t.CPU + " " + t.FloatABI)
	case t.Arch != "":
		return strings.TrimSpace(t.Arch + " " + t.FloatABI)
	}
	return "a Cortex-M4F"
}

// guards collects the names in the #if conditions around what is bound, and those of them whose value counts.
func (p *rawPlanner) guards() (tested, compared map[string]bool) {
	tested, compared = map[string]bool{}, map[string]bool{}
	add := func(d *model.Decl) {
		if system(d) {
			return
		}
		for _, g := range d.Guards {
			for _, name := range identifier.FindAllString(g, -1) {
				if name != "defined" {
					tested[name] = true
				}
			}
			for _, name := range identifier.FindAllString(definedness.ReplaceAllString(g, " "), -1) {
				compared[name] = true
			}
		}
	}
	for _, r := range p.raw.Records {
		add(&r.Record.Decl)
		for _, f := range r.Record.Fields {
			add(&f.Decl)
		}
	}
	for _, e := range p.raw.Enums {
		add(&e.Enum.Decl)
		for i := range e.Enum.Constants {
			add(&e.Enum.Constants[i].Decl)
		}
	}
	for _, f := range p.raw.Funcs {
		add(&f.Function.Decl)
	}
	for _, a := range p.raw.Aliases {
		add(&p.api.Typedef(a.C).Decl)
	}
	return tested, compared
}
