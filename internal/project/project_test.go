package project

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/model"
)

const (
	rtdef52  = "#define RT_VERSION_MAJOR                5               /**< Major */\n#define RT_VERSION_MINOR 2\n#define RT_VERSION_PATCH 0\n"
	rtdef41  = "#define RT_VERSION                      4               /**< major */\n#define RT_SUBVERSION 1\n#define RT_REVISION 1\n"
	rtdef315 = "#define RT_VERSION                      3L              /**< major */\r\n#define RT_SUBVERSION 1L\r\n#define RT_REVISION 5L\r\n"
)

func TestFindVersion(t *testing.T) {
	for _, test := range []struct {
		rtdef string
		want  model.Version
	}{
		{rtdef52, model.Version{Major: 5, Minor: 2}},
		{rtdef41, model.Version{Major: 4, Minor: 1, Patch: 1}},
		{rtdef315, model.Version{Major: 3, Minor: 1, Patch: 5}},
	} {
		p := find(t, map[string]string{"rt-thread/include/rtdef.h": test.rtdef, "rtconfig.h": ""}, config.Config{}, "")
		if p.Version != test.want {
			t.Errorf("got %v, want %v", p.Version, test.want)
		}
	}
}

// TestFindPlaces tells where the tree and rtconfig.h are looked for.
func TestFindPlaces(t *testing.T) {
	text := func(s string) config.Value { return config.Value{Text: s} }
	for _, test := range []struct {
		name      string
		files     []string // tree/ stands for an RT-Thread tree
		c         config.Config
		root, bsp string
		err       string
	}{
		{name: "nothing: the newest reference", root: "/<reference:5.2>", bsp: "/<reference:5.2>"},
		{name: "a reference by version", c: config.Config{RTThread: text("reference:4.1")}, root: "/<reference:4.1>", bsp: "/<reference:4.1>"},
		{name: "an unknown reference", c: config.Config{RTThread: text("reference:9")}, err: `no reference interface for RT-Thread "9"`},
		{name: "reference with an rtconfig.h", files: []string{"b/rtconfig.h"}, c: config.Config{RTThread: text("reference"), RTConfig: text("b")}, root: "/<reference:5.2>", bsp: "b"},
		{name: "reference ignores what it was not told", files: []string{"rtconfig.h", "b/rtconfig.h"},
			c: config.Config{RTThread: text("reference"), BSPRoot: text("b")}, root: "/<reference:5.2>", bsp: "/<reference:5.2>"},
		{name: "both given", files: []string{"t/include/rtdef.h", "b/rtconfig.h"}, c: config.Config{RTThread: text("t"), RTConfig: text("b/rtconfig.h")}, root: "t", bsp: "b"},
		{name: "both from the environment", files: []string{"t/include/rtdef.h", "b/rtconfig.h"}, c: config.Config{RTTRoot: text("t"), BSPRoot: text("b")}, root: "t", bsp: "b"},
		{name: "settings over the environment", files: []string{"t/include/rtdef.h", "b/rtconfig.h"},
			c: config.Config{RTThread: text("t"), RTTRoot: text("nowhere"), RTConfig: text("b"), BSPRoot: text("nowhere")}, root: "t", bsp: "b"},
		{name: "an SDK", files: []string{"sdk/rt-thread/include/rtdef.h", "b/rtconfig.h"}, c: config.Config{RTThread: text("sdk"), RTConfig: text("b")}, root: "sdk/rt-thread", bsp: "b"},
		{name: "BSP in the tree", files: []string{"t/include/rtdef.h", "t/bsp/x/y/rtconfig.h"}, c: config.Config{RTConfig: text("t/bsp/x/y")}, root: "t", bsp: "t/bsp/x/y"},
		{name: "BSP beside the tree", files: []string{"rt-thread/include/rtdef.h", "projects/x/rtconfig.h"}, c: config.Config{BSPRoot: text("projects/x")}, root: "rt-thread", bsp: "projects/x"},
		{name: "BSP with its own tree", files: []string{"x/rt-thread/include/rtdef.h", "x/rtconfig.h"}, c: config.Config{RTConfig: text("x")}, root: "x/rt-thread", bsp: "x"},
		{name: "as STM32CubeMX unpacks it", files: []string{"x/Middlewares/Third_Party/RealThread_RTOS/include/rtdef.h", "x/RT-Thread/rtconfig.h"}, c: config.Config{BSPRoot: text("x/RT-Thread")}, root: "x/Middlewares/Third_Party/RealThread_RTOS", bsp: "x/RT-Thread"},
		{name: "rtconfig.h beside rttgen.yaml", files: []string{"x/rt-thread/include/rtdef.h", "x/rtconfig.h"}, c: config.Config{Dir: "x"}, root: "x/rt-thread", bsp: "x"},
		{name: "rtconfig.h beside the tree", files: []string{"x/rt-thread/include/rtdef.h", "x/rtconfig.h"}, c: config.Config{RTThread: text("x")}, root: "x/rt-thread", bsp: "x"},
		{name: "rtconfig.h in the tree", files: []string{"t/include/rtdef.h", "t/rtconfig.h"}, c: config.Config{RTThread: text("t")}, root: "t", bsp: "t"},
		{name: "no RTT_ROOT", files: []string{"b/rtconfig.h"}, c: config.Config{RTConfig: text("b")}, err: "RTT_ROOT is not set, and there is no RT-Thread beside or above b/rtconfig.h"},
		{name: "no rtconfig.h", files: []string{"t/include/rtdef.h"}, c: config.Config{RTThread: text("t")}, err: "no rtconfig.h is named, and there is none in t"},
		{name: "RTT_ROOT is not there", files: []string{"b/rtconfig.h"}, c: config.Config{RTTRoot: text("t"), RTConfig: text("b")}, err: "cannot read t: no such file"},
		{name: "RTT_ROOT is something else", files: []string{"t/x", "b/rtconfig.h"}, c: config.Config{RTTRoot: text("t"), RTConfig: text("b")}, err: "no RT-Thread in t: it has no include/rtdef.h"},
		{name: "BSP is not there", c: config.Config{RTConfig: text("b")}, err: "cannot read b: no such file"},
		{name: "BSP without rtconfig.h", files: []string{"b/x"}, c: config.Config{BSPRoot: text("b")}, err: "no rtconfig.h in b"},
		{name: "rtconfig.h by another name", files: []string{"my.h"}, c: config.Config{RTConfig: text("my.h")}, err: "my.h is not named rtconfig.h"},
		{name: "both wrong", c: config.Config{RTConfig: text("b"), RTThread: text("t")}, err: "cannot read b: no such file or directory\ncannot read t: no such file or directory"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]string{}
			for _, name := range test.files {
				files[name] = ""
				if strings.HasSuffix(name, landmark) {
					files[name] = rtdef52
				}
			}
			dir := chdir(t, files)
			c := test.c
			if c.Dir == "" {
				c.Dir = "."
			}
			p, list := Find(&c, references())
			if test.err != "" {
				if err := list.Err(); err == nil || !strings.Contains(err.Error(), test.err) {
					t.Errorf("got %v", err)
				}
				for _, d := range list.Sorted() {
					if d.Hint == "" {
						t.Errorf("no way out in %q", d)
					}
				}
				return
			}
			if err := list.Err(); err != nil {
				t.Fatal(err)
			}
			below := func(name string) string {
				if rest, ok := strings.CutPrefix(name, dir+string(filepath.Separator)); ok {
					return filepath.ToSlash(rest)
				}
				return name
			}
			if below(p.Root) != test.root || below(p.BSP) != test.bsp {
				t.Errorf("got tree %s, BSP %s", p.Root, p.BSP)
			}
		})
	}
}

