package scons

import (
	"maps"

	"github.com/rttgen/rttgen/internal/bsp/python"
)

// environment is SCons' Environment(): construction variables with methods. Those that make something to build return nothing
// that matters here.
func (r *reader) environment(c *python.Call) *python.Object {
	env := &python.Object{Name: "Environment", Attrs: map[string]python.Value{
		"PLATFORM": python.Text("posix"),
		"ENV":      python.NewDict(),
	}}
	for name, v := range c.Named {
		env.Attrs[name] = v
	}
	change := func(how func(old, more python.Value) python.Value) python.Func {
		return func(c *python.Call) python.Value {
			for name, v := range c.Named {
				env.Attrs[name] = how(env.Attrs[name], v)
			}
			return python.None{}
		}
	}
	last := change(appended)
	first := change(func(old, more python.Value) python.Value { return appended(more, old) })
	env.Attrs["Append"], env.Attrs["AppendUnique"], env.Attrs["MergeFlags"] = last, last, last
	env.Attrs["Prepend"], env.Attrs["PrependUnique"] = first, first
	env.Attrs["Replace"] = change(func(_, more python.Value) python.Value { return more })
	env.Attrs["SetDefault"] = change(func(old, more python.Value) python.Value {
		if old != nil {
			return old
		}
		return more
	})
	nothing := python.Func(func(*python.Call) python.Value { return python.None{} })
	for _, name := range []string{"PrependENVPath", "AppendENVPath", "AddMethod", "Alias", "AlwaysBuild", "Tool"} {
		env.Attrs[name] = nothing
	}
	env.Attrs["get"] = python.Func(func(c *python.Call) python.Value {
		if name, ok := c.Arg(0, "key").(python.Str); ok {
			if v, ok := env.Attrs[name.String()]; ok {
				return v
			}
		}
		if len(c.Args) > 1 {
			return c.Args[1]
		}
		return python.None{}
	})
	env.Attrs["Clone"] = python.Func(func(c *python.Call) python.Value {
		copied := r.environment(&python.Call{Named: map[string]python.Value{}})
		for name, v := range env.Attrs {
			if _, method := v.(python.Func); !method {
				copied.Attrs[name] = v
			}
		}
		maps.Copy(copied.Attrs, c.Named)
		return copied
	})
	env.Attrs["SConscript"] = r.modules["SCons"].Attrs["SConscript"]
	return env
}

// appended puts one value of a construction variable behind another.
func appended(old, more python.Value) python.Value {
	list := &python.List{}
	for _, v := range []python.Value{old, more} {
		switch v := v.(type) {
		case nil, python.Unknown, python.None:
		case *python.List:
			if v.Tuple {
				list.Items = append(list.Items, v)
			} else {
				list.Items = append(list.Items, v.Items...)
			}
		default:
			list.Items = append(list.Items, v)
		}
	}
	return list
}

// addTo appends to a construction variable of the build.
func (r *reader) addTo(name string, v python.Value) {
	r.env.Attrs[name] = appended(r.env.Attrs[name], v)
}

// defineGroup is DefineGroup of building.py: what a group asks for beside LOCAL_ goes to all files.
func (r *reader) defineGroup(c *python.Call) python.Value {
	if yes, _ := r.depends(c.Arg(2, "depend")); !yes {
		return &python.List{}
	}
	for _, name := range []string{"CFLAGS", "CCFLAGS", "CPPDEFINES", "LINKFLAGS"} {
		if v, ok := c.Named[name]; ok {
			r.addTo(name, v)
		}
	}
	for _, p := range paths(c.Named["CPPPATH"]) {
		p = append(python.Str(nil), p...)
		abs := p[0]
		abs.Text = r.absolute(p.String(), r.cwd)
		r.addTo("CPPPATH", python.Str{abs})
	}
	if src, ok := c.Arg(1, "src").(*python.List); ok {
		return &python.List{Items: append([]python.Value(nil), src.Items...)}
	}
	return &python.List{}
}

// depends is GetDepend of building.py for a list: all of the names are chosen. A string is a list of one, and its value counts.
func (r *reader) depends(v python.Value) (yes, known bool) {
	var names []python.Value
	switch v := v.(type) {
	case python.Str:
		names = []python.Value{v}
	case *python.List:
		names = v.Items
	default:
		return false, false
	}
	for _, n := range names {
		s, ok := n.(python.Str)
		if !ok || !s.Known() {
			return false, false
		}
		if s.String() == "" {
			continue
		}
		value, ok := r.options[s.String()]
		if n, zero := value.(int64); !ok || zero && n == 0 {
			return false, true
		}
	}
	return true, true
}

// getDepend returns the value of a macro, or whether it is chosen.
func (r *reader) getDepend(c *python.Call) python.Value {
	arg := c.Arg(0, "depend")
	yes, known := r.depends(arg)
	if !known {
		return python.Unknown{}
	}
	if name, ok := arg.(python.Str); ok && yes {
		if value := r.options[name.String()]; value != nil && flatOption(value) != "" {
			return value
		}
	}
	return yes
}

func flatOption(v python.Value) string {
	if s, ok := v.(python.Str); ok {
		return s.String()
	}
	return "1"
}
