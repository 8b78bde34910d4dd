package verify_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/internal/firmware"
	"github.com/rttgen/rttgen/internal/verify"
)

// code makes functions of "name frame callee callee", with "*" for a call through a pointer and "?" for a frame that is not known.
func code(lines ...string) *firmware.Code {
	c := &firmware.Code{}
	named := map[string]*firmware.Routine{}
	for _, line := range lines {
		name, rest, _ := strings.Cut(line, " ")
		frame, _, _ := strings.Cut(rest, " ")
		f := &firmware.Routine{Name: name, Frame: 10 * len(frame), Framed: frame != "?"}
		if !f.Framed {
			f.Frame = 0
		}
		named[name] = f
		c.Functions = append(c.Functions, f)
	}
	for _, line := range lines {
		words := strings.Fields(line)
		for _, callee := range words[2:] {
			if callee == "*" {
				named[words[0]].Indirect = true
				continue
			}
			named[words[0]].Calls = append(named[words[0]].Calls, named[callee])
			named[callee].Called = true
		}
	}
	return c
}

func TestStacks(t *testing.T) {
	c := code("entry xx a b", "a xxxx c", "b x c", "c x", "other x loop", "loop xx loop asm", "asm ?", "hook x c *", "lonely xxxxxxxx")
	list, err := verify.Stacks(c, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range list {
		got = append(got, strings.TrimRight(strings.Join(d.Path, ">")+" "+strings.Repeat("x", d.Bytes/10)+" "+strings.Join(d.Stops, ", "), " "))
	}
	want := []string{"entry>a>c xxxxxxx", "other>loop>asm xxx no frame is known of asm, recursion of loop", "hook>c xx a call through a pointer in hook"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if list, err := verify.Stacks(c, []string{"b"}); err != nil || len(list) != 1 || list[0].Bytes != 20 {
		t.Errorf("got %v, %v", list, err)
	}
	if _, err := verify.Stacks(c, []string{"missing"}); err == nil || err.Error() != "no function missing in the firmware" {
		t.Errorf("got %v", err)
	}
}

func TestFromInterrupts(t *testing.T) {
	c := code("SysTick_Handler x tick", "tick x timer", "timer x rt_malloc", "rt_malloc x rt_mutex_take", "rt_mutex_take x", "UART_IRQHandler x isr", "isr x tick rt_mutex_take",
		"Reset_Handler x rt_malloc", "handler x rt_malloc")
	var got []string
	for _, r := range verify.FromInterrupts(c, func(name string) bool { return name == "rt_malloc" || name == "rt_mutex_take" }) {
		got = append(got, strings.Join(r.Path, ">"))
	}
	want := []string{"SysTick_Handler>tick>timer>rt_malloc", "UART_IRQHandler>isr>tick>timer>rt_malloc", "UART_IRQHandler>isr>rt_mutex_take"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