func TestFindDefines(t *testing.T) {
	const preinc = "#ifndef RTCONFIG_PREINC_H__\n#define RTCONFIG_PREINC_H__\n/* #define NO */\n#define RT_USING_NEWLIB\n#define A \\\n 1\n#define F(x) x\n#endif\n"
	libc := map[string]string{"rt-thread/components/libc/SConscript": ""}
	for _, test := range []struct {
		name   string
		rtdef  string
		config string // rtconfig.h
		files  map[string]string
		user   []string
		want   string
	}{
		{"5.2", rtdef52, "", libc, nil, "RT_USING_LIBC=1 RT_USING_NEWLIBC=1 _POSIX_C_SOURCE=1 __RTTHREAD__=1"},
		{"4.1", rtdef41, "", libc, nil, "RT_USING_LIBC=1 RT_USING_NEWLIB=1 _POSIX_C_SOURCE=1 __RTTHREAD__=1"},
		{"3.1", rtdef315, "#define RT_USING_LIBC", libc, nil, "HAVE_CCONFIG_H=1 RT_USING_NEWLIB=1"},
		{"3.1 without libc", rtdef315, "", libc, nil, ""},
		{"nano", rtdef41, "", nil, nil, ""},
		{"nano chosen", rtdef52, "#define RT_USING_NANO", libc, nil, ""},
		{"already there", rtdef52, "#define RT_USING_LIBC\n", libc, nil, "RT_USING_NEWLIBC=1 _POSIX_C_SOURCE=1 __RTTHREAD__=1"},
		{"commented out", rtdef52, "/* #define RT_USING_LIBC */\n// #define __RTTHREAD__\n", libc, nil, "RT_USING_LIBC=1 RT_USING_NEWLIBC=1 _POSIX_C_SOURCE=1 __RTTHREAD__=1"},
		{"rtconfig_preinc.h", rtdef41, "", map[string]string{"rtconfig_preinc.h": preinc}, nil, "A=1 RT_USING_NEWLIB="},
		{"the user wins", rtdef52, "", libc, []string{"X", "Y=2", "!RT_USING_NEWLIBC", "_POSIX_C_SOURCE=200809L"}, "RT_USING_LIBC=1 X=1 Y=2 _POSIX_C_SOURCE=200809L __RTTHREAD__=1"},
		{"!X takes rtconfig_preinc.h away too", rtdef41, "", map[string]string{"rtconfig_preinc.h": preinc}, []string{"!A"}, "RT_USING_NEWLIB="},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]string{"rt-thread/include/rtdef.h": test.rtdef, "rtconfig.h": test.config}
			for name, text := range test.files {
				files[name] = text
			}
			var c config.Config
			for _, d := range test.user {
				c.Defines = append(c.Defines, config.Value{Text: d, Pos: model.Pos{File: "-D"}})
			}
			p := find(t, files, c, "")
			var got []string
			for _, d := range p.Defines {
				got = append(got, d.Name+"="+d.Value)
				if d.Origin == "" {
					t.Errorf("%s has no origin", d.Name)
				}
			}
			if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFindHeadersAndIncludes(t *testing.T) {
	files := map[string]string{"board/x.h": "", "config/more.h": "#define RT_USING_DFS\n#undef RT_USING_SPI\n"}
	for _, name := range []string{
		"include/rtthread.h", "include/rthw.h", "components/finsh/finsh.h", "components/finsh/msh.h", "components/finsh/shell.h",
		"components/drivers/include/rtdevice.h", "components/drivers/spi/x.h", "components/drivers/wlan/x.h",
		"components/dfs/dfs_v1/include/dfs.h", "components/dfs/dfs_v2/include/dfs.h",
		"components/libc/compilers/common/include/sys/time.h", "libcpu/arm/cortex-m3/x.h", "libcpu/arm/cortex-m4/x.h", "src/x.c",
	} {
		files["rt-thread/"+name] = ""
	}
	files["rt-thread/include/rtdef.h"] = rtdef52
	for _, test := range []struct {
		name, config      string
		includes, headers []string
		user              config.Config
	}{
		{
			name:     "nothing chosen",
			includes: []string{"include", "components/finsh", "components/drivers/include", "components/libc/compilers/common/include", "libcpu/arm/cortex-m4"},
			headers:  []string{"rtthread.h", "rthw.h"},
		},
		{
			name:     "nano",
			config:   "#define RT_USING_NANO\n#define ARCH_ARM_CORTEX_M3\n",
			includes: []string{"include", "components/finsh", "components/drivers/include", "libcpu/arm/cortex-m3"},
			headers:  []string{"rtthread.h", "rthw.h"},
		},
		{
			name:   "chosen, in an included file too",
			config: "#define RT_USING_DEVICE\n#define RT_USING_FINSH\n#define RT_USING_WIFI 1\n#define RT_USING_SPI\n#define RT_USING_AUDIO\n#include \"more.h\"\n",
			includes: []string{"BSP/board", "BSP/config", "include", "components/finsh", "components/drivers/include", "components/drivers/wlan",
				"components/dfs/dfs_v1/include", "components/libc/compilers/common/include", "libcpu/arm/cortex-m4"},
			headers: []string{"rtthread.h", "rthw.h", "rtdevice.h", "finsh.h", "msh.h", "shell.h", "x.h"},
			user: config.Config{
				Includes: []config.Value{{Text: "board"}, {Text: "config"}},
				Headers:  []config.Value{{Text: "x.h"}, {Text: "rthw.h"}},
			},
		},
		{
			name:     "chosen as 0",
			config:   "#define RT_USING_DEVICE 0\n",
			includes: []string{"include", "components/finsh", "components/drivers/include", "components/libc/compilers/common/include", "libcpu/arm/cortex-m4"},
			headers:  []string{"rtthread.h", "rthw.h"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			files["rtconfig.h"] = test.config
			p := find(t, files, test.user, "")
			var includes []string
			for _, dir := range p.Includes[1:] {
				includes = append(includes, strings.Replace(dir, p.BSP, "BSP", 1))
			}
			if p.Includes[0] != p.BSP {
				t.Errorf("the BSP is not searched first: %q", p.Includes)
			}
			if diff := cmp.Diff(test.includes, includes); diff != "" {
				t.Errorf("includes: -want +got\n%s", diff)
			}
			if diff := cmp.Diff(test.headers, p.Headers); diff != "" {
				t.Errorf("headers: -want +got\n%s", diff)
			}
			if diff := cmp.Diff([]string{"src", "components/finsh", "components/drivers"}, p.DocDirs); diff != "" {
				t.Errorf("directories of comments: -want +got\n%s", diff)
			}
		})
	}
}

func TestFindProblems(t *testing.T) {
	find(t, map[string]string{"rt-thread/include/rtdef.h": "/* empty */", "rtconfig.h": ""}, config.Config{},
		"rt-thread/include/rtdef.h: it does not say which version of RT-Thread this is")
	find(t, map[string]string{"rt-thread/include/rtdef.h": rtdef52, "rtconfig.h": ""},
		config.Config{Includes: []config.Value{{Text: "none", Pos: model.Pos{File: "-I"}}, {Text: "rtconfig.h"}}},
		"-I: no directory none\nno directory rtconfig.h")
}

// find runs Find among some files, expecting an error or none.
func find(t *testing.T, files map[string]string, c config.Config, wantErr string) *Project {
	t.Helper()
	chdir(t, files)
	c.Dir = "."
	p, list := Find(&c, references())
	err := list.Err()
	switch {
	case wantErr == "" && err != nil:
		t.Fatal(err)
	case wantErr != "" && (err == nil || !strings.Contains(err.Error(), wantErr)):
		t.Errorf("got %v, want %s", err, wantErr)
	}
	return p
}

func references() References {
	tree := func(rtdef string) fs.FS {
		return fstest.MapFS{"include/rtdef.h": {Data: []byte(rtdef)}, "rtconfig.h": {}}
	}
	return References{"5.2": tree(rtdef52), "4.1": tree(rtdef41)}
}

// chdir makes a directory with files and works in it until the test ends.
func chdir(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for p, text := range files {
		name := filepath.Join(dir, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return dir
}
