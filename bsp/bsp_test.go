package bsp

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for _, test := range []struct {
		name, text         string
		float, cpu, target string
		line               int
		problem            string
	}{
		{name: "as BSPs have it", text: `
if  CROSS_TOOL == 'gcc':
    PLATFORM    = 'gcc'
elif CROSS_TOOL == 'keil':
    PLATFORM    = 'armcc'

if PLATFORM == 'gcc':
    # DEVICE = ' -mcpu=cortex-m3 -mfloat-abi=soft'
    DEVICE = ' -mcpu=cortex-m4 -mthumb -mfpu=fpv4-sp-d16 -mfloat-abi=hard -ffunction-sections'
    if BUILD == 'debug':
        CFLAGS += ' -O0'
elif PLATFORM == 'armclang':
    CFLAGS = ' -mcpu=cortex-m4 -mfloat-abi=softfp'
else:
    CFLAGS = ' -mfloat-abi=soft'
`, float: Hard, cpu: "cortex-m4", target: "cortex-m4f", line: 9},
		{name: "soft", text: "DEVICE = '-mcpu=cortex-m4 -mfloat-abi=softfp'\r\n", float: SoftFP, cpu: "cortex-m4", target: "cortex-m4", line: 1},
		{name: "no flag", text: "if rtconfig.PLATFORM in ['gcc']:\n    CFLAGS = '-mcpu=cortex-m7'\n", float: Soft, cpu: "cortex-m7", target: "cortex-m4"},
		{name: "after the branches", text: "if PLATFORM == 'armcc':\n    X = '-mfloat-abi=soft'\nDEVICE = '-mcpu=cortex-m4 -mfloat-abi=hard'\n",
			float: Hard, cpu: "cortex-m4", target: "cortex-m4f", line: 3},
		{name: "flags from elsewhere", text: "CFLAGS = os.getenv('FLAGS')\n"},
		{name: "another processor", text: "DEVICE = '-mcpu=cortex-m3'\n", float: Soft, cpu: "cortex-m3"},
		{name: "two answers", text: "A = '-mfloat-abi=hard'\nB = '-mfloat-abi=soft'\n",
			problem: "has both -mfloat-abi=hard (line 1) and -mfloat-abi=soft (line 2)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, File), []byte(test.text), 0o666); err != nil {
				t.Fatal(err)
			}
			b, err := Read(dir)
			if test.problem != "" {
				if err == nil || !strings.Contains(err.Error(), test.problem) {
					t.Errorf("got %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if b.Float.Value != test.float || b.CPU.Value != test.cpu || b.Target() != test.target || b.Float.Pos.Line != test.line {
				t.Errorf("got %+v, target %q", b, b.Target())
			}
		})
	}
}

func TestReadNothing(t *testing.T) {
	if _, err := Read(t.TempDir()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, File), 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(dir); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a directory in its place: %v", err)
	}
}

func TestChooseTarget(t *testing.T) {
	for _, test := range []struct{ text, asked, want, problem string }{
		{text: "-mcpu=cortex-m4 -mfloat-abi=hard", want: HardTarget},
		{text: "-mcpu=cortex-m4 -mfloat-abi=softfp", asked: SoftTarget, want: SoftTarget},
		{text: "-mcpu=cortex-m4 -mfloat-abi=hard", asked: SoftTarget, want: SoftTarget, problem: "compiled with -mfloat-abi=hard, an object for cortex-m4 "},
		{text: "-mcpu=cortex-m4", asked: HardTarget, want: HardTarget, problem: "compiled with -mfloat-abi=soft"},
		{text: "-mcpu=cortex-m3", problem: "the BSP is for cortex-m3"},
		{text: "-mcpu=cortex-m3", asked: SoftTarget, want: SoftTarget},
		{text: "-O2"},
		{text: "-O2", asked: "typo", want: "typo"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, File), []byte("CFLAGS = '"+test.text+"'\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		got, list := ChooseTarget(dir, test.asked)
		if got != test.want || list.HasErrors() != (test.problem != "") || !strings.Contains(list.Error(), test.problem) {
			t.Errorf("%q, %q: got %q, %v", test.text, test.asked, got, list)
		}
	}
	if got, list := ChooseTarget(t.TempDir(), ""); got != "" || list.HasErrors() {
		t.Errorf("without a BSP: %q, %v", got, list)
	}
}
