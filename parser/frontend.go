package parser

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/diag"
	"github.com/rttgen/rttgen/parser/sysroot"
)

// expansionLimit bounds the work of macro expansion, which can grow exponentially.
const expansionLimit = 2_000_000

// headersName is the source that includes the headers. An error in it is one at the end of them all.
const headersName = "<headers>"

// trailer ends the last source: cc loops for ever when a file ends inside a declarator.
const trailer = "\n;extern int rttgen_end_of_input;\n"

// builtin declares what gcc knows without a declaration, as far as headers use it. Calls of other builtins, in the bodies of
// inline functions, need none: what they mean does not matter here.
const builtin = `
int __predefined_declarator;
typedef __SIZE_TYPE__ __predefined_size_t;
typedef __WCHAR_TYPE__ __predefined_wchar_t;
typedef __PTRDIFF_TYPE__ __predefined_ptrdiff_t;
typedef void *__builtin_va_list;
#define __builtin_va_list __builtin_va_list
#define __builtin_va_arg(va, type) (*(type *)__builtin_va_arg_impl(va))
#define __builtin_va_copy(dst, src) dst = src
#define __builtin_offsetof(type, member) ((__SIZE_TYPE__)&(((type *)0)->member))
#define __builtin_types_compatible_p(t1, t2) __builtin_types_compatible((t1){}, (t2){})
#define __extension__
#define __FUNCTION__ __func__
#define __PRETTY_FUNCTION__ __func__
`

// translate runs the front end over the headers. When headers are missing it runs again with those taken as empty, until
// all of them are known.
func translate(ctx context.Context, cfg Config, files *files) (*cc.AST, *diag.List) {
	src, list := sources(cfg, files)
	if list.HasErrors() {
		return nil, list
	}
	missing := newMissing(files)
	for {
		files.restart()
		ast, err := runGuarded(ctx, cfg, func() (*cc.AST, error) { return cc.Parse(ccConfig(cfg, files), src) })
		if refused := files.refused(err); refused.HasErrors() {
			return nil, refused
		}
		if err == nil && missing.empty() {
			return ast, list
		}
		if !missing.add(err) {
			list.AddList(missing.list())
			if missing.empty() {
				list.AddList(explain(err, files))
			}
			return nil, list
		}
	}
}

// ccConfig configures cc for arm-none-eabi without asking a compiler, which may not exist.
func ccConfig(cfg Config, files *files) *cc.Config {
	abi, err := cc.NewABI("linux", "arm")
	if err != nil {
		panic(err) // a target that cc always knows
	}
	var dirs []string
	for _, dir := range cfg.Includes {
		dirs = append(dirs, files.abs(dir))
	}
	dirs = append(dirs, sysPrefix)
	once := map[string]bool{}
	return &cc.Config{
		ABI:                abi,
		FS:                 files,
		FSOnly:             true,
		Header:             true,
		EvalAllMacros:      true,
		IgnoreStaticAssert: true,
		IncludePaths:       append([]string{"@"}, dirs...),
		SysIncludePaths:    dirs,
		DefaultSizeT:       cc.UInt,
		DefaultPtrdiffT:    cc.Int,
		DefaultWcharT:      cc.UInt,
		ExpansionLimit:     expansionLimit,
		PragmaHandler:      func(toks []cc.Token) error { return pragma(toks, once) },
	}
}

// pragma implements #pragma once. #pragma pack is handled by markPacks, others do not change what is declared.
func pragma(toks []cc.Token, once map[string]bool) error {
	for _, t := range toks {
		s := strings.TrimSpace(t.SrcStr())
		if s == "" {
			continue
		}
		if s != "once" {
			return nil
		}
		file := t.Position().Filename
		if once[file] {
			return cc.SkipSource
		}
		once[file] = true
	}
	return nil
}

// sources returns the translation unit: predefined macros, builtins, the -D flags, then the headers.
func sources(cfg Config, files *files) ([]cc.Source, *diag.List) {
	var list diag.List
	var defines, includes strings.Builder
	for _, d := range cfg.Defines {
		fmt.Fprintf(&defines, "#define %s %s\n", d.Name, d.Value)
	}
	for _, h := range cfg.Headers {
		if !find(h, cfg, files) {
			list.Add(diag.Diagnostic{
				Message: fmt.Sprintf("header %q is in none of the include directories", h),
				Hint:    "searched: " + strings.Join(cfg.Includes, ", "),
			})
			continue
		}
		fmt.Fprintf(&includes, "#include \"%s\"\n", h)
	}
	return []cc.Source{
		{Name: "<predefined>", Value: sysroot.Predefined() + timeMacro(cfg)},
		{Name: "<builtin>", Value: builtin},
		{Name: "<command line>", Value: defines.String()},
		{Name: headersName, Value: includes.String() + trailer},
	}, &list
}

// timeMacro selects newlib's 32 bit time_t.
func timeMacro(cfg Config) string {
	if cfg.Target.Time32 {
		return "\n#define _USE_LONG_TIME_T 1\n"
	}
	return "\n"
}

// find looks a header up in the search path.
func find(header string, cfg Config, files *files) bool {
	for _, dir := range cfg.Includes {
		if _, err := files.read(path.Join(files.abs(dir), filepath.ToSlash(header))); err == nil {
			return true
		}
	}
	return false
}

// errPanic is a crash of the front end on input it does not expect.
type errPanic struct{ value any }

func (e errPanic) Error() string { return fmt.Sprintf("the C front end gave up: %v", e.value) }

var errTimeout = errors.New("the C front end does not come to an end")

// runGuarded keeps a crash or a hang of cc away from the user. A run that hangs cannot be stopped, only left behind.
func runGuarded(ctx context.Context, cfg Config, run func() (*cc.AST, error)) (*cc.AST, error) {
	timeout := cfg.Timeout
	if timeout == 0 {
		timeout = defaultTimeout
	}
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, errTimeout)
	defer cancel()
	type result struct {
		ast *cc.AST
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if v := recover(); v != nil {
				done <- result{nil, errPanic{v}}
			}
		}()
		ast, err := run()
		done <- result{ast, err}
	}()
	select {
	case r := <-done:
		return r.ast, r.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}
