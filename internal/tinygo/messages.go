package tinygo

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

var (
	// placed matches an error of the compiler, file:line:col: message.
	placed = regexp.MustCompile(`^(.+\.(?:go|s|S|c|h)):(\d+)(?::(\d+))?: (.*)$`)
	// goWrong matches what TinyGo says of a Go that it does not work with.
	goWrong = regexp.MustCompile(`requires go version`)
)

const useOtherGo = "put a Go of such a version first in PATH, and unset GOROOT"

// usageBegin is how the text begins that tinygo prints after an error in its flags.
const usageBegin = "Build compiles the packages named by the import paths"

// buildProblem turns what tinygo said on its way out into diagnostics, each error of the user's at its place.
func buildProblem(said string, exit error) error {
	said, _, _ = strings.Cut(said, usageBegin)
	list := &diag.List{}
	var rest []string
	for _, line := range strings.Split(strings.TrimSpace(strings.ReplaceAll(said, "\r\n", "\n")), "\n") {
		m := placed.FindStringSubmatch(line)
		switch {
		case m != nil:
			pos := model.Pos{File: filepath.ToSlash(m[1])}
			pos.Line, _ = strconv.Atoi(m[2])
			pos.Col, _ = strconv.Atoi(m[3]) // empty: the whole line
			list.Add(missingPackage(diag.Diagnostic{Pos: pos, Message: m[4]}))
		case strings.HasPrefix(line, "# "), line == "": // the package of the errors that follow
		default:
			rest = append(rest, line)
		}
	}
	if list.HasErrors() {
		return list
	}
	text := strings.Join(rest, "; ")
	switch {
	case text == "":
		text = exit.Error()
	case len(rest) == 1 && strings.HasPrefix(text, "package "): // TinyGo drops the error that go list has
		return problem("go list shows why; C files, for instance, must not lie beside Go files: put them into a directory of their own",
			"tinygo cannot load %s", text)
	case goWrong.MatchString(text):
		return problem(useOtherGo, "tinygo build: %s", text)
	}
	return problem("", "tinygo build: %s", text)
}

// missingPackage completes the message about an import that leads nowhere, of which the second line is Go's own advice.
func missingPackage(d diag.Diagnostic) diag.Diagnostic {
	if text, found := strings.CutSuffix(d.Message, "; to add it:"); found {
		d.Message, d.Hint = text, "run rttgen generate if it is the generated package, else go get"
	}
	return d
}
