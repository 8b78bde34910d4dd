package parser

import (
	"context"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/diag"
)

// ccError is the form of cc's messages.
var ccError = regexp.MustCompile(`^(.*?):(\d+):(\d+): (.*)$`)

// refused reports headers that the front end must not be shown, or only in part: those that include themselves without end
// and those nested too deep.
func (f *files) refused(err error) *diag.List {
	var list diag.List
	if crash := (errPanic{}); errors.As(err, &crash) {
		list.AddList(f.cycles())
	}
	for _, pos := range f.deep {
		list.Add(diag.Diagnostic{
			Pos:     pos,
			Source:  f.line(pos.File, pos.Line),
			Message: fmt.Sprintf("brackets are nested more than %d deep", maxNesting),
			Hint:    "no header needs that; the file is probably damaged or not C",
		})
	}
	return &list
}

// explain turns an error of the front end into positioned messages with hints.
func explain(err error, f *files) *diag.List {
	var list diag.List
	if d, ok := explainStop(err); ok {
		list.Add(d)
		return &list
	}
	var placeless, atEnd diag.List
	unknown := map[string]bool{} // lines with a type that is not known: cc stumbles over them more than once
	for _, line := range strings.Split(err.Error(), "\n") {
		switch m := ccError.FindStringSubmatch(line); {
		case m == nil:
			placeless.Add(diag.Diagnostic{
				Message: strings.TrimPrefix(line, "-: "),
				Hint:    "compile the headers with the BSP's compiler: it says where they are not valid C",
			})
		case strings.HasPrefix(m[1], headersName):
			atEnd.Add(f.cutOff())
		case unknown[m[1]+":"+m[2]]:
		default:
			d := explainLine(m, f)
			unknown[m[1]+":"+m[2]] = strings.HasPrefix(d.Message, unknownTypeMessage)
			list.Add(d)
		}
	}
	// What has a place comes first; the rest is a consequence of it.
	for _, rest := range []*diag.List{&atEnd, &placeless} {
		if !list.HasErrors() {
			list.AddList(rest)
		}
	}
	return &list
}

// explainStop explains why the front end did not finish.
func explainStop(err error) (diag.Diagnostic, bool) {
	var crash errPanic
	switch {
	case errors.As(err, &crash):
		return diag.Diagnostic{
			Message: err.Error(),
			Hint:    "the headers hold something it cannot read; compile them with the BSP's compiler to see whether they are valid C",
		}, true
	case errors.Is(err, errMemory):
		return diag.Diagnostic{
			Message: err.Error(),
			Hint:    "a header makes it repeat itself; compile the headers with the BSP's compiler to see whether they are valid C",
		}, true
	case errors.Is(err, errTimeout):
		return diag.Diagnostic{
			Message: err.Error(),
			Hint:    "a header is probably cut off in the middle of a declaration; compile the headers with the BSP's compiler",
		}, true
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return diag.Diagnostic{Message: "interrupted"}, true
	}
	return diag.Diagnostic{}, false
}

// cutOff is the message for headers that end too early. It points to the one that leaves a bracket open, if one does.
func (f *files) cutOff() diag.Diagnostic {
	d := diag.Diagnostic{
		Message: "the headers end in the middle of a declaration",
		Hint:    "one of them is cut off; compile them with the BSP's compiler to see which",
	}
	for name := range f.each {
		if line, open := openBracket(f.texts[name]); open {
			d.Pos, d.Source = f.pos(name, line, 1), f.line(name, line)
			d.Message, d.Hint = "this header leaves a bracket open", "it is probably cut off: compare it with the original"
		}
	}
	return d
}

// explainLine explains an error that has a place in a header.
func explainLine(m []string, f *files) diag.Diagnostic {
	line, _ := strconv.Atoi(m[2])
	col, _ := strconv.Atoi(m[3])
	d := diag.Diagnostic{
		Pos: f.pos(m[1], line, col), Message: origin.ReplaceAllString(m[4], ""), Source: f.line(m[1], line),
		Hint: "compile the header with the BSP's compiler: it says the same if this is not valid C",
	}
	if errorLine.MatchString(d.Source) {
		d.Message = strings.TrimSpace(d.Source)
		d.Hint = "the header refuses this configuration: change rtconfig.h, or what -D defines"
		return d
	}
	if d.Message == "invalid argument" && strings.Contains(d.Source, "include") {
		d.Message = "this #include names no header"
		return d
	}
	if d.Message == "expected #endif" {
		if line, open := openCondition(f.texts[path.Clean(m[1])]); open {
			return diag.Diagnostic{
				Pos: f.pos(m[1], line, 1), Source: f.line(m[1], line),
				Message: "this condition has no #endif", Hint: "add it, or compare the header with the original: it may be cut off",
			}
		}
	}
	if name, ok := unknownType(d.Source, col); ok && strings.HasPrefix(d.Message, "unexpected") {
		if hint, found := f.declaredWhere(name); found || looksLikeType(name) {
			d.Message = unknownTypeMessage + name
			d.Pos.Col = strings.Index(d.Source, name) + 1
			d.Hint = hint
		}
	}
	return d
}

const unknownTypeMessage = "unknown type "

var errorLine = regexp.MustCompile(`^[ \t]*#[ \t]*error\b`)

// origin is where in cc's own source a message comes from, which it adds to some.
var origin = regexp.MustCompile(` *\([a-z0-9]+\.go:[^)]*\)`)
