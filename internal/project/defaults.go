package project

import (
	"cmp"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/input"
	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/model"
)

// preincName is the header that RT-Thread Studio's projects give to the compiler before anything else. It holds the macros
// that SCons would put on the command line.
const preincName = "rtconfig_preinc.h"

// builtin is a macro that the SConscripts of a version add to the compiler's command line.
type builtin struct {
	name, value string
	needs       string // only if this is chosen in rtconfig.h
}

// builtins returns what the SConscripts of a version add when it is built with gcc and newlib.
func builtins(v model.Version) []builtin {
	switch {
	case v.Less(model.Version{Major: 4, Minor: 1}):
		// The build makes a cconfig.h by asking the compiler what newlib declares; package sysroot has one.
		return []builtin{{"RT_USING_NEWLIB", "1", "RT_USING_LIBC"}, {"HAVE_CCONFIG_H", "1", "RT_USING_LIBC"}}
	case v.Less(model.Version{Major: 5}):
		return []builtin{{"RT_USING_NEWLIB", "1", ""}, {"RT_USING_LIBC", "1", ""}, {"_POSIX_C_SOURCE", "1", ""}, {"__RTTHREAD__", "1", ""}}
	}
	return []builtin{{"RT_USING_NEWLIBC", "1", ""}, {"RT_USING_LIBC", "1", ""}, {"_POSIX_C_SOURCE", "1", ""}, {"__RTTHREAD__", "1", ""}}
}

// defines collects the macros of the compiler's command line. The build's own come first, the user's win.
func (f *finder) defines(m macros) {
	byName := map[string]model.Define{}
	set := func(name, value, origin string) {
		byName[name] = model.Define{Name: name, Value: value, Origin: origin}
	}
	preinc, has := f.preinc(m)
	switch {
	case has && !f.scripted():
		for _, d := range preinc {
			set(d.Name, d.Value, d.Origin)
		}
	case f.p.Build != nil && f.p.Build.Whole != nil:
		for _, name := range f.p.Build.Forced { // headers that the compiler includes before all others
			if text, err := input.Read(name); err == nil {
				scan(string(text), func(macro, value string) { set(macro, value, filepath.Base(name)) },
					func(macro string) { delete(byName, macro) }, func(string) {})
			}
		}
		for _, d := range f.p.Build.Defines {
			name, value, given := strings.Cut(d.Value, "=")
			if !given {
				value = "1" // as the compiler's -D
			}
			set(strings.TrimSpace(name), strings.TrimSpace(value), f.origin(d.Pos))
		}
	case !f.nano(m):
		origin := "default for RT-Thread " + majorMinor(f.p.Version)
		for _, b := range builtins(f.p.Version) {
			// What rtconfig.h defines itself is not defined again, which gcc would warn of.
			if _, already := m[b.name]; !already && (b.needs == "" || m.on(b.needs)) {
				set(b.name, b.value, origin)
			}
		}
	}
	for _, v := range f.c.Defines {
		if name, ok := strings.CutPrefix(v.Text, "!"); ok {
			if _, there := byName[name]; !there {
				f.list.Add(v.Problem(howToTakeAway(m, name), "!%s takes nothing away: the build does not define %s", name, name))
			}
			delete(byName, name)
			continue
		}
		name, value, given := strings.Cut(v.Text, "=")
		if !given {
			value = "1"
		}
		set(name, value, v.Pos.File)
	}
	for _, d := range byName {
		f.p.Defines = append(f.p.Defines, d)
	}
	slices.SortFunc(f.p.Defines, func(a, b model.Define) int { return cmp.Compare(a.Name, b.Name) })
}

func howToTakeAway(m macros, name string) string {
	if _, ok := m[name]; ok {
		return "rtconfig.h defines it: turn it off there"
	}
	return "remove it; rttgen generate lists the macros that the build defines"
}

func majorMinor(v model.Version) string {
	full := v.String()
	return full[:strings.LastIndexByte(full, '.')]
}

// nano reports whether the C library is left out of the build: in RT-Thread Nano, whose tree has none, and when nano is
// chosen in a full tree.
func (f *finder) nano(m macros) bool {
	return m.on("RT_USING_NANO") || !isDir(f.p.FS, "components/libc")
}

// includeDir is a directory that the SConscripts add to the search path.
type includeDir struct {
	dir   string
	needs string // only if this is chosen in rtconfig.h; "!X" if X is not
}

