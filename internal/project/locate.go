package project

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/model"
)

// landmark is the file that makes a directory an RT-Thread tree: it holds the version.
const landmark = "include/rtdef.h"

const rtconfigName = "rtconfig.h"

// bsp finds the directory that holds rtconfig.h, as far as that is possible without the tree: where the user says, where
// BSP_ROOT says, or beside the configuration file. Those two do not count when the user asks for the reference interface.
func (f *finder) bsp() {
	switch f.given = f.c.RTConfig; {
	case f.given.Set():
	case config.IsReference(f.c.RTThread.Text):
		return
	case f.c.BSPRoot.Set():
		f.given = f.c.BSPRoot
	default:
		f.bspAround()
		return
	}
	name := f.given.Text
	info, err := os.Stat(name)
	switch {
	case err != nil:
		f.list.Add(f.given.Problem(howRTConfig, "cannot read %s: %v", filepath.ToSlash(name), diag.Cause(err)))
	case info.IsDir() && !isFile(os.DirFS(name), rtconfigName):
		f.list.Add(f.given.Problem("a BSP has one after scons --menuconfig; "+howRTConfig, "no rtconfig.h in %s", filepath.ToSlash(name)))
	case info.IsDir():
		f.setBSP(name)
	case filepath.Base(name) != rtconfigName:
		f.list.Add(f.given.Problem("copy it to a directory of its own under that name",
			"%s is not named rtconfig.h, the name that RT-Thread's headers include", filepath.ToSlash(name)))
	default:
		f.setBSP(filepath.Dir(name))
	}
}

// bspAround looks for the BSP in the directory of the project and above, as the go command looks for a module. What is a BSP
// but for its rtconfig.h is an error: to bind something else would surprise.
func (f *finder) bspAround() {
	dir := f.c.Dir
	for abs := f.absolute(dir); ; abs, dir = filepath.Dir(abs), filepath.Join(dir, "..") {
		here := os.DirFS(dir)
		switch {
		case isFile(here, rtconfigName):
			f.setBSP(dir)
			return
		case isFile(here, bsp.File) && isFile(here, "SConstruct"):
			f.list.Add(diag.Diagnostic{Pos: model.Pos{File: filepath.ToSlash(filepath.Join(dir, bsp.File))},
				Message: "this is a BSP without an rtconfig.h", Hint: "scons --menuconfig writes it; " + howRTConfig})
			return
		case isFile(here, landmark): // in a tree, outside of its BSPs
			return
		case filepath.Dir(abs) == abs:
			return
		}
	}
}

const (
	howRTConfig = "name rtconfig.h, or the directory of the BSP that holds it, with --rtconfig, rtconfig: in rttgen.yaml or BSP_ROOT"
	howRTThread = "name the directory that holds include/ and src/ with --rtthread, rtthread: in rttgen.yaml or RTT_ROOT; " +
		"--rtthread reference stands in for a tree"
)

func (f *finder) setBSP(dir string) {
	f.p.BSP = f.absolute(dir)
	f.p.RTConfig = filepath.ToSlash(filepath.Join(dir, rtconfigName))
}

func (f *finder) absolute(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil { // the working directory is gone
		f.list.Add(diag.Diagnostic{Message: err.Error(), Hint: "run rttgen in a directory that exists"})
		return dir
	}
	return abs
}

// tree finds the RT-Thread tree: where the user says, where RTT_ROOT says, where the BSP's own build would look, or, when
// there is no BSP either, the reference interface.
func (f *finder) tree() {
	switch v := f.c.RTThread; {
	case v.Set() && config.IsReference(v.Text):
		f.reference(v)
	case v.Set():
		f.directory(v)
	case f.c.RTTRoot.Set():
		f.directory(f.c.RTTRoot)
	case f.list.HasErrors(): // the BSP is wrong: it cannot tell
	case f.p.BSP != "":
		f.besideBSP()
	case f.insideTree() != "":
		f.setTree(f.insideTree())
	default:
		f.reference(config.Value{Text: config.Reference})
		f.stoodIn()
	}
}

// insideTree returns the RT-Thread tree that holds the project, if one does.
func (f *finder) insideTree() string {
	dir := f.c.Dir
	for abs := f.absolute(dir); ; abs, dir = filepath.Dir(abs), filepath.Join(dir, "..") {
		if isFile(os.DirFS(dir), landmark) {
			return dir
		}
		if filepath.Dir(abs) == abs {
			return ""
		}
	}
}

// stoodIn says that a project is bound to the reference interface without having asked for it.
func (f *finder) stoodIn() {
	if f.c.File == "" || f.list.HasErrors() {
		return
	}
	f.list.Add(diag.Diagnostic{Severity: diag.Warning, Pos: model.Pos{File: filepath.ToSlash(f.c.File)},
		Message: "no RT-Thread tree is named or found: " + f.p.Shown + " stands in",
		Hint:    "name the tree and the BSP under rtthread: and rtconfig:, or write rtthread: " + config.Reference})
}

