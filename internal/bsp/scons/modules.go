package scons

import (
	"cmp"
	"maps"
	"path/filepath"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp/python"
	"github.com/rttgen/rttgen/internal/input"
)

// module returns a module that a script imports: one of those that are made here, or a file beside the BSP's rtconfig.py.
func (r *reader) module(name string, _ *python.Scope) *python.Object {
	if name == "rtconfig" {
		return r.config
	}
	if o, ok := r.modules[name]; ok {
		return o
	}
	if strings.ContainsAny(name, "./") {
		return r.modules[name[:strings.IndexAny(name, "./")]]
	}
	file := filepath.Join(r.o.BSP, name+".py")
	text, err := input.Read(file)
	if err != nil || r.files[file] {
		return nil
	}
	r.files[file] = true
	defer delete(r.files, file)
	s := python.NewScope(file)
	r.m.Run(string(text), s)
	return &python.Object{Name: name, Attrs: s.Vars}
}

func (r *reader) makeModules() map[string]*python.Object {
	osPath := &python.Object{Name: "os.path", Attrs: r.pathFunctions()}
	osModule := &python.Object{Name: "os", Attrs: r.osFunctions(osPath)}
	all := map[string]*python.Object{
		"os":       osModule,
		"sys":      r.sys(),
		"platform": {Name: "platform", Attrs: map[string]python.Value{"system": constant(python.Text("Linux")), "platform": constant(python.Text("Linux"))}},
		"glob":     {Name: "glob", Attrs: map[string]python.Value{"glob": python.Func(r.glob)}},
		"gcc":      r.gccModule(),
		"SCons":    {Name: "SCons", Attrs: r.sconsFunctions()},
		"string":   {Name: "string", Attrs: map[string]python.Value{}},
		"utils":    {Name: "utils", Attrs: map[string]python.Value{"VersionCmp": python.Func(compareVersions)}},
	}
	building := maps.Clone(all["SCons"].Attrs)
	maps.Copy(building, r.buildingFunctions())
	for _, name := range []string{"os", "sys", "string", "utils", "platform"} {
		building[name] = all[name]
	}
	building["rtconfig"] = r.config
	all["building"] = &python.Object{Name: "building", Attrs: building}
	return all
}

func constant(v python.Value) python.Func { return func(*python.Call) python.Value { return v } }

func (r *reader) sys() *python.Object {
	return &python.Object{Name: "sys", Attrs: map[string]python.Value{
		"path":         &python.List{},
		"argv":         &python.List{Items: []python.Value{python.Text("scons")}},
		"platform":     python.Text("linux"),
		"version_info": &python.List{Items: []python.Value{int64(3), int64(10)}, Tuple: true},
		"version":      python.Text("3.10"),
		"exit":         python.Func(func(*python.Call) python.Value { panic(python.Exit{}) }),
	}}
}

// gccModule is tools/gcc.py, which looks into the compiler's directories. The C library is newlib, unless the compiler's name
// says musl.
func (r *reader) gccModule() *python.Object {
	musl := func() bool { return strings.Contains(flat(r.config.Attrs["PREFIX"]), "musl") }
	version := func(has func() bool) python.Func {
		return func(*python.Call) python.Value {
			if has() {
				return python.Text("unknown")
			}
			return python.None{}
		}
	}
	return &python.Object{Name: "gcc", Attrs: map[string]python.Value{
		"GetNewLibVersion":   version(func() bool { return r.gcc() && !musl() }),
		"GetMuslVersion":     version(func() bool { return r.gcc() && musl() }),
		"GetPicoLibcVersion": version(func() bool { return false }),
		"GetGCCLibcNameVersion": python.Func(func(*python.Call) python.Value { // 5.0.0 only
			name := "unknown"
			switch {
			case r.gcc() && musl():
				name = "musl"
			case r.gcc():
				name = "newlib"
			}
			return &python.List{Items: []python.Value{python.Text(name), python.Text("unknown")}, Tuple: true}
		}),
		"CheckHeader":        constant(true), // asked for sys/select.h, which newlib has since 2.3
		"GetGCCLikePLATFORM": constant(&python.List{Items: []python.Value{python.Text("gcc"), python.Text("armclang"), python.Text("llvm-arm")}}),
	}}
}

