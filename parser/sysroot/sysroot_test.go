package sysroot

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const compiler = "arm-none-eabi-gcc"

// targetFlags are the options of the processor that headers are read for when nothing tells.
var targetFlags = []string{
	"-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16", "-std=gnu99",
}

// notNewlibs names the headers that have no counterpart to compare with.
var notNewlibs = map[string]string{
	"cconfig.h": "RT-Thread's build writes it",
	"dirent.h":  "newlib's is an #error on this target",
}

// onPurpose matches the names that this compiler's headers do not have in this form.
var onPurpose = regexp.MustCompile("^(" +
	"std(in|out|err)" + // members of struct _reent, which is opaque here
	"|_STDINT_H|_U?INT(8|16|32|64|MAX|PTR)_T_DECLARED" + // gcc may be built to use its own stdint.h
	"|(PRI|SCN).(|LEAST|FAST)(64|MAX)" + // wrong in that case
	"|__rttgen_.*" +
	")$")

// visibilities are the feature test macros under which every header is compared.
var visibilities = [][]string{
	{},                      // RT-Thread before 4.1
	{"-D_POSIX_C_SOURCE=1"}, // RT-Thread from 4.1 on
	{"-D_POSIX_C_SOURCE=200112L"},
	{"-D_XOPEN_SOURCE=600"},
	{"-D_GNU_SOURCE"},
	{"-D_USE_LONG_TIME_T"},
	{"-std=gnu17"}, // what gcc 12 does when the BSP asks for no standard
}

func headers(t *testing.T) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestIncludeGuards: an include guard, rather than #pragma once, is what RT-Thread's headers test to
// see whether newlib's has been read.
func TestIncludeGuards(t *testing.T) {
	repeatable := map[string]bool{
		"assert.h": true, // redefines assert each time, as C demands
		"fcntl.h":  true, // only includes
		"stddef.h": true, // answers to __need_size_t
		"stdarg.h": true, // answers to __need___va_list
	}
	guard := regexp.MustCompile(`^/\*(?s:.*?)\*/\n#ifndef (\w+)\n#define (\w+)`)
	for _, name := range headers(t) {
		text, err := fs.ReadFile(FS(), name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(text, []byte("/*")) {
			t.Errorf("%s: does not start with a comment saying what it is", name)
		}
		if repeatable[name] {
			continue
		}
		if m := guard.FindSubmatch(text); m == nil || !bytes.Equal(m[1], m[2]) {
			t.Errorf("%s: no include guard after the leading comment", name)
		}
	}
}

// TestSignalsOfOneOrTheOther: cconfig.h says that the signals of POSIX.1b are newlib's exactly where newlib declares them.
func TestSignalsOfOneOrTheOther(t *testing.T) {
	needCompiler(t)
	cconfig, err := fs.ReadFile(FS(), "cconfig.h")
	if err != nil {
		t.Fatal(err)
	}
	const others = `
#include <sys/signal.h>
#ifndef HAVE_SIGVAL
union sigval { int sival_int; };
#endif
#ifndef HAVE_SIGEVENT
struct sigevent { union sigval sigev_value; };
#endif
#ifndef HAVE_SIGINFO
typedef struct siginfo { union sigval si_value; } siginfo_t;
#endif
siginfo_t info;
struct sigevent event;
`
	for _, visibility := range append([][]string{{"-std=c99"}, {"-std=c11"}, {"-std=c99", "-D_POSIX_C_SOURCE=199309L"}}, visibilities...) {
		flags := append(append([]string{"-fsyntax-only"}, targetFlags...), visibility...)
		if _, err := gcc(nil, string(cconfig)+others, flags...); err != nil {
			t.Errorf("%s: %v", visibility, err)
		}
	}
}

// TestAgainstNewlib states everything our headers declare as assertions on the real ones, and lets
// the compiler judge: each typedef, function and variable is declared again after newlib's, which is
// an error unless the types agree; members have the same offset and type; constants the same value.
// The list of what to check is read off the headers as the preprocessor sees them.
func TestAgainstNewlib(t *testing.T) {
	needCompiler(t)
	include, err := filepath.Abs("include")
	if err != nil {
		t.Fatal(err)
	}
	for _, visibility := range visibilities {
		label := strings.Join(visibility, " ")
		if label == "" {
			label = "default"
		}
		flags := append(append([]string{}, targetFlags...), visibility...)
		t.Run(label, func(t *testing.T) {
			for _, name := range headers(t) {
				if notNewlibs[name] != "" {
					continue
				}
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					probe := "#include <" + name + ">\n"
					text, err := gcc([]string{"-nostdinc", "-isystem", include}, probe, append([]string{"-E", "-dD"}, flags...)...)
					if err != nil {
						t.Fatalf("ours alone: %v", err)
					}
					check, n := checkFile(name, text)
					if n == 0 {
						t.Error("nothing to check was found")
					}
					if _, err := gcc(nil, check, append([]string{"-fsyntax-only"}, flags...)...); err != nil {
						t.Errorf("%d checks against the real header:\n%v", n, err)
					}
				})
			}
		})
	}
}

func needCompiler(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath(compiler); err != nil {
		t.Skipf("%s is not installed: the headers cannot be compared with the real ones", compiler)
	}
}

