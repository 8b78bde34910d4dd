package mapping

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
)

// scalar describes a text in a mapping. The JSON schema says the same by way of pattern and words.
type scalar struct {
	what    string         // "a C name"
	plural  string         // "C names"
	example string         // shown in hints
	pattern *regexp.Regexp // nil: any
	words   []string       // the only ones allowed; nil: any
	numbers bool           // may be written as a number too
	check   func(string) string
	mend    func(string) string // makes a likely mistake right
}

// problem returns what is wrong with a text and how to mend it, "" if nothing.
func (s *scalar) problem(text string) (msg, hint string) {
	shown := fmt.Sprintf("%q", shorten(text))
	switch {
	case s.words != nil && !slices.Contains(s.words, text):
		return shown + " is not " + s.what, diag.DidYouMeanOr(text, s.words)
	case s.pattern != nil && !s.pattern.MatchString(text):
		return shown + " is not " + s.what, s.advice(text)
	case s.check != nil:
		if msg := s.check(text); msg != "" {
			return shown + " is not " + s.what + ": " + msg, ""
		}
	}
	return "", ""
}

// advice tells what a text that does not match the pattern should look like.
func (s *scalar) advice(text string) string {
	if s.mend != nil {
		if better := s.mend(text); better != text && s.pattern.MatchString(better) {
			return fmt.Sprintf("did you mean %q?", better)
		}
	}
	if s.example == "" {
		return ""
	}
	return "write it like " + s.example
}

func text() *scalar {
	return &scalar{what: "a text", plural: "texts", pattern: regexp.MustCompile(`\S`), example: `"what it is for"`}
}

func exportedName() *scalar {
	return &scalar{
		what: "an exported Go name", plural: "exported Go names", example: "Semaphore",
		pattern: regexp.MustCompile(`^[A-Z][A-Za-z0-9_]*$`),
		mend:    capitalise,
	}
}

func goSymbol() *scalar {
	return &scalar{
		what: "an exported Go name or method", plural: "exported Go names", example: "NewSemaphore or Semaphore.Take",
		pattern: regexp.MustCompile(`^([A-Z][A-Za-z0-9_]*\.)?[A-Z][A-Za-z0-9_]*$`),
		mend: func(s string) string {
			parts := strings.Split(s, ".")
			for i, p := range parts {
				parts[i] = capitalise(p)
			}
			return strings.Join(parts, ".")
		},
	}
}

func paramName() *scalar {
	return &scalar{
		what: "a Go name", plural: "Go names", example: "timeout",
		pattern: regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`),
		check: func(s string) string {
			if token.IsKeyword(s) {
				return "it is a keyword"
			}
			return ""
		},
	}
}

func cName() *scalar {
	return &scalar{
		what: "a C name", plural: "C names", example: "rt_sem_take",
		pattern: regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`),
	}
}

// cNames is for keys that stand for one or more C names.
func cNames() *scalar {
	s := cName()
	s.example = "rt_sem_take, or rt_sem_take|rt_mutex_take for both"
	s.pattern = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*(\|[A-Za-z_][A-Za-z0-9_]*)*$`)
	return s
}

func cParam() *scalar {
	return &scalar{
		what: "the name of a C parameter", plural: "names of C parameters", example: `timeout, or "timeout|time" if versions differ`,
		pattern: regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*(\|[A-Za-z_][A-Za-z0-9_]*)*$`),
		mend:    func(s string) string { return strings.ReplaceAll(s, " ", "") },
	}
}

func cRecord() *scalar {
	return &scalar{
		what: "a C record", plural: "C records", example: "struct rt_semaphore",
		pattern: regexp.MustCompile(`^((struct|union) )?[A-Za-z_][A-Za-z0-9_]*$`),
	}
}

func stateName() *scalar {
	return &scalar{
		what: "an unexported Go name", plural: "unexported Go names", example: "uartState",
		pattern: regexp.MustCompile(`^[a-z][A-Za-z0-9]*$`),
	}
}

