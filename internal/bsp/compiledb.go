package bsp

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/model"
)

// CompileCommands is the name of the compilation database that CMake, bear and scons write.
const CompileCommands = "compile_commands.json"

// dbEntry is one file of a compilation database.
type dbEntry struct {
	Directory string   `json:"directory"`
	File      string   `json:"file"`
	Command   string   `json:"command"`
	Arguments []string `json:"arguments"`
}

// readCompileCommands reads a compilation database: the flags that all C files of the kernel have in common, and most others.
func readCompileCommands(name, root string) (*Source, error) {
	text, err := input.Read(name)
	if err != nil {
		return nil, err
	}
	var entries []dbEntry
	if err := json.Unmarshal(text, &entries); err != nil {
		return nil, fmt.Errorf("%s is no compilation database: %w", filepath.ToSlash(name), err)
	}
	var lines []commandLine
	for _, e := range entries {
		if !strings.HasSuffix(e.File, ".c") {
			continue
		}
		dir := e.Directory
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(filepath.Dir(name), dir)
		}
		args := e.Arguments
		if len(args) == 0 {
			args = splitWords(e.Command)
		}
		file := e.File
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		lines = append(lines, commandLine{dir: dir, file: filepath.Clean(file), args: responseFiles(args, dir, 0)})
	}
	s := common(lines, root)
	if s == nil {
		return nil, fmt.Errorf("%s compiles no C file", filepath.ToSlash(name))
	}
	s.Name = filepath.ToSlash(name)
	for i := range s.words {
		s.words[i].Pos = model.Pos{File: s.Name}
	}
	s.Compiler.Pos = model.Pos{File: s.Name}
	return s, nil
}

// commandLine is a run of the compiler.
type commandLine struct {
	dir, file string
	args      []string // the compiler first
}

// maxResponse bounds response files that name each other.
const maxResponse = 8

// responseFiles puts the words of @file in its place.
func responseFiles(args []string, dir string, depth int) []string {
	var all []string
	for _, a := range args {
		name, ok := strings.CutPrefix(a, "@")
		if !ok || depth > maxResponse {
			all = append(all, a)
			continue
		}
		if !filepath.IsAbs(name) {
			name = filepath.Join(dir, name)
		}
		text, err := input.Read(name)
		if err != nil { // gcc takes it for a file to compile
			continue
		}
		all = append(all, responseFiles(splitWords(string(text)), dir, depth+1)...)
	}
	return all
}

// launchers start the compiler.
var launchers = []string{"ccache", "sccache", "distcc", "icecc"}

// common returns the flags that the files of the kernel have in common, without those that most other files lack: the kernel
// has a few of its own.
func common(lines []commandLine, root string) *Source {
	if len(lines) == 0 {
		return nil
	}
	kernel := filepath.Join(root, "src") + string(filepath.Separator)
	var inKernel, others []map[string]bool
	var first []string
	s := &Source{whole: true}
	for _, l := range lines {
		args := l.args
		for len(args) > 1 && isLauncher(args[0]) {
			args = args[1:]
		}
		if len(args) == 0 {
			continue
		}
		words := joinArguments(args[1:], l.dir)
		set := map[string]bool{}
		for _, w := range words {
			set[w] = true
		}
		if strings.HasPrefix(l.file, kernel) {
			inKernel = append(inKernel, set)
			if len(inKernel) > 1 {
				continue
			}
			first = nil // a file of the kernel says more
		} else {
			others = append(others, set)
		}
		if first == nil {
			first = words
			s.Compiler = Flag{Value: strings.TrimSuffix(filepath.Base(filepath.FromSlash(args[0])), ".exe")}
		}
	}
	all := inKernel
	if len(all) == 0 {
		all = others
	}
	for _, w := range first {
		n, m := count(all, w), count(others, w)
		if n == len(all) && 2*m >= len(others) {
			s.words = append(s.words, Flag{Value: w})
		}
	}
	return s
}

func isLauncher(name string) bool {
	base := filepath.Base(name)
	for _, l := range launchers {
		if base == l {
			return true
		}
	}
	return false
}

func count(sets []map[string]bool, w string) int {
	n := 0
	for _, s := range sets {
		if s[w] {
			n++
		}
	}
	return n
}

// withArgument are the flags that take the next word; those that name a directory or file are made absolute.
var withArgument = map[string]bool{"-D": false, "-U": false, "-I": true, "-isystem": true, "-iquote": true, "-idirafter": true,
	"-include": true, "-imacros": true, "-o": false, "-MF": false, "-MT": false, "-MQ": false, "-x": false}

// joinArguments makes one word of a flag and its argument, so that words can be compared, and leaves out what is a file's own.
func joinArguments(args []string, dir string) []string {
	var words []string
	for i := 0; i < len(args); i++ {
		a := args[i]
		isPath, takes := withArgument[a]
		name, value := a, ""
		switch {
		case takes && i+1 < len(args):
			i++
			value = args[i]
		case strings.HasPrefix(a, "-I"):
			name, value, isPath = "-I", a[2:], true
		case strings.HasPrefix(a, "-isystem"):
			name, value, isPath = "-isystem", a[len("-isystem"):], true
		case strings.HasPrefix(a, "-"):
			words = append(words, a)
			continue
		default: // the file
			continue
		}
		switch name {
		case "-o", "-MF", "-MT", "-MQ", "-x":
			continue
		}
		if isPath && !filepath.IsAbs(value) {
			value = filepath.Join(dir, value)
		}
		if name == "-include" || name == "-imacros" {
			words = append(words, name, value)
		} else {
			words = append(words, name+value)
		}
	}
	return words
}
