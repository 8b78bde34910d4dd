package doctor

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/internal/diag"
)

// goMinor is the first Go 1.x that generated code compiles with.
const goMinor = 22

// tools looks at the programs that a build runs.
func (d *doctor) tools(ctx context.Context) {
	d.golang(ctx)
	d.tinyGo(ctx)
	// RT-Thread's build looks for the compiler in RTT_EXEC_PATH, then in PATH.
	gcc := "arm-none-eabi-gcc"
	if dir := d.o.Getenv("RTT_EXEC_PATH"); dir != "" {
		if _, err := exec.LookPath(filepath.Join(dir, gcc)); err == nil {
			gcc = filepath.Join(dir, gcc)
		}
	}
	d.tool(ctx, "C compiler", gcc, "install the Arm GNU toolchain (Debian: gcc-arm-none-eabi libnewlib-arm-none-eabi) and put it in "+
		"PATH, or set RTT_EXEC_PATH to its directory", "--version")
	d.tool(ctx, "SCons", "scons", "install SCons (pip install scons, Debian: scons)", "--version")
}

var goVersion = regexp.MustCompile(`go1\.(\d+)\S*`)

func (d *doctor) golang(ctx context.Context) {
	const fix = "install Go (https://go.dev/dl) and put it in PATH"
	said, err := say(ctx, "go", "version")
	m := goVersion.FindStringSubmatch(said)
	switch {
	case err != nil:
		d.add("Go", Missing, err.Error(), fix)
		return
	case m == nil:
		d.add("Go", Missing, "go version says "+strconv.Quote(firstLine(said)), fix)
		return
	}
	version := strings.TrimPrefix(m[0], "go")
	if minor, _ := strconv.Atoi(m[1]); minor < goMinor {
		d.add("Go", Missing, version+" is too old", "install Go 1."+strconv.Itoa(goMinor)+" or newer (https://go.dev/dl)")
		return
	}
	d.add("Go", OK, version, "")
}

// dotted finds a version number.
var dotted = regexp.MustCompile(`\d+(\.\d+)+`)

// tool looks at a program whose version does not matter.
func (d *doctor) tool(ctx context.Context, name, command, fix string, args ...string) {
	said, err := say(ctx, command, args...)
	if err != nil {
		d.add(name, Missing, err.Error(), fix)
		return
	}
	found := command
	if v := dotted.FindString(said); v != "" {
		found += " " + v
	}
	d.add(name, OK, found, "")
}

// say runs a command and returns what it prints.
func say(ctx context.Context, command string, args ...string) (string, error) {
	path, err := exec.LookPath(command)
	if err != nil {
		return "", errors.New(command + ": there is no such command")
	}
	out, err := exec.CommandContext(ctx, path, args...).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) && len(exit.Stderr) > 0 {
			return "", errors.New(command + ": " + firstLine(string(exit.Stderr)))
		}
		return "", errors.New(command + ": " + err.Error())
	}
	return string(out), nil
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

// asList reports whether err is an error, and makes a list of it.
func asList(err error, list **diag.List) bool {
	if err == nil {
		return false
	}
	if !errors.As(err, list) {
		*list = &diag.List{}
		(*list).Add(diag.Diagnostic{Message: err.Error()})
	}
	return true
}