// directory takes a tree on disk, or the one of an SDK that holds it under rt-thread.
func (f *finder) directory(v config.Value) {
	for _, dir := range []string{v.Text, filepath.Join(v.Text, "rt-thread")} {
		if isFile(os.DirFS(dir), landmark) {
			f.setTree(dir)
			return
		}
	}
	shown := filepath.ToSlash(v.Text)
	if _, err := os.Stat(v.Text); err != nil {
		f.list.Add(v.Problem(howRTThread, "cannot read %s: %v", shown, diag.Cause(err)))
		return
	}
	f.list.Add(v.Problem(howRTThread, "no RT-Thread in %s: it has no %s", shown, landmark))
}

// besideBSP looks where BSPs have RT-Thread: some directories above, as in RT-Thread's own bsp/, or in a directory rt-thread
// beside them or above, as in SDKs and in what scons --dist makes, or where STM32CubeMX unpacks RT-Thread Nano.
func (f *finder) besideBSP() {
	const levels = 7 // bsp/stm32/libraries/templates/stm32f0xx is five below
	const cubeMX = "Middlewares/Third_Party/RealThread_RTOS"
	dir := f.p.BSP
	for range levels {
		for _, tree := range []string{filepath.Join(dir, "rt-thread"), filepath.Join(dir, filepath.FromSlash(cubeMX)), dir} {
			if isFile(os.DirFS(tree), landmark) {
				f.setTree(tree)
				return
			}
		}
		dir = filepath.Dir(dir)
	}
	d := diag.Diagnostic{Message: "RTT_ROOT is not set, and there is no RT-Thread beside or above " + f.p.RTConfig, Hint: howRTThread}
	if f.given.Set() {
		d.Pos, d.Source = f.given.Pos, f.given.Source
	}
	f.list.Add(d)
}

func (f *finder) setTree(dir string) {
	f.p.Root = f.absolute(dir)
	f.p.FS = os.DirFS(f.p.Root)
	f.p.Shown = filepath.ToSlash(filepath.Clean(dir))
}

// reference takes an embedded tree: the newest, or the one of a version.
func (f *finder) reference(v config.Value) {
	versions := slices.Sorted(maps.Keys(f.refs))
	slices.Reverse(versions)
	version, named := strings.CutPrefix(v.Text, config.Reference+":")
	if !named && len(versions) > 0 {
		version = versions[0]
	}
	tree, ok := f.refs[version]
	if !ok {
		f.list.Add(v.Problem("choose "+config.Reference+":"+strings.Join(versions, " or "+config.Reference+":"),
			"there is no reference interface for RT-Thread %q", version))
		return
	}
	f.p.Root = "/<" + config.Reference + ":" + version + ">"
	f.p.FS, f.p.Embedded = tree, true
	f.p.Shown = config.Reference + ":" + version
}

// rtconfig completes what bsp began, now that the tree is known.
func (f *finder) rtconfig() {
	switch {
	case f.p.BSP != "":
	case f.p.Embedded:
		f.p.BSP = f.p.Root
		f.p.RTConfig = f.p.Shown + "/" + rtconfigName
	default:
		// What scons --dist makes has rtconfig.h beside the tree.
		for _, dir := range []string{f.p.Root, filepath.Dir(f.p.Root)} {
			if isFile(os.DirFS(dir), rtconfigName) {
				f.setBSP(dir)
				return
			}
		}
		f.list.Add(diag.Diagnostic{
			Message: "no rtconfig.h is named, and there is none in " + f.p.Shown + ", which holds RT-Thread for every board",
			Hint:    howRTConfig,
		})
	}
}

// versionLine finds the version in rtdef.h, under its names before and since 5.0.
var versionLine = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*define[ \t]+RT_(VERSION_MAJOR|VERSION_MINOR|VERSION_PATCH|VERSION|SUBVERSION|REVISION)[ \t]+(\d+)`)

// version reads the version from the tree. It is needed before anything is parsed, since it decides what is predefined.
func (f *finder) version() {
	text, err := fs.ReadFile(f.p.FS, landmark)
	if err != nil {
		f.list.Add(diag.Diagnostic{Pos: model.Pos{File: f.p.Shown + "/" + landmark}, Message: "cannot read it: " + diag.Cause(err)})
		return
	}
	part := map[string]*int{
		"VERSION_MAJOR": &f.p.Version.Major, "VERSION": &f.p.Version.Major,
		"VERSION_MINOR": &f.p.Version.Minor, "SUBVERSION": &f.p.Version.Minor,
		"VERSION_PATCH": &f.p.Version.Patch, "REVISION": &f.p.Version.Patch,
	}
	for _, m := range versionLine.FindAllSubmatch(text, -1) {
		if n, err := strconv.Atoi(string(m[2])); err == nil {
			*part[string(m[1])] = n
		}
	}
	if f.p.Version == (model.Version{}) {
		f.list.Add(diag.Diagnostic{
			Pos:     model.Pos{File: f.p.Shown + "/" + landmark},
			Message: "it does not say which version of RT-Thread this is: no #define RT_VERSION_MAJOR or RT_VERSION",
			Hint:    howRTThread,
		})
	}
}
