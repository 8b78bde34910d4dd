package python

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// show is Python's str().
func show(v Value) string {
	switch v := v.(type) {
	case Str:
		return v.String()
	case bool:
		if v {
			return "True"
		}
		return "False"
	case None:
		return "None"
	}
	return fmt.Sprint(v)
}

// format is the % operator of strings.
func format(f Str, with Value) Value {
	args := []Value{with}
	if t, ok := with.(*List); ok && t.Tuple {
		args = t.Items
	}
	var out Str
	text := f.String()
	for {
		i := strings.IndexByte(text, '%')
		if i < 0 || i+1 == len(text) {
			return append(out, f.with(text)...)
		}
		out = append(out, f.with(text[:i])...)
		spec := strings.TrimLeft(text[i+1:], "-+ #0123456789.")
		width := text[i+1 : len(text)-len(spec)]
		if spec == "" {
			return out
		}
		text = spec[1:]
		if spec[0] == '%' {
			out = append(out, f.with("%")...)
			continue
		}
		var arg Value = Unknown{}
		if d, ok := with.(*Dict); ok && spec[0] == '(' {
			key, rest, _ := strings.Cut(spec[1:], ")")
			if arg = d.Items[key]; arg == nil {
				arg = Unknown{}
			}
			text = strings.TrimLeft(rest, "sdi")
		} else if len(args) > 0 {
			arg, args = args[0], args[1:]
		}
		if n, ok := arg.(int64); ok && strings.ContainsRune("dixX", rune(spec[0])) {
			verb := strings.Replace(spec[:1], "i", "d", 1)
			out = append(out, f.with(fmt.Sprintf("%"+width+verb, n))...)
			continue
		}
		out = append(out, toStr(arg)...)
	}
}

// formatMethod is str.format with {} {0} {name}.
func formatMethod(f Str, c *Call) Value {
	var out Str
	text, n := f.String(), 0
	for {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			return append(out, f.with(text)...)
		}
		out = append(out, f.with(text[:i])...)
		if i+1 < len(text) && text[i+1] == text[i] {
			out = append(out, f.with(text[i:i+1])...)
			text = text[i+2:]
			continue
		}
		field, rest, ok := strings.Cut(text[i+1:], "}")
		if !ok {
			return append(out, Piece{Unknown: true})
		}
		text = rest
		field, _, _ = strings.Cut(field, ":")
		field, _, _ = strings.Cut(field, "!")
		at := n
		if field == "" {
			n++
		} else if k, err := strconv.Atoi(field); err == nil {
			at = k
		} else {
			at = len(c.Args)
		}
		out = append(out, toStr(c.Arg(at, field))...)
	}
}

