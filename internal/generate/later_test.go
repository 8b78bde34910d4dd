package generate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/plan/checks"
	"github.com/rttgen/rttgen/plan/symbol"
)

// later declares what kernels after the newest reference interface have.
const later = `
#include <rtthread.h>
rt_bool_t rt_thread_is_idle_thread(rt_thread_t thread);
rt_uint8_t rt_thread_get_usage(rt_thread_t thread);
void rt_console_output_set_enabled(rt_bool_t enabled);
rt_bool_t rt_console_output_get_enabled(void);
rt_tick_t rt_tick_get_delta(rt_tick_t base);
int __rt_fls(int val);
void rt_scheduler_stack_overflow_sethook(rt_err_t (*hook)(struct rt_thread *thread));
`

// irqCheck is a kernel's check before a thread waits.
const irqCheck = "#define RT_DEBUG_SCHEDULER_IRQ_DISABLED() rt_hw_interrupt_is_disabled()\n"

// withHeader is the newest reference interface with a header of the user's.
func withHeader(t *testing.T, text string, defines ...string) *config.Config {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "later.h"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	c := reference("5.2")
	c.Includes = []config.Value{{Text: dir}}
	c.Headers = []config.Value{{Text: "later.h"}}
	for _, d := range defines {
		c.Defines = append(c.Defines, config.Value{Text: d})
	}
	return c
}

// TestLaterKernel is about functions that are newer than every reference interface.
func TestLaterKernel(t *testing.T) {
	r := mustRun(t, withHeader(t, later))
	for name, want := range map[string]symbol.Decision{
		"rt_thread_is_idle_thread":            {Status: symbol.Wrapped, Go: "Thread.IsIdle"},
		"rt_thread_get_usage":                 {Status: symbol.Wrapped, Go: "Thread.CPUUsage"},
		"rt_console_output_set_enabled":       {Status: symbol.Wrapped, Go: "SetConsoleOutput"},
		"rt_console_output_get_enabled":       {Status: symbol.Wrapped, Go: "ConsoleOutput"},
		"rt_tick_get_delta":                   {Status: symbol.InRaw, Reason: "the difference of two counts"},
		"__rt_fls":                            {Status: symbol.InRaw, Reason: "bits.Len32"},
		"rt_scheduler_stack_overflow_sethook": {Status: symbol.InRaw, Reason: "overflown"},
	} {
		got := decision(t, r, name)
		if got.Status != want.Status || want.Go != "" && got.Go != want.Go || !strings.Contains(got.Reason, want.Reason) {
			t.Errorf("%s is %s as %q: %q, want %s as %q: %q", name, got.Status, got.Go, got.Reason, want.Status, want.Go, want.Reason)
		}
	}
}

// TestWaitingWithInterruptsOff tells when canBlock looks for interrupts that are off: where the kernel itself does, which stops the
// system then.
func TestWaitingWithInterruptsOff(t *testing.T) {
	const looks = "&& raw.HwInterruptIsDisabled() == 0"
	for _, test := range []struct {
		name    string
		header  string
		checks  checks.Level
		defines []string
		want    bool
	}{
		{name: "as the kernel does", header: irqCheck, want: true},
		{name: "not where the kernel does not", header: "#define RT_DEBUG_SCHEDULER_AVAILABLE_TOO\n"},
		{name: "not with cheap checks", header: irqCheck, checks: checks.Cheap},
		{name: "not with several cores", header: irqCheck, defines: []string{"RT_USING_SMP", "RT_CPUS_NR=2"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := withHeader(t, "#include <rthw.h>\n"+test.header, test.defines...)
			if test.checks != "" {
				c.Checks = test.checks
			}
			text := string(mustRun(t, c).Tree["context.go"])
			if text == "" {
				t.Fatal("there is no context.go")
			}
			if got := strings.Contains(text, looks); got != test.want {
				t.Errorf("%q is there: %t, want %t\n%s", looks, got, test.want, text)
			}
		})
	}
}

// TestHookList checks that a list of hooks, which keeps nodes of C's, is not taken for a function that takes a hook.
func TestHookList(t *testing.T) {
	r := mustRun(t, withHeader(t, "", "RT_USING_HOOK", "RT_HOOK_USING_FUNC_PTR", "RT_USING_HOOKLIST"))
	for _, name := range []string{"rt_thread_inited_sethook", "rt_thread_inited_rmhook"} {
		if got := decision(t, r, name); got.Status != symbol.InRaw || !strings.Contains(got.Reason, "in a list") {
			t.Errorf("%s is %s as %q: %q, want raw, because of the list", name, got.Status, got.Go, got.Reason)
		}
	}
}
