package safe

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/parser/lexical"
	"github.com/rttgen/rttgen/plan/checks"
	"github.com/rttgen/rttgen/plan/decl"
)

// document plans the comment of a wrapper: what the mapping says, or else what RT-Thread's own comment says, then context,
// ownership and origin.
func (p *planner) document(f *Func) Doc {
	d := Doc{
		Context: contextSentence(f),
		Source:  fmt.Sprintf("C: %s (%s:%d).", f.C.C, f.C.Pos.File, f.C.Pos.Line),
	}
	if text := strings.TrimSpace(f.Rule.Doc); text != "" {
		d.Text = strings.Split(text, "\n\n")
	} else {
		d.Text = fromComment(f)
	}
	for _, param := range f.Params {
		if param.Doc != "" && param.Group == nil {
			d.Params = append(d.Params, param.Go+": "+param.Doc)
		}
	}
	d.Returns = p.returns(f)
	return d
}

// fromComment makes text of the comment in RT-Thread's own sources.
func fromComment(f *Func) []string {
	doc := lexical.Text(f.C.Doc)
	first := doc.Brief
	if first == "" {
		return []string{fmt.Sprintf("%s calls %s.", f.Go, f.C.C)}
	}
	text := []string{fmt.Sprintf("%s calls %s. %s", f.Go, f.C.C, lexical.Sentence(first))}
	text = append(text, doc.Body...)
	for _, n := range slices.Concat(doc.Notes, doc.Warnings) {
		text = append(text, lexical.Sentence(n))
	}
	return text
}

// contextSentence says from where a function may be called. It is about the C function, whatever is checked.
func contextSentence(f *Func) string {
	blocks := ""
	if f.Rule.Blocks {
		blocks = "It may block. "
	}
	switch f.Context {
	case mapping.ContextAny:
		return "It may be called from anywhere, interrupts included."
	case mapping.ContextISR:
		return "It must be called from an interrupt."
	case mapping.ContextScheduler:
		return blocks + "It must be called from a thread, with the scheduler unlocked."
	case mapping.ContextThread:
		return blocks + "It must be called from a thread."
	}
	return strings.TrimSpace(blocks)
}

// returns says what the results mean, as far as the types do not.
func (p *planner) returns(f *Func) string {
	r, errors, about := f.Result, errorsSentence(f), lexical.Sentence(f.Rule.Result.Doc)
	switch {
	case r.Class == nil && r.Style == mapping.ResultHandle: // refused
	case r.Style == mapping.ResultHandle && r.Life == mapping.LifeOwned:
		about = cmp.Or(about, fmt.Sprintf("The caller owns the %s and must Close it.", r.Class.Go))
		errors = cmp.Or(errors, fmt.Sprintf("The error is %s when it cannot be made.", r.Null))
	case r.Style == mapping.ResultHandle && r.Life == mapping.LifeBorrowed:
		about = cmp.Or(about, fmt.Sprintf("The %s is borrowed: closing it only lets go of it.", r.Class.Go))
		errors = cmp.Or(errors, fmt.Sprintf("The error is %s when there is none.", r.Null))
	case r.Style == mapping.ResultMust:
		errors = cmp.Or(errors, "It panics if RT-Thread reports an error.")
	}
	return cmp.Or(strings.TrimSpace(about+" "+errors), f.ifClosed())
}

// errorsSentence says which error a function returns when.
func errorsSentence(f *Func) string {
	var list []string
	for _, e := range f.Rule.Errors {
		list = append(list, e.Name+" if "+e.When)
	}
	if len(list) == 0 {
		return ""
	}
	verb := "The error is "
	if len(f.results()) == 1 {
		verb = "It returns "
	}
	last := len(list) - 1
	if last == 0 {
		return verb + list[0] + "."
	}
	return verb + strings.Join(list[:last], ", ") + " and " + list[last] + "."
}

// doc is the comment of a wrapper.
func (p *planner) doc(f *Func) []string {
	paras := slices.Concat(f.Doc.Text, f.Doc.Params, []string{strings.TrimSpace(f.Doc.Returns + " " + f.Doc.Context), f.Doc.Source})
	paras[0] = named(f.Go, paras[0])
	return paras
}

