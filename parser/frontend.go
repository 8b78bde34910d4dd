package parser

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"runtime/metrics"
	"strings"
	"time"

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

// translate runs the front end over the headers.
func translate(ctx context.Context, cfg Config, files *files) (*cc.AST, *diag.List) {
	src, list := sources(cfg, files)
	if list.HasErrors() {
		return nil, list
	}
	parse := func() (*cc.AST, error) { return cc.Parse(ccConfig(cfg, files), src) }
	ast, err := runGuarded(ctx, cfg, parse)
	if errors.Is(err, errOddInclude) {
		files.odd = true
		if err = preprocess(ctx, cfg, files, src); err == nil {
			ast, err = runGuarded(ctx, cfg, parse)
		}
	}
	if stopped(err) {
		return nil, explain(err, files) // the run may still go on: its files are not to be touched
	}
	list = files.refused(err)
	if len(files.absent) > 0 && !list.HasErrors() {
		list = missing(ctx, cfg, files, src)
	}
	if err != nil && !list.HasErrors() {
		list = explain(err, files)
	}
	return ast, list
}

// preprocess looks for errors that preprocessing alone finds. Unlike parsing it always ends.
func preprocess(ctx context.Context, cfg Config, files *files, src []cc.Source) error {
	_, err := runGuarded(ctx, cfg, func() (*cc.AST, error) {
		return nil, cc.Preprocess(ccConfig(cfg, files), src, io.Discard)
	})
	return err
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
	dirs = append(dirs, sysPrefix, absentDir)
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
	predefined, err := sysroot.Predefined(cfg.Target)
	if err != nil {
		list.Add(diag.Diagnostic{Message: "cannot tell which macros the compiler predefines: " + err.Error()})
	}
	return []cc.Source{
		{Name: "<predefined>", Value: predefined + timeMacro(cfg)},
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

func (e errPanic) Unwrap() error {
	err, _ := e.value.(error)
	return err
}

var (
	errTimeout = errors.New("the C front end does not come to an end")
	errMemory  = errors.New("the C front end needs more and more memory")
)

// stopped reports whether an error is that of a run which was left behind.
func stopped(err error) bool {
	return errors.Is(err, errTimeout) || errors.Is(err, errMemory) || errors.Is(err, context.Canceled) ||
		errors.Is(err, context.DeadlineExceeded)
}

// maxMemory is far above what the largest real tree needs; only a front end that repeats itself reaches it, soon.
const maxMemory = 1 << 30

// heap returns how many bytes objects on the heap take, with those that are garbage.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

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
	look := time.NewTicker(50 * time.Millisecond)
	defer look.Stop()
	for before := heap(); ; {
		select {
		case r := <-done:
			return r.ast, r.err
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case <-look.C:
			if now := heap(); now > before+maxMemory {
				return nil, errMemory
			}
		}
	}
}