// builtins are Python's functions, as far as build scripts use them.
var builtins = map[string]Func{
	"str": func(c *Call) Value {
		switch v := c.Arg(0, "").(type) {
		case Str, int64, bool, None:
			return toStr(v)
		}
		return Str{{Unknown: true}}
	},
	"int": func(c *Call) Value {
		switch v := c.Arg(0, "").(type) {
		case int64:
			return v
		case Str:
			if n, err := strconv.ParseInt(strings.TrimSpace(v.String()), 10, 64); err == nil && v.Known() {
				return n
			}
		}
		return Unknown{}
	},
	"len": func(c *Call) Value {
		if items, ok := iterate(c.Arg(0, "")); ok {
			return int64(len(items))
		}
		return Unknown{}
	},
	"list":   toList,
	"tuple":  toList,
	"set":    toList,
	"sorted": sorted,
	"dict": func(c *Call) Value {
		d := NewDict()
		for k, v := range c.Named {
			d.Items[k] = v
		}
		return d
	},
	"bool": func(c *Call) Value {
		if yes, known := truth(c.Arg(0, "")); known {
			return yes
		}
		return Unknown{}
	},
	"range": func(c *Call) Value {
		from, to := int64(0), int64(-1)
		if n, ok := c.Arg(0, "").(int64); ok {
			to = n
		}
		if n, ok := c.Arg(1, "").(int64); ok {
			from, to = to, n
		}
		if to < from || to-from > 10000 {
			return &List{}
		}
		list := &List{}
		for ; from < to; from++ {
			list.Items = append(list.Items, from)
		}
		return list
	},
	"any": func(c *Call) Value {
		items, known := iterate(c.Arg(0, ""))
		for _, i := range items {
			yes, ok := truth(i)
			if yes {
				return true
			}
			known = known && ok
		}
		if !known {
			return Unknown{}
		}
		return false
	},
	"all": func(c *Call) Value {
		items, known := iterate(c.Arg(0, ""))
		for _, i := range items {
			yes, ok := truth(i)
			if ok && !yes {
				return false
			}
			known = known && ok
		}
		if !known {
			return Unknown{}
		}
		return true
	},
	"type": func(c *Call) Value {
		return Text(fmt.Sprintf("%T", c.Arg(0, ""))) // type(x) == type('') compares two of them
	},
	"isinstance": func(*Call) Value { return Unknown{} },
	"exit":       func(*Call) Value { panic(Exit{}) },
	"quit":       func(*Call) Value { panic(Exit{}) },
	"print":      func(*Call) Value { return None{} },
	"dir": func(c *Call) Value { // of the script itself
		list := &List{}
		for s := c.Scope; s != nil; s = s.outer {
			for k := range s.Vars {
				list.Items = append(list.Items, Text(k))
			}
		}
		return list
	},
	"hasattr": func(c *Call) Value {
		o, ok := c.Arg(0, "").(*Object)
		n, ok2 := c.Arg(1, "").(Str)
		if !ok || !ok2 {
			return Unknown{}
		}
		return o.Attrs[n.String()] != nil
	},
	"getattr": func(c *Call) Value {
		o, ok := c.Arg(0, "").(*Object)
		n, ok2 := c.Arg(1, "").(Str)
		if !ok || !ok2 {
			return Unknown{}
		}
		if v := o.Attrs[n.String()]; v != nil {
			return v
		}
		return c.Arg(2, "")
	},
}

func toList(c *Call) Value {
	if len(c.Args) == 0 {
		return &List{}
	}
	if items, ok := iterate(c.Args[0]); ok {
		return &List{Items: items}
	}
	return Unknown{}
}

func sorted(c *Call) Value {
	items, ok := iterate(c.Arg(0, ""))
	if !ok {
		return Unknown{}
	}
	sort.SliceStable(items, func(i, j int) bool {
		less, _ := compareTwo("<", items[i], items[j])
		return less
	})
	return &List{Items: items}
}

type method[T any] func(T, *Call) Value

// onText makes a method of a function of texts.
func onText(f func(text, arg string) Value) method[Str] {
	return func(s Str, c *Call) Value {
		arg := ""
		if len(c.Args) > 0 {
			a, ok := c.Args[0].(Str)
			if !ok || !a.Known() {
				return Unknown{}
			}
			arg = a.String()
		}
		if !s.Known() {
			return Unknown{}
		}
		v := f(s.String(), arg)
		if t, ok := v.(string); ok {
			return s.with(t)
		}
		return v
	}
}

var stringMethods = map[string]method[Str]{
	"format":     formatMethod,
	"lower":      onText(func(s, _ string) Value { return strings.ToLower(s) }),
	"upper":      onText(func(s, _ string) Value { return strings.ToUpper(s) }),
	"startswith": onText(func(s, a string) Value { return strings.HasPrefix(s, a) }),
	"endswith":   onText(func(s, a string) Value { return strings.HasSuffix(s, a) }),
	"find":       onText(func(s, a string) Value { return int64(strings.Index(s, a)) }),
	"count":      onText(func(s, a string) Value { return int64(strings.Count(s, a)) }),
	"strip": onText(func(s, a string) Value {
		if a == "" {
			return strings.TrimSpace(s)
		}
		return strings.Trim(s, a)
	}),
	"rstrip": onText(func(s, a string) Value {
		if a == "" {
			return strings.TrimRight(s, " \t\r\n")
		}
		return strings.TrimRight(s, a)
	}),
	"lstrip": onText(func(s, a string) Value {
		if a == "" {
			return strings.TrimLeft(s, " \t\r\n")
		}
		return strings.TrimLeft(s, a)
	}),
	"isdigit":    onText(func(s, _ string) Value { return s != "" && strings.Trim(s, "0123456789") == "" }),
	"encode":     func(s Str, _ *Call) Value { return s },
	"decode":     func(s Str, _ *Call) Value { return s },
	"expandtabs": func(s Str, _ *Call) Value { return s },
	"split": func(s Str, c *Call) Value {
		list := &List{}
		if sep, ok := c.Arg(0, "sep").(Str); ok && sep.String() != "" {
			if !s.Known() {
				return Unknown{}
			}
			for _, part := range strings.Split(s.String(), sep.String()) {
				list.Items = append(list.Items, s.with(part))
			}
			return list
		}
		for _, w := range s.Words() {
			list.Items = append(list.Items, w)
		}
		return list
	},
	"splitlines": func(s Str, _ *Call) Value {
		list := &List{}
		for _, line := range strings.Split(s.String(), "\n") {
			list.Items = append(list.Items, s.with(line))
		}
		return list
	},
	"join": func(s Str, c *Call) Value {
		items, ok := iterate(c.Arg(0, ""))
		if !ok {
			return Str{{Unknown: true}}
		}
		var all Str
		for i, item := range items {
			if i > 0 {
				all = append(all, s...)
			}
			all = append(all, toStr(item)...)
		}
		return all
	},
	"replace": func(s Str, c *Call) Value {
		from, ok := c.Arg(0, "").(Str)
		to, ok2 := c.Arg(1, "").(Str)
		if !ok || !ok2 {
			return Unknown{}
		}
		var out Str // piece by piece: places stay right, and no script replaces across two literals
		for _, p := range s {
			p.Text = strings.ReplaceAll(p.Text, from.String(), to.String())
			out = append(out, p)
		}
		return out
	},
}

