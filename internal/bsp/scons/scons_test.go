package scons

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A small tree and BSP in the shape that RT-Thread's have.
var tree = map[string]string{
	"rt/src/SConscript": `
from building import *
import os
src = Glob('*.c')
inc = [os.path.join(GetCurrentDir(), '..', 'include')]
group = DefineGroup('Kernel', src, depend=[''], CPPPATH=inc, CPPDEFINES=['__RTTHREAD__'],
                    LOCAL_CPPDEFINES=['__RT_KERNEL_SOURCE__'], LOCAL_CFLAGS=' -Wall')
Return('group')
`,
	"rt/libcpu/SConscript": `
import os
from building import *
Import('rtconfig')
group = []
if rtconfig.ARCH in os.listdir(GetCurrentDir()):
    group = group + SConscript(os.path.join(rtconfig.ARCH, 'SConscript'))
Return('group')
`,
	"rt/libcpu/arm/SConscript": "from building import *\ngroup = DefineGroup('libcpu', [], depend = [''], CPPPATH = [GetCurrentDir()])\nReturn('group')\n",
	"rt/components/SConscript": `
import os
Import('remove_components')
from building import *
objs = []
cwd  = GetCurrentDir()
for item in os.listdir(cwd):
    if item in remove_components:
        continue
    if os.path.isfile(os.path.join(cwd, item, 'SConscript')):
        objs = objs + SConscript(os.path.join(item, 'SConscript'))
Return('objs')
`,
	"rt/components/libc/SConscript": `
from building import *
from gcc import *
Import('rtconfig')
group = []
if GetNewLibVersion(rtconfig) and not GetDepend('RT_USING_EXTERNAL_LIBC'):
    AddDepend(['RT_USING_LIBC'])
    group = DefineGroup('libc', [], depend = [''], CPPPATH = [GetCurrentDir()], CPPDEFINES = ['RT_USING_LIBC', '_POSIX_C_SOURCE=1'])
Return('group')
`,
	"rt/components/net/SConscript": `
from building import *
group = DefineGroup('net', [], depend = ['RT_USING_NET'], CPPPATH = [GetCurrentDir()], CPPDEFINES = [('NET', 2)])
Return('group')
`,
	"rt/components/zlast/SConscript": `
from building import *
group = DefineGroup('last', [], depend = ['RT_USING_LIBC'], CPPDEFINES = ['LIBC_WAS_SEEN', 'N=' + str(GetDepend('RT_NAME_MAX'))])
Return('group')
`,
	"rt/include/rtdef.h": "",
	"rt/bsp/b/rtconfig.py": `import os
ARCH='arm'
CPU='cortex-m4'
CROSS_TOOL='keil'
if os.getenv('RTT_CC'):
    CROSS_TOOL = os.getenv('RTT_CC')
if  CROSS_TOOL == 'gcc':
    PLATFORM    = 'gcc'
    EXEC_PATH   = r'C:\tools'
elif CROSS_TOOL == 'keil':
    PLATFORM    = 'armcc'
BUILD = 'debug'
if PLATFORM == 'gcc':
    PREFIX = 'arm-none-eabi-'
    CC = PREFIX + 'gcc'
    DEVICE = ' -mcpu=cortex-m4 -mthumb -mfpu=fpv4-sp-d16 -mfloat-abi=hard'
    CFLAGS = DEVICE + ' -Dgcc'
    LFLAGS = DEVICE + ' --specs=nano.specs'
    if BUILD == 'debug':
        CFLAGS += ' -O0 -g'
elif PLATFORM == 'armcc':
    DEVICE = ' --cpu Cortex-M4.fp'
    CFLAGS = DEVICE
`,
	"rt/bsp/b/SConstruct": `
import os
import rtconfig
from building import *
env = Environment(tools = ['mingw'], CC = rtconfig.CC, CFLAGS = rtconfig.CFLAGS, LINKFLAGS = rtconfig.LFLAGS)
SDK_LIB = os.path.dirname(os.path.abspath('./')) + '/libraries'
RTT_ROOT = os.getenv('RTT_ROOT')
Export('RTT_ROOT')
Export('SDK_LIB')
objs = PrepareBuilding(env, RTT_ROOT, has_libcpu=False)
objs.extend(SConscript(os.path.join(SDK_LIB, 'SConscript'), variant_dir='build/libraries', duplicate=0))
env.Append(CPPDEFINES = ['FROM_ENV'])
DoBuilding('rtthread.elf', objs)
`,
	"rt/bsp/b/SConscript": `
import os
Import('RTT_ROOT')
from building import *
cwd = GetCurrentDir()
objs = []
for d in os.listdir(cwd):
    if os.path.isfile(os.path.join(cwd, d, 'SConscript')):
        objs = objs + SConscript(os.path.join(d, 'SConscript'))
Return('objs')
`,
	"rt/bsp/b/board/SConscript":     "from building import *\nImport('SDK_LIB')\ngroup = DefineGroup('Drivers', [], depend = [''], CPPPATH = [GetCurrentDir() + '/inc', SDK_LIB], CPPDEFINES = ['CHIP', 'RTOS = 2'])\nReturn('group')\n",
	"rt/bsp/libraries/SConscript":   "from building import *\ngroup = DefineGroup('Libraries', [], depend = ['CHIP_HAL'], CPPPATH = [GetCurrentDir() + '/HAL'])\nReturn('group')\n",
	"rt/bsp/libraries/HAL/hal.h":    "",
	"rt/bsp/b/applications/main.c":  "",
	"rt/tools/building.py":          "",
	"rt/bsp/only-armcc/rtconfig.py": "ARCH = 'arm'\nCROSS_TOOL = 'keil'\nif CROSS_TOOL == 'keil':\n    PLATFORM = 'armcc'\nCC = 'armcc'\nCFLAGS = '--cpu=Cortex-M0'\n",
	"rt/bsp/leaves/rtconfig.py":     "import os\nCROSS_TOOL = os.getenv('RTT_CC')\nif CROSS_TOOL == 'keil':\n    PLATFORM = 'armcc'\nelif CROSS_TOOL == 'gcc':\n    print 'no gcc here'\n    exit(0)\n",
}

