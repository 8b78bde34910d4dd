package verify_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/firmware"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/internal/verify"
)

// source is a firmware that has something of most types.
const source = `
#include <rtthread.h>
#include <rthw.h>
#include <rtdevice.h>
rt_list_t rt_thread_priority_table[RT_THREAD_PRIORITY_MAX];
struct rt_thread thread; struct rt_timer timer; struct rt_semaphore semaphore; struct rt_device device; struct rt_mempool pool;
#ifdef RT_USING_MUTEX
struct rt_mutex mutex;
#endif
#ifdef RT_USING_MAILBOX
struct rt_mailbox mailbox;
#endif
#ifdef RT_USING_MESSAGEQUEUE
struct rt_messagequeue queue;
#endif
enum rt_object_class_type class;
time_t now;
double half(double x) { return x / 2; } /* for the linker to note the float ABI */
`

const hard = "-mcpu=cortex-m4 -mthumb -mfpu=fpv4-sp-d16 -mfloat-abi=hard"

// TestDrift links firmware from the reference interface, each with something that its bindings were not generated for. It is found,
// with the place and the option; and where nothing differs nothing is found.
func TestDrift(t *testing.T) {
	gcc, err := exec.LookPath("arm-none-eabi-gcc")
	if err != nil {
		t.Skip("skipped: arm-none-eabi-gcc is not installed, so no firmware can be linked")
	}
	facts := read(t, hard)
	for _, c := range []struct {
		name, rtconfig, flags string
		want                  []string // what a finding says; none: nothing is found
	}{
		{name: "the same"},
		{"name", "#undef RT_NAME_MAX\n#define RT_NAME_MAX 16", "", []string{"struct rt_object.name: 8 bytes expected, 16 in the firmware", "RT_NAME_MAX is 16 in the firmware", "more records differ because those above are in them: "}},
		{"signals", "#undef RT_USING_SIGNALS", "", []string{"include/rtdef.h:", "struct rt_thread.sig_pending: expected at offset ", "look at RT_USING_SIGNALS: "}},
		{"operations", "#define RT_USING_DEVICE_OPS", "", []string{"struct rt_device.ops: at offset ", "the bindings have no such member", "look at RT_USING_DEVICE_OPS: "}},
		{"cleanup", "#define RT_USING_MODULE", "", []string{"module_id: at offset ", "look at RT_USING_MODULE: "}},
		{"priorities", "#undef RT_THREAD_PRIORITY_MAX\n#define RT_THREAD_PRIORITY_MAX 256", "", []string{"RT_THREAD_PRIORITY_MAX: 32 expected, 256 in the firmware, by the length of rt_thread_priority_table"}},
		{"skip list", "#define RT_TIMER_SKIP_LIST_LEVEL 3", "", []string{"struct rt_timer.row: 8 bytes expected, 24 in the firmware", "RT_TIMER_SKIP_LIST_LEVEL is 3 in the firmware"}},
		{"mailbox", "#undef RT_USING_MAILBOX", "", []string{"nothing that is declared under defined(RT_USING_MAILBOX) is in the firmware: rt_mb_control, "}},
		{"enums", "", "-fno-short-enums", []string{"enums: the bindings have them as short as their values allow (-fshort-enums), the firmware of 32 bits", "target: {short_enums: false}", "enum rt_object_class_type: 1 bytes expected, 4 in the firmware"}},
		{"floats", "", "-mfloat-abi=softfp", []string{"float ABI: the bindings are for the hard convention, the firmware has the soft one"}},
		{"processor", "", "-mcpu=cortex-m7", []string{"processor: the bindings are for cortex-m4, the firmware is for cortex-m7"}},
		{"processor without flags", "", "-mcpu=cortex-m33 -gno-record-gcc-switches", []string{"processor: the bindings are for cortex-m4, the firmware is for architecture 8-M.MAIN"}},
		{"wide characters", "", "-fshort-wchar", []string{"wchar_t: 4 bytes in the bindings, 2 in the firmware"}},
		{"time", "", "-D_USE_LONG_TIME_T", []string{"time_t: 8 bytes expected, 4 in the firmware", "target: {time_bits: 32}"}},
		{"packing", "", "-fpack-struct", []string{"look at packed attributes and -fpack-struct"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			image := link(t, gcc, facts, c.rtconfig, c.flags, c.name)
			r := verify.Compare(facts.API, image, func(file string) []byte {
				text, _ := os.ReadFile(filepath.Join("../../testdata/rtthread-5.2", file))
				return text
			})
			var said strings.Builder
			for _, d := range r.Findings.Sorted() {
				fmt.Fprintf(&said, "%v | %s\n", d, d.Hint)
			}
			if len(c.want) == 0 && r.Findings.HasErrors() || len(c.want) > 0 && !r.Findings.HasErrors() {
				t.Errorf("found:\n%s", said.String())
			}
			for _, w := range c.want {
				if !strings.Contains(said.String(), w) {
					t.Errorf("no %q in\n%s", w, said.String())
				}
			}
			if n := r.Compared; n.Records < 10 || n.Members < 80 || n.Scalars < 15 || n.Constants < 15 || n.Symbols == 0 {
				t.Errorf("only %v were compared", n)
			}
		})
	}
}

// read reads the reference interface for a processor.
func read(t *testing.T, flags string) *generate.Facts {
	t.Helper()
	c, list := config.Load("", config.Flags{RTThread: "reference:5.2"}, func(string) string { return "" })
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	facts, list := generate.Read(context.Background(), c)
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	for _, f := range strings.Fields(flags) { // the reference has no build that says so
		if cpu, ok := strings.CutPrefix(f, "-mcpu="); ok {
			facts.API.Target.CPU = cpu
		}
		if abi, ok := strings.CutPrefix(f, "-mfloat-abi="); ok {
			facts.API.Target.FloatABI = abi
		}
	}
	return facts
}

// link makes a firmware of the reference interface with another configuration.
func link(t *testing.T, gcc string, facts *generate.Facts, rtconfig, flags, without string) *firmware.Image {
	t.Helper()
	dir := t.TempDir()
	functions := "" // without a body: nothing runs
	for _, f := range facts.API.Functions {
		if !f.Inline && !strings.HasPrefix(f.Pos.File, "<") && !slices.ContainsFunc(f.Guards, func(g string) bool {
			return without != "" && strings.Contains(strings.ToLower(g), without)
		}) {
			functions += fmt.Sprintf("__asm__(\".global %[1]s\\n.thumb_func\\n%[1]s:\\n\");\n", f.Name)
		}
	}
	for name, text := range map[string]string{"firmware.c": source + functions, "rtconfig.h": "#include_next <rtconfig.h>\n" + rtconfig + "\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	args := slices.Concat(strings.Fields(hard), strings.Fields(flags), []string{"-g", "-w", "-std=gnu99", "-I" + dir})
	for _, d := range facts.Project.Defines {
		args = append(args, "-D"+d.Name+"="+d.Value)
	}
	for _, inc := range facts.Project.Includes {
		args = append(args, "-I"+filepath.Join("../../testdata/rtthread-5.2", inc))
	}
	elf := filepath.Join(dir, "firmware.elf")
	args = append(args, "-nostdlib", "-Wl,-e0", "-Wl,--unresolved-symbols=ignore-all", "-o", elf, filepath.Join(dir, "firmware.c"))
	if out, err := exec.Command(gcc, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	file, err := os.Open(elf)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	image, err := firmware.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return image
}
