package scons

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp/python"
)

// environ is all that scripts see of the environment.
func (r *reader) environ() map[string]string {
	return map[string]string{"RTT_CC": "gcc", "RTT_ROOT": r.o.Root, "BSP_ROOT": r.o.BSP}
}

func (r *reader) osFunctions(osPath *python.Object) map[string]python.Value {
	env := python.NewDict()
	for name, value := range r.environ() {
		env.Items[name] = python.Text(value)
	}
	getenv := python.Func(func(c *python.Call) python.Value {
		if v, ok := env.Items[flat(c.Arg(0, "key"))]; ok {
			return v
		}
		if len(c.Args) > 1 {
			return c.Args[1]
		}
		return python.None{}
	})
	return map[string]python.Value{
		"path":    osPath,
		"environ": env,
		"getenv":  getenv,
		"sep":     python.Text("/"),
		"pathsep": python.Text(":"),
		"linesep": python.Text("\n"),
		"name":    python.Text("posix"),
		"getcwd":  python.Func(func(*python.Call) python.Value { return python.Text(r.cwd) }),
		"chdir": python.Func(func(c *python.Call) python.Value {
			if s, ok := c.Arg(0, "path").(python.Str); ok && s.Known() {
				r.cwd = r.absolute(s.String(), r.cwd)
			}
			return python.None{}
		}),
		"listdir": python.Func(func(c *python.Call) python.Value {
			dir := "."
			if s, ok := c.Arg(0, "path").(python.Str); ok {
				dir = s.String()
			}
			list := &python.List{}
			entries, _ := os.ReadDir(r.absolute(dir, r.cwd))
			for _, e := range entries {
				list.Items = append(list.Items, python.Text(e.Name()))
			}
			return list
		}),
		"walk":   python.Func(r.walk),
		"system": constant(int64(0)),
		"popen":  constant(python.Unknown{}),
	}
}

// maxWalk bounds how many directories os.walk visits.
const maxWalk = 5000

func (r *reader) walk(c *python.Call) python.Value {
	list := &python.List{}
	top, ok := c.Arg(0, "top").(python.Str)
	if !ok || !top.Known() {
		return list
	}
	base := r.absolute(top.String(), r.cwd)
	var visit func(dir, shown string)
	visit = func(dir, shown string) {
		entries, err := os.ReadDir(dir)
		if err != nil || len(list.Items) > maxWalk {
			return
		}
		dirs, files := &python.List{}, &python.List{}
		for _, e := range entries {
			if e.IsDir() {
				dirs.Items = append(dirs.Items, python.Text(e.Name()))
			} else {
				files.Items = append(files.Items, python.Text(e.Name()))
			}
		}
		list.Items = append(list.Items, &python.List{Items: []python.Value{python.Text(shown), dirs, files}, Tuple: true})
		for _, d := range dirs.Items {
			visit(filepath.Join(dir, flat(d)), path.Join(shown, flat(d)))
		}
	}
	visit(base, top.String())
	return list
}

func (r *reader) pathFunctions() map[string]python.Value {
	onPath := func(f func(abs string) python.Value) python.Func {
		return func(c *python.Call) python.Value {
			s, ok := c.Arg(0, "path").(python.Str)
			if !ok || !s.Known() {
				return python.Unknown{}
			}
			return f(r.absolute(s.String(), r.cwd))
		}
	}
	asIs := func(f func(string) python.Value) python.Func {
		return func(c *python.Call) python.Value {
			s, ok := c.Arg(0, "path").(python.Str)
			if !ok || !s.Known() {
				return python.Unknown{}
			}
			return f(s.String())
		}
	}
	stat := func(test func(os.FileInfo) bool) python.Func {
		return onPath(func(abs string) python.Value {
			info, err := os.Stat(abs)
			return err == nil && test(info)
		})
	}
	same := onPath(func(abs string) python.Value { return python.Text(abs) })
	return map[string]python.Value{
		"join": python.Func(func(c *python.Call) python.Value {
			var parts []python.Str
			for _, a := range c.Args {
				s, ok := a.(python.Str)
				if !ok {
					s = python.Str{{Unknown: true}}
				}
				parts = append(parts, s)
			}
			return python.JoinPath(parts)
		}),
		"exists":   stat(func(os.FileInfo) bool { return true }),
		"isfile":   stat(func(i os.FileInfo) bool { return !i.IsDir() }),
		"isdir":    stat(os.FileInfo.IsDir),
		"abspath":  same,
		"realpath": same,
		"normpath": asIs(func(s string) python.Value { return python.Text(path.Clean(s)) }),
		"isabs":    asIs(func(s string) python.Value { return path.IsAbs(s) }),
		"dirname": asIs(func(s string) python.Value {
			dir, _ := path.Split(s)
			if dir != "/" {
				dir = strings.TrimRight(dir, "/")
			}
			return python.Text(dir)
		}),
		"basename": asIs(func(s string) python.Value { return python.Text(s[strings.LastIndexByte(s, '/')+1:]) }),
		"splitext": asIs(func(s string) python.Value {
			ext := path.Ext(s)
			return &python.List{Items: []python.Value{python.Text(strings.TrimSuffix(s, ext)), python.Text(ext)}, Tuple: true}
		}),
		"split": asIs(func(s string) python.Value {
			dir, file := path.Split(s)
			return &python.List{Items: []python.Value{python.Text(strings.TrimRight(dir, "/")), python.Text(file)}, Tuple: true}
		}),
		"relpath":    asIs(func(s string) python.Value { return python.Text(s) }), // an absolute path does as well
		"expanduser": asIs(func(s string) python.Value { return python.Text(s) }),
	}
}

// glob is Glob of SCons and glob.glob.
func (r *reader) glob(c *python.Call) python.Value {
	list := &python.List{}
	s, ok := c.Arg(0, "pattern").(python.Str)
	if !ok || !s.Known() {
		return list
	}
	found, _ := filepath.Glob(r.absolute(s.String(), r.dir))
	for _, f := range found {
		list.Items = append(list.Items, python.Text(f))
	}
	return list
}