// countedDoc is the comment of the variant without durations.
func (p *planner) countedDoc(f *Func) []string {
	return []string{f.Counted() + " is " + f.Go + " with the time in " + f.unit().plural + ".", f.Doc.Source}
}

// named makes a doc comment start with the name it documents.
func named(name, doc string) string {
	doc = strings.TrimSpace(doc)
	switch {
	case doc == "":
		return name + " is generated from RT-Thread's headers."
	case strings.HasPrefix(doc, name), strings.HasPrefix(doc, "A "+name), strings.HasPrefix(doc, "An "+name):
		return doc
	}
	return name + ": " + doc
}

func classDoc(c *Class) []string {
	return []string{named(c.Go, c.Doc), fmt.Sprintf("C: %s (%s:%d).", c.C, c.Record.Pos.File, c.Record.Pos.Line)}
}

func staticDoc(c *Class) string {
	doc := c.StaticDoc
	if doc == "" {
		doc = "is " + article(c.Go) + " " + c.Go + " in storage of its own: it needs no heap of RT-Thread's. It must not be copied, and from Init " +
			"until Close it belongs to the kernel."
	}
	if !strings.HasPrefix(doc, c.Static) {
		doc = c.Static + " " + doc
	}
	return doc
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "AEIOU") {
		return "an"
	}
	return "a"
}

func groupDoc(g *Group) string { return g.Go + " configures what " + g.For + " makes." }

func fieldDoc(f Field) string {
	text := f.Doc
	if f.Default != nil {
		if text != "" {
			text += "; "
		}
		text += "zero means " + f.Default.Text
		if f.Zero != "" {
			text += ", " + f.Zero + " zero itself"
		}
	}
	return text
}

func valueDoc(v EnumValue) string {
	text := v.Doc
	if text != "" {
		text += " "
	}
	return v.Go + ": " + text + "(" + v.C + ")."
}

func codesDoc(c *Codes) []string {
	doc := "It is a code as C has it: anything but 0."
	if c.C != "" {
		doc += " C: " + c.C + "."
	}
	return []string{named(c.Go, c.Doc), doc}
}

// closeDoc is the comment of Close, and what it finds out about its context.
func closeDoc(c *Class) ([]string, ContextCheck) {
	text := "Close ends the object. Threads that wait for it are woken with an error. A second Close returns ErrClosed; " +
		"closing a borrowed object only lets go of it."
	var check ContextCheck
	var sources []string
	for _, f := range []*Func{c.Delete, c.Detach} {
		if f == nil {
			continue
		}
		if f.Rule.Doc != "" {
			text = f.Rule.Doc
		}
		check = max(check, f.Check)
		sources = append(sources, f.Doc.Source)
	}
	if len(sources) == 0 {
		text = "Close lets go of the object, which belongs to someone else. A second Close returns ErrClosed."
	}
	return []string{text, strings.Join(sources, "\n\n")}, check
}

// packageDoc is the package comment.
func (p *planner) packageDoc() decl.PackageDoc {
	return decl.PackageDoc{Lines: slices.Concat([]string{
		fmt.Sprintf("Package %s is a safe Go interface to RT-Thread %s, generated from its headers.", p.options.Package, p.api.Version),
		"",
		"Objects that New functions make live on RT-Thread's heap; whoever makes one closes it. Static objects live in a variable",
		"of yours and must not be copied. Codes of RT-Thread come back as errors of type Errno.",
		"",
	}, checksDoc[p.options.Checks], []string{
		"",
		"Times are time.Duration, rounded up to ticks; Forever waits without limit, NoWait not at all. Methods whose name ends in",
		"Ticks take ticks of the kernel's clock instead, those in Millis milliseconds.",
		"",
		"Package raw has everything else that the headers declare, as C has it.",
	})}
}

// checksDoc tells what wrappers check.
var checksDoc = map[checks.Level][]string{
	checks.Full: {
		"Every method of a closed object returns ErrClosed, and a call from a context that RT-Thread does not allow ErrContext.",
	},
	checks.Cheap: {
		"Every method of a closed object returns ErrClosed, and a call that would wait in an interrupt ErrContext. A call from",
		"another context that RT-Thread does not allow is not noticed.",
	},
	checks.None: {
		"This package was generated without checks: a method of a closed object, and a call from a context that RT-Thread does not",
		"allow, do whatever the kernel does then.",
	},
}