func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.ToSlash(dir)
}

func texts(flags []Flag, dir string) string {
	var all []string
	for _, f := range flags {
		all = append(all, strings.TrimPrefix(f.Text, dir+"/"))
	}
	return strings.Join(all, " ")
}

func TestRead(t *testing.T) {
	dir := write(t, tree)
	macros := map[string]string{"RT_NAME_MAX": "8", "CHIP_HAL": "", "RT_USING_NET": "0"}
	b := Read(Options{BSP: dir + "/rt/bsp/b", Root: dir + "/rt", Macros: macros})
	if !b.HasRTConfig || !b.HasScripts || b.Aborted || len(b.Notes) > 0 {
		t.Errorf("got %+v", b)
	}
	for _, test := range []struct{ what, got, want string }{
		{"variables", texts([]Flag{b.Platform, b.Arch, b.CPU, b.CC}, dir), "gcc arm cortex-m4 arm-none-eabi-gcc"},
		{"flags", texts(b.Flags, dir), "-mcpu=cortex-m4 -mthumb -mfpu=fpv4-sp-d16 -mfloat-abi=hard -Dgcc -O0 -g"},
		{"macros", texts(b.Defines, dir), "_REENT_SMALL CHIP RTOS = 2 __RTTHREAD__ RT_USING_LIBC _POSIX_C_SOURCE=1 LIBC_WAS_SEEN N=8 FROM_ENV"},
		{"directories", texts(b.Includes, dir), "rt/bsp/b rt/bsp/b/board/inc rt/bsp/libraries rt/include rt/libcpu/arm rt/components/libc rt/bsp/libraries/HAL"},
	} {
		if test.got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.what, test.got, test.want)
		}
	}
	i := slices.IndexFunc(b.Flags, func(f Flag) bool { return f.Text == "-mfloat-abi=hard" })
	if f := b.Flags[i]; filepath.ToSlash(f.File) != dir+"/rt/bsp/b/rtconfig.py" || f.Line != 16 {
		t.Errorf("the flag's place: %+v", f)
	}
}