var listMethods = map[string]method[*List]{
	"append": func(l *List, c *Call) Value {
		l.Items = append(l.Items, c.Arg(0, ""))
		return None{}
	},
	"extend": func(l *List, c *Call) Value {
		items, _ := iterate(c.Arg(0, ""))
		l.Items = append(l.Items, items...)
		return None{}
	},
	"insert": func(l *List, c *Call) Value {
		i, ok := c.Arg(0, "").(int64)
		at := int(max(0, min(i, int64(len(l.Items)))))
		if !ok {
			at = len(l.Items)
		}
		l.Items = append(l.Items[:at:at], append([]Value{c.Arg(1, "")}, l.Items[at:]...)...)
		return None{}
	},
	"remove": func(l *List, c *Call) Value {
		for i, item := range l.Items {
			if same, known := equal(item, c.Arg(0, "")); same && known {
				l.Items = append(l.Items[:i:i], l.Items[i+1:]...)
				return None{}
			}
		}
		panic(raised{})
	},
	"sort": func(l *List, c *Call) Value {
		l.Items = sorted(&Call{Args: []Value{l}}).(*List).Items
		return None{}
	},
	"count": func(l *List, c *Call) Value {
		n := int64(0)
		for _, item := range l.Items {
			if same, _ := equal(item, c.Arg(0, "")); same {
				n++
			}
		}
		return n
	},
	"pop": func(l *List, c *Call) Value {
		if len(l.Items) == 0 {
			return Unknown{}
		}
		v := l.Items[len(l.Items)-1]
		l.Items = l.Items[:len(l.Items)-1]
		return v
	},
}

var dictMethods = map[string]method[*Dict]{
	"get": func(d *Dict, c *Call) Value {
		if k, ok := c.Arg(0, "").(Str); ok && k.Known() {
			if v := d.Items[k.String()]; v != nil {
				return v
			}
			if len(c.Args) > 1 {
				return c.Args[1]
			}
			return None{}
		}
		return Unknown{}
	},
	"keys": func(d *Dict, _ *Call) Value {
		keys, _ := iterate(d)
		return &List{Items: keys}
	},
	"values": func(d *Dict, _ *Call) Value {
		list := &List{}
		for _, k := range d.Keys() {
			list.Items = append(list.Items, d.Items[k])
		}
		return list
	},
	"items": func(d *Dict, _ *Call) Value {
		list := &List{}
		for _, k := range d.Keys() {
			list.Items = append(list.Items, &List{Items: []Value{Text(k), d.Items[k]}, Tuple: true})
		}
		return list
	},
	"has_key": func(d *Dict, c *Call) Value {
		yes, known := contains(d, c.Arg(0, ""))
		if !known {
			return Unknown{}
		}
		return yes
	},
	"update": func(d *Dict, c *Call) Value {
		if more, ok := c.Arg(0, "").(*Dict); ok {
			for k, v := range more.Items {
				d.Items[k] = v
			}
		}
		return None{}
	},
}