// compareVersions is VersionCmp of tools/utils.py: 1, 0 or -1. A part that is no number ends the comparison.
func compareVersions(c *python.Call) python.Value {
	parts := func(v python.Value) []string {
		return strings.FieldsFunc(flat(v), func(r rune) bool { return r == '.' || r == ' ' })
	}
	a, b := parts(c.Arg(0, "ver1")), parts(c.Arg(1, "ver2"))
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) {
			return int64(cmp.Compare(len(a), len(b)))
		}
		x, okX := number(a[i])
		y, okY := number(b[i])
		if !okX || !okY {
			return int64(cmp.Compare(len(a), len(b)))
		}
		if order := cmp.Compare(x, y); order != 0 {
			return int64(order)
		}
	}
	return int64(0)
}

// sconsFunctions are those that SCons gives to every script.
func (r *reader) sconsFunctions() map[string]python.Value {
	nothing := constant(python.None{})
	f := map[string]python.Value{
		"ARGUMENTS":   python.NewDict(),
		"Environment": python.Func(func(c *python.Call) python.Value { return r.environment(c) }),
		"SConscript":  python.Func(r.sconscript),
		"Import":      python.Func(r.importNames),
		"Export":      python.Func(r.export),
		"Return":      python.Func(r.returnNames),
		"Glob":        python.Func(r.glob),
		"Split":       python.Func(func(c *python.Call) python.Value { return split(c.Arg(0, "")) }),
		"Dir":         python.Func(func(c *python.Call) python.Value { return r.node(c) }),
		"File":        python.Func(func(c *python.Call) python.Value { return r.node(c) }),
		"Exit":        python.Func(func(*python.Call) python.Value { panic(python.Exit{}) }),
		"AddOption": python.Func(func(c *python.Call) python.Value {
			v, ok := c.Named["default"]
			if !ok {
				v = python.None{}
			}
			r.switches[flat(c.Named["dest"])] = v
			return python.None{}
		}),
		"GetOption": python.Func(func(c *python.Call) python.Value {
			if v, ok := r.switches[flat(c.Arg(0, ""))]; ok {
				return v
			}
			return python.None{}
		}),
	}
	for _, name := range []string{"DefaultEnvironment", "SetOption", "Default", "Depends", "Clean", "Decider", "AddPostAction", "AddPreAction",
		"Execute", "Mkdir", "Delete", "Copy", "Command", "Builder", "Action", "Requires", "AlwaysBuild", "Alias", "VariantDir"} {
		f[name] = nothing
	}
	return f
}

func split(v python.Value) python.Value {
	s, ok := v.(python.Str)
	if !ok {
		return v
	}
	list := &python.List{}
	for _, w := range s.Words() {
		list.Items = append(list.Items, w)
	}
	return list
}

// node is a file or directory of SCons. str() of one is its path, and so is it here.
func (r *reader) node(c *python.Call) python.Value {
	if s, ok := c.Arg(0, "").(python.Str); ok && s.Known() {
		return python.Text(r.absolute(s.String(), r.dir))
	}
	return c.Arg(0, "")
}

func (r *reader) sconscript(c *python.Call) python.Value {
	if e, ok := c.Named["exports"]; ok {
		r.export(&python.Call{Args: []python.Value{e}, Scope: c.Scope})
	}
	all := &python.List{}
	files := paths(c.Arg(0, "name"))
	for _, f := range files {
		name := r.absolute(f.String(), r.dir)
		v := r.run(name)
		if len(files) == 1 {
			return v
		}
		all.Items = append(all.Items, v)
	}
	return all
}

