package randomheader

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// TestValid: gcc takes the headers without an error, or what is read of them says nothing.
func TestValid(t *testing.T) {
	const compiler = "arm-none-eabi-gcc"
	if _, err := exec.LookPath(compiler); err != nil {
		t.Skipf("no %s on PATH: random headers are not compiled", compiler)
	}
	for seed := range int64(3) {
		text := Header(seed, Size{Records: 250, Constants: 63, Prototypes: 32})
		if text != Header(seed, Size{Records: 250, Constants: 63, Prototypes: 32}) {
			t.Fatal("the same seed gives another header")
		}
		cmd := exec.Command(compiler, "-mcpu=cortex-m4", "-mthumb", "-std=gnu11", "-w", "-fsyntax-only", "-x", "c", "-")
		cmd.Stdin = strings.NewReader(text)
		var messages bytes.Buffer
		cmd.Stderr = &messages
		if err := cmd.Run(); err != nil {
			t.Errorf("seed %d: %v\n%.3000s", seed, err, messages.String())
		}
	}
}