func cMember() *scalar {
	return &scalar{
		what: "a member of a C record", plural: "members of C records", example: `max_hz, parent.mode, or "bufsz|rx_bufsz" if versions differ`,
		pattern: regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*([.|][A-Za-z_][A-Za-z0-9_]*)*$`),
		mend:    func(s string) string { return strings.ReplaceAll(s, "->", ".") },
	}
}

func cSymbol() *scalar {
	return &scalar{
		what: "a C symbol", plural: "C symbols", example: "rt_sem_take or struct rt_semaphore",
		pattern: regexp.MustCompile(`^((struct|union|enum) )?[A-Za-z_][A-Za-z0-9_]*$`),
	}
}

func cPattern() *scalar {
	return &scalar{
		what: "a C symbol or pattern", plural: "C symbols or patterns", example: `rt_thread_find or "rt_hw_cpu_*"`,
		pattern: regexp.MustCompile(`^` + onePattern + `(\|` + onePattern + `)*$`),
	}
}

const onePattern = `((struct|union|enum) )?[A-Za-z_*][A-Za-z0-9_*]*`

func cConstant() *scalar {
	return &scalar{
		what: "a C constant or an integer", plural: "C constants", example: "RT_IPC_FLAG_FIFO or 2048", numbers: true,
		pattern: regexp.MustCompile(`^(-?(0|[1-9][0-9]*|0[xX][0-9A-Fa-f]+)|[A-Za-z_][A-Za-z0-9_]*)$`),
	}
}

// cShare is a C constant, or a part of one, for what depends on how much there is.
func cShare() *scalar {
	return &scalar{
		what: "a C constant, a part of one or an integer", plural: "C constants", example: "2048 or RT_THREAD_PRIORITY_MAX/3", numbers: true,
		pattern: regexp.MustCompile(`^(-?(0|[1-9][0-9]*|0[xX][0-9A-Fa-f]+)|[A-Za-z_][A-Za-z0-9_]*(/[1-9][0-9]*)?)$`),
	}
}

func version() *scalar {
	return &scalar{
		what: "a version of RT-Thread", plural: "versions", example: `"5.0" or "4.1.1"`, numbers: true,
		pattern: regexp.MustCompile(`^(0|[1-9][0-9]{0,4})(\.(0|[1-9][0-9]{0,4})){0,2}$`),
		mend:    func(s string) string { return strings.Trim(s, "vV ") },
	}
}

func configMacro() *scalar {
	return &scalar{
		what: "a macro", plural: "macros", example: `RT_USING_HEAP, or "!RT_USING_SMP" for one that must not be defined`,
		pattern: regexp.MustCompile(`^!?[A-Za-z_][A-Za-z0-9_]*$`),
		mend:    func(s string) string { return strings.ReplaceAll(s, " ", "") },
	}
}

// declaration is something that headers declare, as model.API.Declares reads it.
func declaration() *scalar {
	return &scalar{
		what: "a declaration of C", plural: "declarations of C", example: declarationExample,
		pattern: regexp.MustCompile("^" + declared + `(\|` + declared + ")*$"),
		mend: func(s string) string {
			return strings.NewReplacer(" |", "|", "| ", "|", "->", ".", " (", "(").Replace(s)
		},
	}
}

// declarationClause is one that must be there or, with a "!", must not be.
func declarationClause() *scalar {
	s := declaration()
	s.example += `, or "!rt_mutex_trytake" for one that must not be declared`
	s.pattern = regexp.MustCompile("^!?" + declared + `(\|` + declared + ")*$")
	return s
}

const (
	declared = `(((struct|union|enum) )?[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*` + // a symbol, or a member
		`|[A-Za-z_][A-Za-z0-9_ *]*[ *][A-Za-z_][A-Za-z0-9_]*\(\))` // a function with its result
	declarationExample = `rt_sem_take, "struct rt_thread.stat" or "rt_ssize_t rt_mq_recv()"`
)

// fileName has no underscore: Go would read "_arm" or "_test" at the end as a build constraint.
func fileName() *scalar {
	return &scalar{
		what: "the name of a Go file without .go", plural: "file names", example: "messagequeue",
		pattern: regexp.MustCompile(`^[a-z][a-z0-9]*$`),
		mend: func(s string) string {
			return strings.ToLower(strings.ReplaceAll(strings.TrimSuffix(s, ".go"), "_", ""))
		},
	}
}

func codeFile() *scalar {
	return &scalar{
		what: "the name of a Go file", plural: "file names", example: "messagequeue.go",
		pattern: regexp.MustCompile(`^[a-z][a-z0-9_]*\.go$`),
		mend:    func(s string) string { return strings.ToLower(s) + ".go" },
	}
}

func goType() *scalar {
	return &scalar{what: "a Go type", plural: "Go types", example: "[]byte", pattern: regexp.MustCompile(`\S`), check: checkType}
}

func goFunc() *scalar {
	return &scalar{
		what: "a Go function type", plural: "Go function types", example: `"func()" or "func(size int) error"`,
		pattern: regexp.MustCompile(`^func\(`),
		check: func(s string) string {
			e, err := parser.ParseExpr(s)
			if _, ok := e.(*ast.FuncType); err != nil || !ok {
				return "Go cannot read it as one"
			}
			return ""
		},
	}
}

// integerType names the Go types of an enumeration.
func integerType() *scalar {
	return words("an integer type of Go", []string{"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64"})
}

// words describes a closed set of words.
func words[W ~string](what string, all []W) *scalar {
	s := &scalar{what: what}
	for _, w := range all {
		s.words = append(s.words, string(w))
	}
	return s
}

// checkType reports a text that Go would not read as a type.
func checkType(s string) string {
	e, err := parser.ParseExpr(s)
	if err != nil || !isType(e) {
		return "Go cannot read it as one"
	}
	return ""
}

func isType(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return !token.IsKeyword(e.Name)
	case *ast.SelectorExpr:
		_, ok := e.X.(*ast.Ident)
		return ok
	case *ast.StarExpr:
		return isType(e.X)
	case *ast.ArrayType:
		return isType(e.Elt)
	case *ast.MapType:
		return isType(e.Key) && isType(e.Value)
	case *ast.IndexExpr:
		return isType(e.X) && isType(e.Index)
	case *ast.ChanType, *ast.FuncType, *ast.InterfaceType, *ast.StructType:
		return true
	}
	return false
}

// capitalise makes the first letter of an ASCII name upper case.
func capitalise(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