// TestSwitches: rtconfig.h decides what takes part.
func TestSwitches(t *testing.T) {
	dir := write(t, tree)
	b := Read(Options{BSP: dir + "/rt/bsp/b", Root: dir + "/rt", Macros: map[string]string{"RT_USING_NET": "", "RT_USING_EXTERNAL_LIBC": "1", "RT_NAME_MAX": "16"}})
	if got, want := texts(b.Defines, dir), "_REENT_SMALL CHIP RTOS = 2 __RTTHREAD__ NET=2 FROM_ENV"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestCConfig: trees up to 4.1 ask the compiler what its headers have.
func TestCConfig(t *testing.T) {
	files := map[string]string{}
	for name, text := range tree {
		files[name] = text
	}
	files["rt/tools/building.py"] = "def GenCconfigFile(env, BuildOptions):\n    env.AppendUnique(CPPDEFINES = ['HAVE_CCONFIG_H'])\n"
	files["rt/components/libc/SConscript"] = `
from building import *
from utils import VersionCmp
D = []
try:
    version = GetDepend('LIBC_VERSION').split(' ')[1]
    if VersionCmp(version, "2.5.0") == 1:
        D = ['_POSIX_C_SOURCE=199309L']
except:
    pass
group = DefineGroup('libc', [], depend = [''], CPPDEFINES = D)
Return('group')
`
	dir := write(t, files)
	b := Read(Options{BSP: dir + "/rt/bsp/b", Root: dir + "/rt", CConfig: map[string]string{"LIBC_VERSION": `"newlib 3.3.0"`}})
	if got, want := texts(b.Defines, dir), "HAVE_CCONFIG_H _REENT_SMALL CHIP RTOS = 2 __RTTHREAD__ _POSIX_C_SOURCE=199309L FROM_ENV"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestDeviceTree: scripts of RT-Thread 5.3 compile a device tree beside the firmware, and leave early what is switched off.
func TestDeviceTree(t *testing.T) {
	files := maps.Clone(tree)
	files["rt/bsp/b/SConstruct"] = strings.Replace(tree["rt/bsp/b/SConstruct"], "from building import *\n", `
sys.path = sys.path + [os.path.join(os.getenv('RTT_ROOT'), 'tools')]
try:
    from building import *
    import dtc
except:
    print('Cannot found RT-Thread root directory, please check RTT_ROOT')
    exit(-1)
`, 1)
	files["rt/bsp/b/SConstruct"] = strings.Replace(files["rt/bsp/b/SConstruct"], "import os\n", "import os\nimport sys\n", 1)
	files["rt/bsp/b/SConstruct"] = strings.Replace(files["rt/bsp/b/SConstruct"], "objs.extend(", `
if GetDepend('RT_USING_BUILTIN_FDT'):
    if os.getenv('DTC_PATH'):
        os.environ['PATH'] = os.path.dirname(os.getenv('DTC_PATH')) + \
                os.pathsep + os.environ['PATH']
    dtb_name = GetDepend('RT_BUILTIN_FDT_PATH').strip('"')
    dts_name = os.path.splitext(dtb_name)[0] + '.dts'
    dtc.dts_to_dtb(RTT_ROOT, [dts_name], include_paths=[os.path.dirname(dts_name)])
    if rtconfig.PLATFORM == 'gcc':
        fdt_object = env.Object(target=os.path.join('build', 'fdt.o'), source='fdt.S')
        env.Depends(fdt_object, dtb_name)
        objs += fdt_object
    env.Append(CPPDEFINES = [('DTS', dts_name)])
objs.extend(`, 1)
	files["rt/components/clock_time/SConscript"] = `
import os
from building import *
Import('rtconfig')
cwd = GetCurrentDir()
group = []
build_clock_time = GetDepend('RT_USING_CLOCK_TIME')
if not build_clock_time:
    Return('group')
src = ['clock_time_core.c']
arch_dir = os.path.join(cwd, 'arch')
if os.path.isdir(arch_dir):
    if rtconfig.ARCH in os.listdir(arch_dir):
        src += Glob("arch/%s/*.c" % rtconfig.ARCH)
group = DefineGroup('DeviceDrivers', src, depend=[''], CPPPATH=[cwd, os.path.join(cwd, '..', 'include')])
Return('group')
`
	dir := write(t, files)
	for _, test := range []struct {
		name             string
		macros           map[string]string
		defines, include string
	}{
		{"off", nil, "_REENT_SMALL CHIP RTOS = 2 __RTTHREAD__ RT_USING_LIBC _POSIX_C_SOURCE=1 LIBC_WAS_SEEN N=8 FROM_ENV", ""},
		{"on", map[string]string{"RT_USING_BUILTIN_FDT": "", "RT_BUILTIN_FDT_PATH": `"board/b.dtb"`, "RT_USING_CLOCK_TIME": ""},
			"_REENT_SMALL CHIP RTOS = 2 __RTTHREAD__ RT_USING_LIBC _POSIX_C_SOURCE=1 LIBC_WAS_SEEN N=8 DTS=board/b.dts FROM_ENV",
			"rt/components/clock_time rt/components/include "},
	} {
		t.Run(test.name, func(t *testing.T) {
			macros := map[string]string{"RT_NAME_MAX": "8"}
			maps.Copy(macros, test.macros)
			b := Read(Options{BSP: dir + "/rt/bsp/b", Root: dir + "/rt", Macros: macros})
			if b.Aborted || len(b.Notes) > 0 {
				t.Errorf("got %+v", b)
			}
			if got := texts(b.Defines, dir); got != test.defines {
				t.Errorf("macros:\ngot  %s\nwant %s", got, test.defines)
			}
			want := "rt/bsp/b rt/bsp/b/board/inc rt/bsp/libraries rt/include rt/libcpu/arm " + test.include + "rt/components/libc"
			if got := texts(b.Includes, dir); got != want {
				t.Errorf("directories:\ngot  %s\nwant %s", got, want)
			}
		})
	}
}

func TestWithout(t *testing.T) {
	dir := write(t, tree)
	for _, test := range []struct{ bsp, root, platform, defines string }{
		{"only-armcc", "", "armcc", ""},
		{"leaves", "", noGCC, ""},
		{"b", "", "gcc", ""},
		{"nothing", "/rt", "gcc", "__RTTHREAD__ RT_USING_LIBC _POSIX_C_SOURCE=1 LIBC_WAS_SEEN N=False"},
	} {
		root := test.root
		if root != "" {
			root = dir + root
		}
		b := Read(Options{BSP: dir + "/rt/bsp/" + test.bsp, Root: root, Assume: map[string]string{"ARCH": "arm"}})
		if b.Platform.Text != test.platform || texts(b.Defines, dir) != test.defines || b.HasScripts != (root != "") {
			t.Errorf("%s: got platform %q, macros %s", test.bsp, b.Platform.Text, texts(b.Defines, dir))
		}
	}
}
