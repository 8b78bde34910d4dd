package generate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/plan/checks"
)

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