// gcc runs the compiler on source and returns its output, or its messages as the error.
func gcc(search []string, source string, args ...string) (string, error) {
	args = append(append(append([]string{}, search...), args...), "-x", "c", "-")
	cmd := exec.Command(compiler, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	cmd.Stdin = strings.NewReader(source)
	var out, messages bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &messages
	if err := cmd.Run(); err != nil {
		return "", errors.New(firstLines(messages.String(), "error:", 12))
	}
	return out.String(), nil
}

// firstLines returns the first n lines of text that contain what, or text if none does.
func firstLines(text, what string, n int) string {
	var found []string
	for _, line := range strings.Split(text, "\n") {
		if strings.Contains(line, what) && len(found) < n {
			found = append(found, line)
		}
	}
	if found == nil {
		return text
	}
	return strings.Join(found, "\n")
}

// checker collects assertions about the real headers.
type checker struct {
	strings.Builder
	stated int
}

func (c *checker) printf(format string, args ...any) { fmt.Fprintf(c, format, args...) }

func (c *checker) state(format string, args ...any) {
	c.stated++
	c.printf(format, args...)
}

// checkFile turns a preprocessed header of ours into a C file that compiles only if the real header
// of that name agrees. It also returns the number of things stated.
func checkFile(name, preprocessed string) (string, int) {
	macros, declarations := scanHeader(preprocessed)
	var c checker
	c.printf("#include <%s>\n", name)
	evaluable := constantMacros(macros, declarations)
	for _, m := range macros {
		if !onPurpose.MatchString(m.name) {
			c.macro(m, evaluable[m.name] && m.body != "")
		}
	}
	// From here on the names mean the declarations, not macros of the same name.
	for _, d := range declarations {
		for _, id := range d.names {
			c.printf("#undef %s\n", id)
		}
	}
	for i, d := range declarations {
		switch {
		case d.keyword == "enum":
			c.enum(d)
		case d.keyword != "":
			c.record(d, i)
		case len(d.names) == 0 || !onPurpose.MatchString(d.names[0]):
			c.declaration(d, i)
		}
	}
	return c.String(), c.stated
}

// samples are arguments for function-like macros: small numbers, a wait status, file modes.
var samples = strings.Fields("0 1 127 0x1234 0x7f00 0010000 0020000 0040000 0060000 0100000 0120000 0140000")

// macro states that m exists and, where it is evaluable, that it has our value and type.
func (c *checker) macro(m macro, evaluable bool) {
	c.state("#ifndef %[1]s\n#error \"newlib does not define %[1]s\"\n#endif\n", m.name)
	switch {
	case !evaluable:
	case strings.HasPrefix(m.body, `"`):
		c.state("_Static_assert(__builtin_strcmp(%[1]s, %[2]s) == 0, \"%[1]s\");\n", m.name, m.body)
	case m.params == "":
		c.state("_Static_assert((%[1]s) == (%[2]s), \"%[1]s\");\n", m.name, m.body)
		c.state("_Static_assert(__builtin_types_compatible_p(__typeof__(%[1]s), __typeof__(%[2]s)), \"type of %[1]s\");\n", m.name, m.body)
	default:
		c.printf("#define rttgen_%s%s %s\n", m.name, m.params, m.body)
		for _, sample := range samples {
			args := sample + strings.Repeat(", 3", strings.Count(m.params, ","))
			c.state("_Static_assert(%[1]s(%[2]s) == rttgen_%[1]s(%[2]s), \"%[1]s(%[2]s)\");\n", m.name, args)
		}
	}
}

func (c *checker) enum(d declaration) {
	for _, e := range strings.Split(d.body, ",") {
		if id, value, ok := strings.Cut(e, "="); ok {
			c.state("_Static_assert(%[1]s == (%[2]s), \"%[1]s\");\n", strings.TrimSpace(id), value)
		}
	}
}

// record declares our structure or union under another name and compares the two.
func (c *checker) record(d declaration, i int) {
	real := d.keyword + " " + d.tag
	if d.tag == "" {
		real = d.names[0]
	}
	ours := fmt.Sprintf("%s rttgen_%d", d.keyword, i)
	c.printf("%s {%s};\n", ours, d.body)
	c.state("_Static_assert(sizeof(%[1]s) == sizeof(%[2]s) && __alignof__(%[1]s) == __alignof__(%[2]s), \"%[2]s\");\n", ours, real)
	for _, f := range d.members() {
		c.state("_Static_assert(__builtin_offsetof(%[1]s, %[3]s) == __builtin_offsetof(%[2]s, %[3]s), \"%[2]s.%[3]s\");\n", ours, real, f.name)
		compare := "__builtin_types_compatible_p(__typeof__(((%[1]s *)0)->%[3]s), __typeof__(((%[2]s *)0)->%[3]s))"
		if f.aggregate { // two anonymous structures are two types
			compare = "sizeof(((%[1]s *)0)->%[3]s) == sizeof(((%[2]s *)0)->%[3]s)"
		}
		c.state("_Static_assert("+compare+", \"type of %[2]s.%[3]s\");\n", ours, real, f.name)
	}
	if d.tag != "" && len(d.names) > 0 {
		c.state("typedef %s %s;\n", real, d.names[0])
	}
}

// declaration states that the names of d are declared, and then declares them again.
func (c *checker) declaration(d declaration, i int) {
	for _, id := range d.names {
		if strings.HasPrefix(d.text, "typedef") {
			c.state("extern __typeof__(%s) *rttgen_%d;\n", id, i)
		} else {
			c.state("extern __typeof__(%[1]s) %[1]s;\n", id)
		}
	}
	c.state("%s;\n", d.text)
}
