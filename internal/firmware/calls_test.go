package firmware

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// program has functions of many kinds. Those whose frame cannot be told, because alloca or a variable array takes more, are dynamic.
const program = `
typedef int (*fn)(int);
volatile int sink; volatile fn pointer;
__attribute__((noinline)) int leaf(int a) { return a + sink; }
__attribute__((noinline)) int big(int a) { volatile char b[600]; b[a] = 1; return b[a + 1] + leaf(a); }
__attribute__((noinline)) int huge(int a) { volatile char b[9000]; b[a] = 1; return b[a + 1] + big(a); }
__attribute__((noinline)) double floats(double a, double b, double c) { double d = a * b; leaf(1); return d + c * leaf(2) + (double)sink; }
__attribute__((noinline)) int tail(int a) { return big(a + 1); }
__attribute__((noinline)) int indirect(int a) { return pointer(a) + 1; }
__attribute__((noinline)) int self(int a) { return a ? self(a - 1) * 3 : leaf(a); }
__attribute__((noinline)) int table(int a) {
    switch (a) { case 0: return leaf(1); case 1: return big(2); case 2: return tail(3); case 3: return 9; case 4: return leaf(7); case 5: return sink; default: return 0; }
}
__attribute__((noinline)) int many(int a, int b, int c, int d, int e, int f, int g) { return leaf(a) + leaf(b) * leaf(c) - leaf(d) + leaf(e) * leaf(f) + leaf(g); }
__attribute__((noinline)) int local(int n) { volatile int x[4] = {n, n, n, n}; __asm__ volatile ("" ::: "r4", "r5", "r6", "r8", "memory"); return x[n & 3] + leaf(n); }
void SysTick_Handler(void) { tail(1); }
int main(void) { return huge(1) + (int)floats(1, 2, 3) + tail(1) + indirect(1) + self(3) + table(sink) + many(1, 2, 3, 4, 5, 6, 7) + local(2); }
`

// TestFrames holds frames to what gcc says that each function uses, and calls to the program.
func TestFrames(t *testing.T) {
	gcc, err := exec.LookPath("arm-none-eabi-gcc")
	if err != nil {
		t.Skip("skipped: arm-none-eabi-gcc is not installed, so no firmware can be linked")
	}
	for _, flags := range []string{"-O0 -mfpu=fpv4-sp-d16 -mfloat-abi=hard", "-O2 -mfpu=fpv4-sp-d16 -mfloat-abi=hard", "-Os", "-O2 -gdwarf-4 -gdwarf-2", "-Og -ffunction-sections"} {
		t.Run(flags, func(t *testing.T) {
			dir := t.TempDir()
			source, image := filepath.Join(dir, "p.c"), filepath.Join(dir, "p.elf")
			if err := os.WriteFile(source, []byte(program), 0o666); err != nil {
				t.Fatal(err)
			}
			args := append(strings.Fields("-mcpu=cortex-m4 -mthumb -g -nostdlib -Wl,-emain -fstack-usage -save-temps=obj"), strings.Fields(flags)...)
			cmd := exec.Command(gcc, append(args, "-o", image, source, "-lgcc")...)
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			file, err := os.Open(image)
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			code, err := ReadCode(file)
			if err != nil {
				t.Fatal(err)
			}
			routines := map[string]*Routine{}
			for _, f := range code.Functions {
				routines[f.Name] = f
			}
			compared := 0
			for name, size := range usage(t, dir) {
				f := routines[name]
				if f == nil || !f.Framed || f.Frame != size {
					t.Errorf("%s: got %+v, gcc says %d bytes", name, f, size)
				}
				compared++
			}
			if compared < 12 {
				t.Errorf("only %d functions were compared", compared)
			}
			for caller, callees := range map[string]string{"huge": "big", "big": "leaf", "tail": "big", "table": "leaf big tail", "SysTick_Handler": "tail", "main": "huge indirect"} {
				for _, callee := range strings.Fields(callees) {
					if !calls(routines[caller], callee) {
						t.Errorf("%s does not call %s", caller, callee)
					}
				}
			}
			if !routines["indirect"].Indirect || routines["huge"].Indirect || routines["table"].Indirect {
				t.Error("calls through pointers are not told from others")
			}
		})
	}
}

func calls(f *Routine, name string) bool {
	for _, callee := range f.Calls {
		if callee.Name == name {
			return true
		}
	}
	return false
}

// usage reads what gcc says of each function: "p.c:3:5:leaf	16	static".
func usage(t *testing.T, dir string) map[string]int {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.su"))
	if err != nil || len(names) != 1 {
		t.Fatalf("%v: %v", names, err)
	}
	file, err := os.Open(names[0])
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	found := map[string]int{}
	for s := bufio.NewScanner(file); s.Scan(); {
		fields := strings.Fields(s.Text())
		if len(fields) != 3 || fields[2] != "static" {
			t.Fatalf("not understood: %q", s.Text())
		}
		var size int
		if _, err := fmt.Sscan(fields[1], &size); err != nil {
			t.Fatal(err)
		}
		found[fields[0][strings.LastIndex(fields[0], ":")+1:]] = size
	}
	return found
}
