package golden

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/rttgen/rttgen/internal/config"
)

// stderrFile holds, in the directory of an erroneous case, exactly what the user reads.
const stderrFile = "stderr.txt"

// TestErrors runs rttgen generate in each directory of errors, which must fail, say what stderr.txt says and write nothing.
func TestErrors(t *testing.T) {
	files, err := filepath.Glob("errors/*/" + config.DefaultFile)
	if err != nil || len(files) < 10 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	program := buildProgram(t)
	for _, file := range files {
		dir := filepath.Dir(file)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			got := fails(t, program, dir)
			name := filepath.Join(dir, stderrFile)
			if *update {
				write(t, name, got)
				return
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Error(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("the message differs from golden/%s; if it is better, make golden\n%s", filepath.ToSlash(name),
					diff.Diff("stored", want, "said", got))
			}
		})
	}
}

// fails runs the program in a copy of a directory and returns what it says.
func fails(t *testing.T, program, dir string) []byte {
	t.Helper()
	work := filepath.Join(t.TempDir(), "project")
	if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(work, stderrFile)); err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	before := listing(t, work)
	cmd := exec.Command(program, "generate")
	cmd.Dir = work
	cmd.Env = append(os.Environ(), "RTT_ROOT=", "BSP_ROOT=", "NO_COLOR=1")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != 2 {
		t.Errorf("ends with %v, not with code 2", err)
	}
	if stdout.Len() > 0 {
		t.Errorf("says on stdout: %s", stdout.Bytes())
	}
	if after := listing(t, work); after != before {
		t.Errorf("changes the directory from\n%sto\n%s", before, firstLines(after, 20))
	}
	if bytes.Contains(stderr.Bytes(), []byte(work)) {
		t.Errorf("names the working directory, which the user knows:\n%s", stderr.Bytes())
	}
	return stderr.Bytes()
}

// listing describes everything in a directory.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.Walk(dir, func(name string, info os.FileInfo, err error) error {
		if err == nil {
			b.WriteString(name + " " + info.ModTime().String() + "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var program struct {
	once sync.Once
	file string
	err  error
}

// buildProgram builds rttgen for the tests that run it as users do.
func buildProgram(t *testing.T) string {
	t.Helper()
	program.once.Do(func() {
		dir, err := os.MkdirTemp("", "rttgen")
		if err != nil {
			program.err = err
			return
		}
		program.file = filepath.Join(dir, "rttgen.exe") // a name that every system takes for a program
		out, err := exec.Command("go", "build", "-o", program.file, "../cmd/rttgen").CombinedOutput()
		if err != nil {
			program.err = errors.New(string(out))
		}
	})
	if program.err != nil {
		t.Fatalf("cannot build rttgen: %v", program.err)
	}
	return program.file
}

// TestMain removes what buildProgram made.
func TestMain(m *testing.M) {
	code := m.Run()
	if program.file != "" {
		os.RemoveAll(filepath.Dir(program.file))
	}
	os.Exit(code)
}
