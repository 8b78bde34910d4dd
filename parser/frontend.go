package parser

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/cpp"
	"github.com/rttgen/rttgen/parser/csema"
	"github.com/rttgen/rttgen/parser/csyntax"
	"github.com/rttgen/rttgen/parser/sysroot"
)

// defaultTimeout is far above what the largest real tree needs.
const defaultTimeout = 60 * time.Second

// headersName is the source that includes the headers, commandLine the one of -D: what it defines are facts too.
const (
	headersName = "<headers>"
	commandLine = "<command line>"
)

var errTimeout = errors.New("the C front end does not come to an end")

// errCrash is a crash of the front end on input it does not expect.
type errCrash struct{ value any }

func (e errCrash) Error() string { return fmt.Sprintf("the C front end gave up: %v", e.value) }

// translate runs the front end over the headers.
func translate(ctx context.Context, cfg Config, files *files) (api *model.API, problems *diag.List) {
	src, problems := sources(cfg, files)
	if problems.HasErrors() {
		return nil, problems
	}
	timeout := cfg.Timeout
	if timeout == 0 {
		timeout = defaultTimeout
	}
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, errTimeout)
	defer cancel()
	defer func() {
		if v := recover(); v != nil {
			api = nil
			problems.Add(explainStop(errCrash{v}))
		}
	}()
	unit, err := cpp.Run(ctx, cpp.Config{Files: files, Sources: src, Has: sysroot.Has})
	t := &translation{cfg: cfg, files: files, unit: unit, problems: problems}
	t.preprocessed()
	if err != nil && !problems.HasErrors() {
		problems.Add(explainStop(err))
	}
	if problems.HasErrors() {
		return nil, problems
	}
	t.declarations(ctx)
	if err := context.Cause(ctx); err != nil {
		problems.Add(explainStop(err))
	}
	return t.api(), problems
}

// sources returns the translation unit: predefined macros, the -D flags, then the headers.
func sources(cfg Config, files *files) ([]cpp.Source, *diag.List) {
	list := &diag.List{}
	var defines, includes strings.Builder
	for _, d := range cfg.Defines {
		fmt.Fprintf(&defines, "#define %s %s\n", d.Name, d.Value)
	}
	for _, h := range cfg.Headers {
		name, _, ok := files.Find(h, false, "", 0)
		switch {
		case !ok:
			list.Add(diag.Diagnostic{
				Message: fmt.Sprintf("header %q is in none of the include directories", h),
				Hint:    "searched: " + strings.Join(cfg.Includes, ", "),
			})
			continue
		case files.broken[name] != nil:
			list.Add(diag.Diagnostic{
				Pos:     files.pos(name, 0, 0),
				Message: "cannot read this header: " + diag.Cause(files.broken[name]),
				Hint:    "headers are text of at most " + strconv.Itoa(input.Limit>>20) + " MB; name another one with --header or under headers: in rttgen.yaml",
			})
			continue
		}
		fmt.Fprintf(&includes, "#include <%s>\n", h)
	}
	predefined, err := sysroot.Predefined(cfg.Target)
	if err != nil {
		list.Add(diag.Diagnostic{Message: "cannot tell which macros the compiler predefines: " + err.Error()})
	}
	return []cpp.Source{
		{Name: "<predefined>", Text: []byte(predefined + timeMacro(cfg))},
		{Name: commandLine, Text: []byte(defines.String())},
		{Name: headersName, Text: []byte(includes.String())},
	}, list
}

// timeMacro selects newlib's 32 bit time_t.
func timeMacro(cfg Config) string {
	if cfg.Target.Time32 {
		return "\n#define _USE_LONG_TIME_T 1\n"
	}
	return "\n"
}

// translation is the work on one unit.
type translation struct {
	cfg      Config
	files    *files
	unit     *cpp.Unit
	sema     *csema.Analyzer
	problems *diag.List
	display  []string // names of unit.Files in facts
}

// place names a place in facts.
func (t *translation) place(p cpp.Pos) model.Pos {
	for len(t.display) < len(t.unit.Files) {
		t.display = append(t.display, t.files.display(t.unit.Files[len(t.display)]))
	}
	return model.Pos{File: t.display[p.File], Line: int(p.Line), Col: int(p.Col)}
}

// ours reports whether a place is in a header, and not in a source made by rttgen.
func (t *translation) ours(p cpp.Pos) bool {
	name := t.unit.Files[p.File]
	return p.Line > 0 && (!strings.HasPrefix(name, "<") || name == commandLine)
}

// declarations reads the declarations of the unit.
func (t *translation) declarations(ctx context.Context) {
	syntax := csyntax.New(ctx, t.unit.Tokens)
	t.sema = csema.New(csema.Config{Target: t.cfg.Target, Place: t.place, Ours: t.ours, Renames: syntax.Renames()})
	for {
		d, broken := syntax.Next()
		switch {
		case broken != nil:
			t.sema.Broken(broken)
		case d != nil:
			t.sema.Declare(d)
		default:
			for _, p := range syntax.Ignored() {
				t.ignored(p)
			}
			t.failures()
			return
		}
	}
}

// api collects what was found.
func (t *translation) api() *model.API {
	api := &model.API{Target: t.cfg.Target, Headers: t.cfg.Headers, Defines: t.cfg.Defines}
	api.Records = values(t.sema.Records)
	api.Enums = slices.DeleteFunc(values(t.sema.Enums), t.sema.Lost)
	api.Typedefs = values(t.sema.Typedefs)
	api.Functions = values(t.sema.Functions)
	api.Variables = values(t.sema.Variables)
	for i := range t.sema.Failures {
		api.Skipped = append(api.Skipped, &t.sema.Failures[i].Skipped)
	}
	t.macros(api)
	t.inclusions(api)
	api.Sort()
	return api
}

// inclusions records where each header is included from, but for those that rttgen itself includes.
func (t *translation) inclusions(api *model.API) {
	api.Included = map[string]model.Inclusion{}
	for name, at := range t.unit.Included {
		if t.ours(at) {
			api.Included[t.files.display(name)] = model.Inclusion{Pos: t.place(at)}
		}
	}
}

func values[T any](m map[string]*T) []*T {
	list := make([]*T, 0, len(m))
	for _, v := range m {
		list = append(list, v)
	}
	return list
}

// macros records every macro that is defined at the end of the headers, with its value if it has one.
func (t *translation) macros(api *model.API) {
	for name, m := range t.unit.Macros() {
		if m.Dynamic() || !t.ours(m.Pos) {
			continue
		}
		d := model.Decl{Name: name, Pos: t.place(m.Pos)}
		if m.FuncLike {
			params := m.Params
			if n := len(params); n > 0 && params[n-1] == "__VA_ARGS__" {
				params = params[:n-1]
			}
			api.FuncMacros = append(api.FuncMacros, &model.FuncMacro{Decl: d, Params: params, Variadic: m.Variadic, Text: m.Text()})
			continue
		}
		macro := &model.Macro{Decl: d, Kind: model.MacroOther, Text: m.Text()}
		if len(m.Body) == 0 {
			macro.Kind = model.MacroEmpty
		}
		if tokens, ok := t.unit.Expand(m.Body); ok {
			t.sema.Macro(macro, tokens)
		}
		api.Macros = append(api.Macros, macro)
	}
}
