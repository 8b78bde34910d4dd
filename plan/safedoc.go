package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/lexical"
)

// document plans the comment of a wrapper: what the mapping says, or else what RT-Thread's own comment says, then context,
// ownership and origin.
func (p *safePlanner) document(f *SafeFunc) SafeDoc {
	d := SafeDoc{
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
func fromComment(f *SafeFunc) []string {
	doc := lexical.Text(f.C.Doc)
	first := doc.Brief
	if first == "" {
		return []string{fmt.Sprintf("%s calls %s.", f.Go, f.C.C)}
	}
	text := []string{fmt.Sprintf("%s calls %s. %s", f.Go, f.C.C, sentence(first))}
	text = append(text, doc.Body...)
	for _, n := range slices.Concat(doc.Notes, doc.Warnings) {
		text = append(text, sentence(n))
	}
	return text
}

// sentence ends a text with a full stop.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:") {
		return s
	}
	return s + "."
}

// contextSentence says from where a function may be called. It is about the C function, whatever is checked.
func contextSentence(f *SafeFunc) string {
	blocks := ""
	if f.Rule.Blocks {
		blocks = "It may block. "
	}
	switch f.Context {
	case model.ContextAny:
		return "It may be called from anywhere, interrupts included."
	case model.ContextISR:
		return "It must be called from an interrupt."
	case model.ContextScheduler:
		return blocks + "It must be called from a thread, with the scheduler unlocked."
	case model.ContextThread:
		return blocks + "It must be called from a thread."
	}
	return strings.TrimSpace(blocks)
}

// returns says what the results mean, as far as the types do not.
func (p *safePlanner) returns(f *SafeFunc) string {
	if f.Rule.Result.Doc != "" {
		return sentence(f.Rule.Result.Doc)
	}
	r := f.Result
	switch {
	case r.Style == model.ResultHandle && r.Own == model.OwnOwned:
		return fmt.Sprintf("The caller owns the %s and must Close it. The error is %s when it cannot be made.", r.Class.Go, r.Null)
	case r.Style == model.ResultHandle && r.Own == model.OwnBorrowed:
		return fmt.Sprintf("The %s is borrowed: closing it only lets go of it. The error is %s when there is none.", r.Class.Go, r.Null)
	case r.Style == model.ResultMust:
		return "It panics if RT-Thread reports an error."
	}
	return ""
}
