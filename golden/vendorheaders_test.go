package golden

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/model"
)

// TestVendorHeaders binds the largest headers that people have beside RT-Thread's, those of ST's libraries with CMSIS below them, by
// "headers:" alone, once for each library of a tree and with the first of its BSPs:
//
//	RTT_ROOT=~/rt-thread go test ./golden -run TestVendorHeaders -v
//
// What is not bound is listed with the reason. The BSP's compiler has to confirm the rest.
func TestVendorHeaders(t *testing.T) {
	root := os.Getenv("RTT_ROOT")
	if root == "" {
		t.Skip("skipped: RTT_ROOT does not name an RT-Thread tree, so no vendor's library is bound")
	}
	libraries := stLibraries(t, filepath.Join(root, "bsp", "stm32"))
	if len(libraries) == 0 {
		t.Skipf("skipped: no BSP below %s/bsp/stm32 names an ST library", root)
	}
	for _, l := range libraries {
		t.Run(l.name, func(t *testing.T) {
			// Some have a project of an IDE beside it that says something else.
			checkHeaders(t, config.Flags{RTConfig: l.bsp, Headers: []string{l.header}}, filepath.Join(l.bsp, "rtconfig.py"))
		})
	}
}

// TestHeaders does the same for headers of any library:
//
//	RTT_BSPS=~/board RTT_HEADERS="lwip/api.h lwip/sockets.h" RTT_INCLUDES=~/lwip/src/include:~/port go test ./golden -run TestHeaders -v
//
// RTT_ROOT, RTT_BSPS and RTT_DEFINES are those of TestRealTrees.
func TestHeaders(t *testing.T) {
	headers := strings.Fields(os.Getenv("RTT_HEADERS"))
	if len(headers) == 0 {
		t.Skip("skipped: RTT_HEADERS names no headers")
	}
	flags := config.Flags{RTThread: os.Getenv("RTT_ROOT"), Headers: headers, Includes: filepath.SplitList(os.Getenv("RTT_INCLUDES")),
		Defines: strings.Fields(os.Getenv("RTT_DEFINES"))}
	if bsps := filepath.SplitList(os.Getenv("RTT_BSPS")); len(bsps) > 0 {
		flags.RTConfig = bsps[0]
	}
	if flags.RTThread == "" && flags.RTConfig == "" {
		flags.RTThread = config.Reference
	}
	checkHeaders(t, flags, "")
}

// stLibrary is a library of ST's with the first BSP that uses it.
type stLibrary struct{ name, header, bsp string }

var libraryName = regexp.MustCompile(`(?m)^stm32_library\s*=\s*'(STM32\w+)'`)

func stLibraries(t *testing.T, dir string) []stLibrary {
	t.Helper()
	scripts, err := filepath.Glob(filepath.Join(dir, "*", "SConstruct"))
	if err != nil {
		t.Fatal(err)
	}
	var list []stLibrary
	for _, script := range scripts {
		text, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		m := libraryName.FindStringSubmatch(string(text))
		if m == nil || slices.ContainsFunc(list, func(l stLibrary) bool { return l.name == m[1] }) {
			continue
		}
		// stm32mp1xx_hal.h is in STM32MPxx_HAL; what the tree lacks comes as a package.
		headers, err := filepath.Glob(filepath.Join(dir, "libraries", m[1], "*", "Inc", "stm32*xx_hal.h"))
		if err != nil {
			t.Fatal(err)
		}
		if len(headers) == 0 {
			t.Logf("%s: not in the tree", m[1])
			continue
		}
		list = append(list, stLibrary{name: m[1], header: filepath.Base(headers[0]), bsp: filepath.Dir(script)})
	}
	return list
}

// checkHeaders generates, type-checks, has the C files compiled, and tells what is not bound.
// The build, if one is named, counts alone.
func checkHeaders(t *testing.T, flags config.Flags, build string) {
	t.Helper()
	c := load(t, "", flags)
	c.Build.Text = build
	c.Module, c.GoMod = module, false
	r := run(t, c)
	checkForTarget(t, module, r.Tree)
	own := func(d model.Decl) bool { return !strings.HasPrefix(d.Pos.File, "<") }
	t.Logf("%s for %s: %d functions, %d records, %d enums, %d macros", filepath.Base(flags.RTConfig), r.Project.Target.CPU,
		count(r.API.Functions, func(f *model.Function) bool { return own(f.Decl) }), count(r.API.Records, func(x *model.Record) bool { return own(x.Decl) }),
		count(r.API.Enums, func(e *model.Enum) bool { return own(e.Decl) }), count(r.API.Macros, func(m *model.Macro) bool { return own(m.Decl) }))
	for _, s := range r.API.Skipped {
		t.Logf("not bound: %s %s (%s): %s", s.Kind, s.Name, s.Pos, s.Reason)
	}
	logRawSkips(t, r)
	t.Logf("%d C files compiled", compileC(t, armGCC(t), r.Project.Root, r, compilerFlags(r.Project.Target)))
}

// logRawSkips sums up what the package cannot express, by reason.
func logRawSkips(t *testing.T, r *generate.Result) {
	t.Helper()
	reasons := map[string][]string{}
	for _, d := range r.Plan.Decisions {
		if d.Reason != "" && d.Go == "" && d.Kind != "function-macro" {
			kind, _, _ := strings.Cut(d.Reason, ": ") // what follows is of this symbol
			reasons[kind] = append(reasons[kind], d.Name)
		}
	}
	for _, reason := range slices.Sorted(maps.Keys(reasons)) {
		names := reasons[reason]
		t.Logf("not in Go: %d symbols, %s: %s", len(names), strings.Join(names[:min(3, len(names))], ", "), reason)
	}
}

func count[T any](list []T, is func(T) bool) (n int) {
	for _, x := range list {
		if is(x) {
			n++
		}
	}
	return n
}

// compilerFlags are the options of gcc for a processor.
func compilerFlags(t model.Target) []string {
	var flags []string
	for _, f := range [][2]string{{"-mcpu=", t.CPU}, {"-march=", t.Arch}, {"-mfpu=", t.FPU}, {"-mfloat-abi=", t.FloatABI}, {"-std=", t.Std}} {
		if f[1] != "" {
			flags = append(flags, f[0]+f[1])
		}
	}
	if t.Thumb {
		flags = append(flags, "-mthumb")
	}
	if t.FPU == "" {
		flags = append(flags, "-mfpu=auto")
	}
	if t.FloatABI == "" {
		flags = append(flags, "-mfloat-abi=soft")
	}
	if !t.ShortEnums {
		flags = append(flags, "-fno-short-enums")
	}
	return flags
}