// names returns the names that Import, Export and Return take: "a b", ["a", "b"], or several arguments.
func names(c *python.Call) []string {
	var all []string
	for _, a := range c.Args {
		for _, w := range words(a) {
			all = append(all, w.String())
		}
	}
	return all
}

func (r *reader) importNames(c *python.Call) python.Value {
	for _, name := range names(c) {
		switch v, ok := r.exports[name]; {
		case name == "*":
			maps.Copy(c.Scope.Vars, r.exports)
		case ok:
			c.Scope.Vars[name] = v
		case name == "rtconfig":
			c.Scope.Vars[name] = r.config
		case name == "env":
			c.Scope.Vars[name] = r.env
		case name == "RTT_ROOT":
			c.Scope.Vars[name] = python.Text(r.o.Root)
		}
	}
	return python.None{}
}

func (r *reader) export(c *python.Call) python.Value {
	for _, name := range names(c) {
		if v, ok := c.Scope.Lookup(name); ok {
			r.exports[name] = v
		}
	}
	for _, a := range append(append([]python.Value(nil), c.Args...), dictOf(c.Named)) {
		if d, ok := a.(*python.Dict); ok {
			maps.Copy(r.exports, d.Items)
		}
	}
	return python.None{}
}

func dictOf(m map[string]python.Value) *python.Dict {
	d := python.NewDict()
	maps.Copy(d.Items, m)
	return d
}

func (r *reader) returnNames(c *python.Call) python.Value {
	all := &python.List{}
	list := names(c)
	for _, name := range list {
		v, _ := c.Scope.Lookup(name)
		if len(list) == 1 {
			c.Scope.Vars[resultName] = v
			panic(python.Stop{})
		}
		all.Items = append(all.Items, v)
	}
	c.Scope.Vars[resultName] = all
	panic(python.Stop{})
}

// buildingFunctions are those of tools/building.py.
func (r *reader) buildingFunctions() map[string]python.Value {
	nothing := constant(python.None{})
	return map[string]python.Value{
		"PrepareBuilding": python.Func(func(c *python.Call) python.Value {
			r.prepare(c)
			return &python.List{}
		}),
		"DefineGroup":   python.Func(r.defineGroup),
		"GetDepend":     python.Func(r.getDepend),
		"GetCurrentDir": python.Func(func(*python.Call) python.Value { return python.Text(r.dir) }),
		"GetConfigValue": python.Func(func(c *python.Call) python.Value {
			if v, ok := r.options[flat(c.Arg(0, "name"))]; ok {
				return v
			}
			return python.Text("")
		}),
		"AddDepend": python.Func(func(c *python.Call) python.Value {
			for _, s := range paths(c.Arg(0, "option")) {
				r.options[s.String()] = int64(1)
			}
			return python.None{}
		}),
		"SrcRemove": python.Func(srcRemove),
		"PackageSConscript": python.Func(func(*python.Call) python.Value {
			return &python.List{} // it reads package.json, which names sources and a group of its own
		}),
		"GlobSubDir":                constant(&python.List{}),
		"GetVersion":                constant(python.Unknown{}),
		"DoBuilding":                nothing,
		"EndBuilding":               nothing,
		"RegisterPreBuildingAction": nothing,
		"BuildHostApplication":      nothing,
	}
}

// srcRemove takes files off a list, by their ends.
func srcRemove(c *python.Call) python.Value {
	src, ok := c.Arg(0, "src").(*python.List)
	if !ok {
		return python.None{}
	}
	var kept []python.Value
	for _, item := range src.Items {
		gone := false
		for _, out := range paths(c.Arg(1, "remove")) {
			gone = gone || strings.HasSuffix(flat(item), out.String())
		}
		if !gone {
			kept = append(kept, item)
		}
	}
	src.Items = kept
	return python.None{}
}
