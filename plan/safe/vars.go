package safe

import (
	"go/token"
	"strconv"
	"strings"

	"github.com/rttgen/rttgen/plan/step"
)

// unreserved is a name for a parameter that hides nothing which generated code needs.
func unreserved(name string) string {
	if reserved[name] {
		return name + "Value"
	}
	return name
}

// reserved are the names of packages, functions and predeclared identifiers that generated code uses.
var reserved = map[string]bool{
	"raw": true, "handle": true, "callback": true, "roots": true, "text": true, "ticks": true, "time": true, "unsafe": true, "values": true,
	"inThread": true, "canBlock": true, "errnoOf": true, "waited": true, "failure": true, "nameOf": true,
	"nil": true, "true": true, "false": true, "len": true, "panic": true, "error": true, "string": true, "bool": true, "byte": true,
	"int": true, "int8": true, "int16": true, "int32": true, "int64": true, "uintptr": true, "float32": true, "float64": true,
	"uint": true, "uint8": true, "uint16": true, "uint32": true, "uint64": true,
}

// vars chooses names for what a function declares besides its parameters, so that none hides another.
type vars struct {
	taken  map[string]bool
	chosen map[string]string // by wanted name
}

// varsFor knows the parameters of a function and the results that C writes.
func varsFor(f *Func) vars {
	v := vars{map[string]bool{}, map[string]string{}}
	if f.Class != nil {
		v.taken[f.Class.Receiver] = true
	}
	for _, p := range f.Params {
		v.taken[p.Go] = true
	}
	for _, o := range f.Outs {
		v.taken[o.Go] = true
	}
	return v
}

// name returns the name of a variable: the wanted one, or with a number if that is taken.
func (v vars) name(want string) step.Name {
	if name, ok := v.chosen[want]; ok {
		return step.Name(name)
	}
	name := want
	for i := 2; v.taken[name]; i++ {
		name = want + strconv.Itoa(i)
	}
	v.taken[name], v.chosen[want] = true, name
	return step.Name(name)
}

// nameReceiver names the receiver of a class's methods, as Go does by the first letters of the type: the same one in all of them,
// and no name of a parameter.
func nameReceiver(c *Class) string {
	taken := map[string]bool{string(objectName): true}
	for _, f := range append([]*Func{c.Delete, c.Detach}, c.Funcs...) {
		if f == nil {
			continue
		}
		for _, p := range f.Params {
			taken[p.Go] = true
		}
		for _, o := range f.Outs {
			taken[o.Go] = true
		}
	}
	name := strings.ToLower(c.Go)
	for i := 1; ; i++ {
		s := name + "Object"
		if i <= len(name) {
			s = name[:i]
		}
		if i > len(name) || !taken[s] && !reserved[s] && !token.IsKeyword(s) {
			return s
		}
	}
}

// receiver is the receiver of a class's methods, or the new object.
func receiver(c *Class) step.Name {
	if c == nil {
		return ""
	}
	return step.Name(c.Receiver)
}
