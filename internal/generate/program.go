package generate

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/emit"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/internal/directive"
	"github.com/rttgen/rttgen/internal/project"
	"github.com/rttgen/rttgen/internal/tinygo"
	"github.com/rttgen/rttgen/model"
)

// marks reads what the user's program marks for RT-Thread, as rttgen build would compile it.
func marks(c *config.Config, p *project.Project) (*directive.Program, *diag.List) {
	o := tinygo.Options{GC: c.GC, Tags: c.TagNames()}
	if p.Build != nil {
		o.Target = p.Build.BuildTarget()
	}
	return find(c, c.ProgramDir(), o)
}

func noMarks(*config.Config, *project.Project) (*directive.Program, *diag.List) {
	return nil, &diag.List{}
}

// find reads the program in a directory.
func find(c *config.Config, dir string, o tinygo.Options) (*directive.Program, *diag.List) {
	s := directive.Source{Dir: dir, Bindings: c.Module, Tags: tinygo.Tags(o)}
	switch m, err := config.FindModule(dir); {
	case err != nil:
		list := &diag.List{}
		list.Add(diag.Diagnostic{Message: fmt.Sprintf("cannot tell the module of the program: %v", err), Hint: "mend the go.mod"})
		return nil, list
	case m.Root != "":
		s.Root, s.Module = m.Root, m.Path
	default: // generate is about to make it
		s.Root, s.Module = c.Dir, c.NewMod
	}
	return directive.Find(s)
}

// CheckProgram reports what the program that is about to be built marks otherwise than the one that the package was generated for.
func CheckProgram(c *config.Config, o tinygo.Options) *diag.List {
	dir, known := programDir(o)
	if !known {
		return nil // of another module: its author's business
	}
	program, list := find(c, dir, o)
	if list.HasErrors() {
		return list
	}
	name := filepath.Join(c.Out.Text, filepath.FromSlash(emit.ProgramFile))
	text, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		list.Add(diag.Diagnostic{Pos: model.Pos{File: filepath.ToSlash(name)}, Message: "cannot read it: " + diag.Cause(err)})
		return list
	}
	hint := "run rttgen generate"
	if a, b := absolute(dir), absolute(c.ProgramDir()); a != b {
		hint = "the program is that in " + filepath.ToSlash(c.ProgramDir()) + " there: name this one under program: in " + config.DefaultFile + ", then run rttgen generate"
	}
	differences(program.Record(), emit.Record(text), filepath.ToSlash(name), hint, list)
	return list
}

// differences tells how the record in a file differs from that of the source.
func differences(source []directive.Entry, record []string, file, hint string, list *diag.List) {
	var now []string
	for _, e := range source {
		now = append(now, e.Text)
		if !slices.Contains(record, e.Text) {
			list.Add(diag.Diagnostic{Pos: e.Pos, Source: e.Source, Hint: hint, Message: file + " does not have this"})
		}
	}
	for _, text := range record {
		if !slices.Contains(now, text) {
			list.Add(diag.Diagnostic{Pos: model.Pos{File: file}, Hint: hint, Message: "the program does not have this: " + text})
		}
	}
	if !list.HasErrors() && !slices.Equal(now, record) {
		list.Add(diag.Diagnostic{Pos: model.Pos{File: file}, Hint: hint, Message: "the program has this in another order"})
	}
}

// programDir returns the directory of the package that is built, if it can be told without the go command.
func programDir(o tinygo.Options) (string, bool) {
	p := filepath.FromSlash(o.Package)
	switch {
	case p == "":
		return filepath.Join(o.Dir, "."), true
	case strings.HasSuffix(p, ".go"):
		return filepath.Join(o.Dir, filepath.Dir(p)), true
	case filepath.IsAbs(p):
		return p, true
	case p == "." || p == ".." || strings.HasPrefix(p, "."+string(filepath.Separator)) || strings.HasPrefix(p, ".."+string(filepath.Separator)):
		return filepath.Join(o.Dir, p), true
	}
	m, err := config.FindModule(filepath.Join(o.Dir, "."))
	if err != nil || m.Root == "" {
		return "", false
	}
	if o.Package == m.Path {
		return m.Root, true
	}
	rel, found := strings.CutPrefix(o.Package, m.Path+"/")
	return filepath.Join(m.Root, filepath.FromSlash(rel)), found
}

func absolute(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	return abs
}
