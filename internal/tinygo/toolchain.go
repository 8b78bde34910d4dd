package tinygo

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	port "github.com/rttgen/rttgen/runtime"
)

// Toolchain is a TinyGo installation that the port supports.
type Toolchain struct {
	Path    string       // the command
	Version string       // as it says, "0.42.0"
	Root    string       // TINYGOROOT: its source tree
	Variant port.Variant // what fits it
}

// Supported returns the supported versions, as users say them: "0.40, 0.42".
func Supported() string {
	var names []string
	for _, v := range port.Variants() {
		names = append(names, v.Version)
	}
	return strings.Join(names, ", ")
}

// Find looks for the tinygo command: path if it is not empty, else in PATH.
func Find(ctx context.Context, path string) (*Toolchain, error) {
	if path == "" {
		path = "tinygo"
	}
	found, err := exec.LookPath(path)
	if err != nil && !errors.Is(err, exec.ErrDot) {
		return nil, problem("install TinyGo "+Supported()+" (https://tinygo.org/getting-started/install) and put it in PATH",
			"%s: there is no such command", path)
	}
	t := &Toolchain{Path: found}
	said, err := capture(ctx, found, nil, "version")
	if err != nil {
		return nil, problem("run it by hand: its installation may be broken", "%s version: %v", path, err)
	}
	if t.Version, t.Variant, err = variant(said); err != nil {
		return nil, err
	}
	root, err := capture(ctx, found, nil, "env", "TINYGOROOT")
	if err != nil {
		return nil, problem("run it by hand: its installation may be broken", "%s env TINYGOROOT: %v", path, err)
	}
	t.Root = strings.TrimSpace(root)
	if _, err := os.Stat(filepath.Join(t.Root, "src", "runtime")); err != nil {
		return nil, problem("set TINYGOROOT to the directory with TinyGo's src, or unset it",
			"TinyGo's source tree is not in %s", t.Root)
	}
	return t, nil
}

// Verify reports whether the installation can be used, without making anything: the source tree is the one that the port knows,
// and the Go in PATH is one that this TinyGo works with.
func (t *Toolchain) Verify(ctx context.Context) error {
	if _, err := t.changed(); err != nil {
		return err
	}
	if _, err := capture(ctx, t.Path, nil, "info", "cortex-m-qemu"); err != nil && goWrong.MatchString(err.Error()) {
		line, _, _ := strings.Cut(err.Error(), "\n")
		return problem(useOtherGo, "TinyGo %s: %s", t.Version, line)
	}
	return nil
}

var versionLine = regexp.MustCompile(`^tinygo version ((\d+\.\d+)\.?\S*) `)

// variant picks the port for the TinyGo that says this about itself.
func variant(said string) (string, port.Variant, error) {
	m := versionLine.FindStringSubmatch(said)
	if m == nil {
		return "", port.Variant{}, problem("supported: "+Supported(), "cannot tell the version of TinyGo from %q", said)
	}
	for _, v := range port.Variants() {
		if v.Version == m[2] {
			return m[1], v, nil
		}
	}
	return "", port.Variant{}, problem("install one of the supported versions: "+Supported()+", or point --tinygo to it",
		"TinyGo %s is not supported", m[1])
}

// capture runs a command and returns what it prints.
func capture(ctx context.Context, path string, env []string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Env = append(os.Environ(), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		if text := strings.TrimSpace(errs.String()); text != "" {
			return "", errors.New(text)
		}
		return "", err
	}
	return out.String(), nil
}
