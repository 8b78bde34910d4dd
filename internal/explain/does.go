package explain

import (
	"slices"
	"strings"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/plan/raw"
	"github.com/rttgen/rttgen/plan/safe"
)

// arguments says how each argument of the C call is made.
func arguments(f *safe.Func) []string {
	list := make([]string, len(f.Args))
	for i := range f.Args {
		a := &f.Args[i]
		text := argument(a)
		for _, b := range a.Bounds {
			text += ", not " + b.Op + " " + b.Value.C
		}
		list[i] = a.Param.C + ": " + text
	}
	return list
}

// kinds are how arguments are made that need no more words.
var kinds = map[safe.ArgKind]string{
	safe.ArgReceiver: "the object of the receiver", safe.ArgStorage: "the storage of the receiver", safe.ArgName: "a name, in a copy that ends with NUL",
	safe.ArgText: "a text, in a copy that ends with NUL", safe.ArgTicks: "a time.Duration in ticks, rounded up", safe.ArgMillis: "a time.Duration in milliseconds, rounded up",
	safe.ArgPeriod: "a time.Duration in ticks, at least one", safe.ArgTickAddress: "the address of a time.Duration in ticks",
	safe.ArgAddress: "the address of a copy", safe.ArgSlice: "the address of the first element", safe.ArgPointer: "the pointer as it is",
	safe.ArgWord: "the number in place of a pointer", safe.ArgShared: "the address of a variable of the caller's", safe.ArgBool: "1 or 0", safe.ArgValue: "the value",
	safe.ArgEntry: "the address of what calls the function", safe.ArgUser: "what the function is found by",
}

func argument(a *safe.Arg) string {
	switch a.Kind {
	case safe.ArgConst:
		return "always " + a.Const.C
	case safe.ArgOut:
		return "the address of the result " + a.Go
	case safe.ArgLen:
		return "the length of " + a.Go
	case safe.ArgObject:
		return "the object of the " + a.GoType.Elem.Ident.Name + " " + a.Go
	}
	text := kinds[a.Kind]
	if a.Field != "" {
		text += ", from " + a.Go + "." + a.Field
	}
	if a.Default != nil {
		text += ", " + a.Default.C + " for zero"
	}
	return text
}

// returned lists the errors that a rule tells apart.
func returned(r *mapping.FunctionRule) []string {
	var list []string
	for _, e := range r.Errors {
		list = append(list, e.Name+" if "+e.When)
	}
	return list
}

// inherited says from where a rule has what it does not say itself; about parameters that the C function has.
func inherited(f *safe.Func) []string {
	var list []string
	for _, o := range f.Rule.Origins {
		key, isParam := strings.CutPrefix(o.Key, "params.")
		names := strings.Split(key, "|")
		if isParam && !slices.ContainsFunc(f.C.Params, func(p raw.Param) bool { return slices.Contains(names, p.C) }) {
			continue
		}
		list = append(list, strings.ReplaceAll(key, "|", " or ")+": "+o.From+", "+o.Pos.String())
	}
	return list
}