// includeDirs are the directories whose headers the default headers can reach, for trees whose SConscripts are not there to be
// read: those of Nano and of the reference interfaces. The order is the build's.
var includeDirs = []includeDir{
	{"include", ""},
	{"components/finsh", ""},
	{"components/drivers/include", ""},
	{"components/drivers/audio", "RT_USING_AUDIO"},
	{"components/drivers/hwcrypto", "RT_USING_HWCRYPTO"},
	{"components/drivers/ktime", "RT_USING_KTIME"},
	{"components/drivers/ktime/inc", "RT_USING_KTIME"},
	{"components/drivers/ofw", "RT_USING_OFW"},
	{"components/drivers/ofw/libfdt", "RT_USING_OFW"},
	{"components/drivers/sensors", "RT_USING_SENSOR"},
	{"components/drivers/spi", "RT_USING_SPI"},
	{"components/drivers/spi/sfud/inc", "RT_USING_SFUD"},
	{"components/drivers/touch", "RT_USING_TOUCH"},
	{"components/drivers/virtio", "RT_USING_VIRTIO"},
	{"components/drivers/wlan", "RT_USING_WIFI"},
	{"components/dfs/include", "RT_USING_DFS"}, // until 5.0
	{"components/dfs/dfs_v2/include", "RT_USING_DFS_V2"},
	{"components/dfs/dfs_v1/include", "RT_USING_DFS"},
	{"components/fal/inc", "RT_USING_FAL"},
	{"components/legacy", "RT_USING_LEGACY"},
	{"components/legacy/dfs", "RT_USING_LEGACY"},
	{"components/lwp", "RT_USING_SMART"},
	{"components/mm", "ARCH_MM_MMU"},
	{"components/utilities/libadt/avl", "RT_USING_ADT_AVL"},
	{"components/utilities/libadt/bitmap", "RT_USING_ADT_BITMAP"},
	{"components/utilities/libadt/hashmap", "RT_USING_ADT_HASHMAP"},
	{"components/utilities/libadt/ref", "RT_USING_ADT_REF"},
	{"components/utilities/ulog", "RT_USING_ULOG"},
	{"components/libc/compilers/common/include", "!RT_USING_NANO"},
	{"components/libc/compilers/newlib", "!RT_USING_NANO"},
	{"components/libc/posix/io/poll", "!RT_USING_NANO"},
	{"components/libc/posix/io/stdio", "RT_USING_POSIX_STDIO"},
	{"components/libc/posix/io/termios", "RT_USING_POSIX_TERMIOS"},
	{"components/libc/posix/io/mman", "RT_USING_POSIX_MMAN"},
	{"components/libc/posix/ipc", "!RT_USING_NANO"},
	{"components/libc/posix/pthreads", "RT_USING_PTHREADS"},
	{"components/libc/posix/signal", "RT_USING_SIGNALS"},
	{"libcpu/arm/common", ""},
}

// cpuDirs are the directories of libcpu/arm by the macro that chooses them.
func cpuDirs() []includeDir {
	var list []includeDir
	for _, cpu := range target.CPUs() {
		if cpu.Dir != "" {
			list = append(list, includeDir{"libcpu/arm/" + cpu.Dir, cpu.Macro})
		}
	}
	return append(list, includeDir{"libcpu/arm/cortex-a", "ARCH_ARM_CORTEX_A"},
		includeDir{"libcpu/arm/" + target.Assumed, ""}) // Nano's rtconfig.h does not say
}

// includes collects the search path: the BSP, the user's directories, then those of the tree.
func (f *finder) includes(m macros) {
	if f.p.BSP == f.p.Root {
		f.p.Includes = append(f.p.Includes, ".")
	} else {
		f.p.Includes = append(f.p.Includes, f.p.BSP)
	}
	for _, v := range f.c.Includes {
		if info, err := os.Stat(v.Text); err != nil || !info.IsDir() {
			f.list.Add(v.Problem("name a directory that holds headers", "no directory %s", filepath.ToSlash(v.Text)))
			continue
		}
		f.p.Includes = append(f.p.Includes, f.absolute(v.Text))
	}
	if f.p.Build != nil && f.p.Build.Whole != nil {
		f.buildIncludes()
		return
	}
	for _, d := range includeDirs {
		if d.chosen(m) && isDir(f.p.FS, d.dir) {
			f.p.Includes = append(f.p.Includes, d.dir)
		}
	}
	for _, d := range cpuDirs() {
		if d.chosen(m) && isDir(f.p.FS, d.dir) {
			f.p.Includes = append(f.p.Includes, d.dir)
			break
		}
	}
}

func (d includeDir) chosen(m macros) bool {
	if name, not := strings.CutPrefix(d.needs, "!"); not {
		return !m.on(name)
	}
	return d.needs == "" || m.on(d.needs)
}

// header is a header that is included without being asked for.
type header struct {
	name  string
	file  string // where the tree has it
	needs string // only if this is chosen in rtconfig.h
}

var defaultHeaders = []header{
	{"rtthread.h", "include/rtthread.h", ""},
	{"rthw.h", "include/rthw.h", ""},
	{"rtdevice.h", "components/drivers/include/rtdevice.h", "RT_USING_DEVICE"},
	{"finsh.h", "components/finsh/finsh.h", "RT_USING_FINSH"},
	{"msh.h", "components/finsh/msh.h", "RT_USING_FINSH"},
	{"shell.h", "components/finsh/shell.h", "RT_USING_FINSH"},
}

// headers collects what to include: what this configuration has of the default headers, then the user's.
func (f *finder) headers(m macros) {
	for _, h := range defaultHeaders {
		if (h.needs == "" || m.on(h.needs)) && isFile(f.p.FS, h.file) && slices.Contains(f.p.Includes, path.Dir(h.file)) {
			f.p.Headers = append(f.p.Headers, h.name)
		}
	}
	for _, v := range f.c.Headers {
		if !slices.Contains(f.p.Headers, v.Text) {
			f.p.Headers = append(f.p.Headers, v.Text)
		}
	}
}
