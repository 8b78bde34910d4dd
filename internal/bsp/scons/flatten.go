package scons

import (
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/internal/bsp/python"
)

// words returns the words of a construction variable: a string, or a list of strings.
func words(v python.Value) []python.Str {
	switch v := v.(type) {
	case python.Str:
		return v.Words()
	case *python.List:
		var all []python.Str
		for _, item := range v.Items {
			all = append(all, words(item)...)
		}
		return all
	}
	return nil
}

// paths returns the elements of a list of directories, which may hold spaces.
func paths(v python.Value) []python.Str {
	switch v := v.(type) {
	case python.Str:
		if v.Known() && strings.TrimSpace(v.String()) != "" {
			return []python.Str{v}
		}
	case *python.List:
		var all []python.Str
		for _, item := range v.Items {
			all = append(all, paths(item)...)
		}
		return all
	}
	return nil
}

// defines returns macros as -D takes them, in every form that CPPDEFINES may have.
func defines(v python.Value) []python.Str {
	switch v := v.(type) {
	case python.Str:
		return v.Words()
	case *python.Dict:
		var all []python.Str
		for _, k := range v.Keys() {
			all = append(all, define(python.Text(k), v.Items[k])...)
		}
		return all
	case *python.List:
		if v.Tuple && len(v.Items) > 0 {
			if name, ok := v.Items[0].(python.Str); ok {
				return define(name, append(v.Items, python.None{})[1])
			}
		}
		var all []python.Str
		for _, item := range v.Items {
			if _, isText := item.(python.Str); isText { // one macro, "NAME = VALUE" too
				all = append(all, paths(item)...)
			} else {
				all = append(all, defines(item)...)
			}
		}
		return all
	}
	return nil
}

func define(name python.Str, value python.Value) []python.Str {
	switch value := value.(type) {
	case python.None:
		return []python.Str{name}
	case int64:
		return []python.Str{append(append(python.Str{}, name...), python.Piece{Text: "=" + strconv.FormatInt(value, 10)})}
	case python.Str:
		return []python.Str{append(append(append(python.Str{}, name...), python.Piece{Text: "="}), value...)}
	}
	return nil
}

// flat returns the text of a string or a list of strings, as far as it is known.
func flat(v python.Value) string {
	switch v := v.(type) {
	case python.Str:
		return v.String()
	case *python.List:
		var all []string
		for _, item := range v.Items {
			all = append(all, flat(item))
		}
		return strings.Join(all, " ")
	}
	return ""
}

// attr returns an attribute, or what is unknown.
func attr(o *python.Object, name string) python.Value {
	if v, ok := o.Attrs[name]; ok {
		return v
	}
	return python.Unknown{}
}

// number reads a decimal integer as Python's int does.
func number(s string) (int64, bool) {
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	return n, err == nil
}
