package mapping

import (
	"slices"

	"github.com/rttgen/rttgen/model"
)

// The part of the vocabulary that is about functions.

func contexts() *scalar { return words("a context", Contexts()) }

func timeUnits() *scalar { return words("a unit of time", TimeUnits()) }

// functionUnder describes a rule that stands under a class: its Go name is without the class.
func functionUnder() *spec {
	s := functionSpec()
	s.def, s.what = "classFunction", "a function rule"
	s.fields[0].value = &spec{kind: scalarSpec, scalar: exportedName()}
	s.fields[0].example, s.fields[0].doc = "Take", "The Go name, without the class."
	return s
}

// noPlace is for what is no rule of its own: it is written out before anything is decoded.
func noPlace[T any](*T, string, model.Pos) any { return nil }

// defaultsSpec describes what several function rules have in common.
func defaultsSpec() *spec {
	s := functionSpec()
	keep := []string{"doc", "params", "result", "errors", "context"}
	s.def, s.what, s.many = "defaults", "a rule for defaults", false
	s.doc = "What the rules of functions say unless they say otherwise."
	s.fields = slices.DeleteFunc(s.fields, func(f field) bool { return !slices.Contains(keep, f.key) })
	return s
}

func functionSpec() *spec {
	return &spec{
		kind: objectSpec, def: "function", what: "a function rule", many: true,
		doc: "Makes a Go function or method of a C function.",
		fields: []field{
			textField("go", goSymbol(), "Semaphore.Take", "The Go name; with a class before the dot it is a method.",
				func(r *FunctionRule) *string { return &r.Go }).must(),
			textField("doc", text(), "Take waits for the semaphore.", "The comment in Go. Default: the comment of the C source.",
				func(r *FunctionRule) *string { return &r.Doc }),
			textField("like", cName(), "rt_sem_take", "The C function whose first rule says what this one does not: parameters, result, errors, context.",
				func(r *FunctionRule) *string { return &r.Like }),
			tableField("params", cParam(), paramSpec(), "{time: {time: ticks}}",
				`What the parameters are in Go, by C name; "timeout|time" where versions differ. A parameter without a rule keeps its C type.`,
				func(r *FunctionRule, name string, pos model.Pos) any {
					return grow(&r.Params, &ParamRule{Pos: pos, C: name})
				}),
			listField("order", cParam(), "[name, timeout, flag]", "The order of the Go parameters, by C name. Default: the order in C.",
				func(r *FunctionRule) *[]string { return &r.Order }),
			objectField("result", resultSpec(), "error", "What the C result is in Go. Default: decided by its type.",
				func(r *FunctionRule, p *pair) any {
					r.Result.Pos = p.value.pos
					return &r.Result
				}),
			errorsField(),
			wordField("context", contexts(), "any", "From where the function may be called. Default: scheduler if it blocks, else thread.",
				func(r *FunctionRule) *Context { return &r.Context }),
			boolField("blocks", "true", "Whether the call may wait. Default: false.",
				func(r *FunctionRule) *bool { return &r.Blocks }),
			wordField("role", words("a role", Roles()), "new", "What the function does for the life of its object.",
				func(r *FunctionRule) *Role { return &r.Role }),
			textField("except", cName(), "rt_thread_self", "The C function that returns the one object that the receiver must not be: a thread cannot end itself.",
				func(r *FunctionRule) *string { return &r.Except }),
			listField("needs", declaration(), "[rt_timer_control]", "What else must be declared: C functions, macros, types or members.",
				func(r *FunctionRule) *[]string { return &r.Needs }),
			whenField(func(r *FunctionRule) *When { return &r.When }),
		},
	}
}

// errorsField says which errors callers may want to tell apart.
func errorsField() field {
	return field{
		key: "errors", example: "{ErrTimeout: the time is over}",
		doc:   "When it returns which error, by Go name, for the comment in Go: it returns ErrTimeout if the time is over.",
		value: &spec{kind: tableSpec, scalar: exportedName(), elem: &spec{kind: scalarSpec, scalar: text()}},
		set: func(_ *decoder, dst any, p *pair) {
			for _, q := range p.value.pairs {
				if q.value.kind == scalarNode {
					r := dst.(*FunctionRule)
					r.Errors = append(r.Errors, ReturnedError{Pos: q.pos, Name: q.key, When: q.value.text})
				}
			}
		},
	}
}

func paramSpec() *spec {
	return &spec{
		kind: objectSpec, def: "param", what: "a parameter rule",
		doc: "What a C parameter is in Go.",
		fields: append(paramBasics(),
			textField("group", exportedName(), "ThreadConfig", "The Go struct that gathers this parameter; go is the field.",
				func(r *ParamRule) *string { return &r.Group }),
			textField("default", cShare(), "2048", "Of a grouped parameter: what a zero field stands for.",
				func(r *ParamRule) *string { return &r.Default }),
			textField("zero", exportedName(), "HighestPriority", "With default: the Go constant, -1, that stands for C's zero.",
				func(r *ParamRule) *string { return &r.Zero }),
			objectField("callback", callbackSpec(), `{func: "func()", user: parameter}`, "The parameter is a function that the kernel calls.",
				func(r *ParamRule, p *pair) any {
					r.Callback = &CallbackRule{Pos: p.value.pos}
					return r.Callback
				}),
		),
	}
}

func paramBasics() []field {
	return []field{
		textField("go", paramName(), "timeout", "The Go name. Default: the C name in Go's spelling.",
			func(r *ParamRule) *string { return &r.Go }),
		textField("doc", text(), "how long to wait at most", "What the comment in Go says about it.",
			func(r *ParamRule) *string { return &r.Doc }),
		wordField("direction", words("a direction", Directions()), "out", "What C does with what it points to. Default: nothing is known.",
			func(r *ParamRule) *Direction { return &r.Direction }),
		wordField("lifetime", words("a lifetime of a parameter", Lifetimes()), "retained", "How long C uses what it points to, or calls a function.",
			func(r *ParamRule) *Lifetime { return &r.Lifetime }),
		textField("until", exportedName(), "Stop", "Of lifetime retained: the method of the class after which C has let go. Default: Close.",
			func(r *ParamRule) *string { return &r.Until }),
		boolField("nullable", "true", "Whether NULL may be passed. Default: false.",
			func(r *ParamRule) *bool { return &r.Nullable }),
		textField("len_of", cParam(), "buffer", "The parameter is the length of this other one, a slice in Go, or its size if that is a record.",
			func(r *ParamRule) *string { return &r.LenOf }),
		wordField("string", words("a kind of string", StringKinds()), "name", "The parameter is a string in Go.",
			func(r *ParamRule) *StringKind { return &r.String }),
		textField("enum", exportedName(), "QueueOrder", "The parameter is of this enum.",
			func(r *ParamRule) *string { return &r.Enum }),
		textField("class", exportedName(), "Thread", "The parameter is an object of this class.",
			func(r *ParamRule) *string { return &r.Class }),
		textField("record", exportedName(), "SPIConfig", "The parameter points to this record.",
			func(r *ParamRule) *string { return &r.Record }),
		wordField("time", timeUnits(), "ticks", "The parameter is a time.Duration in Go.",
			func(r *ParamRule) *TimeUnit { return &r.Time }),
		textField("const", cConstant(), "RT_IPC_FLAG_FIFO", "What is always passed: there is no Go parameter.",
			func(r *ParamRule) *string { return &r.Const }),
		textField("type", goType(), "int", "The Go type, if another than the C type's.",
			func(r *ParamRule) *string { return &r.Type }),
		textField("min", cConstant(), "1", "The smallest value that may be passed, or the shortest length of a slice.",
			func(r *ParamRule) *string { return &r.Min }),
		textField("max", cConstant(), "65535", "The largest value that may be passed.",
			func(r *ParamRule) *string { return &r.Max }),
		textField("below", cConstant(), "RT_THREAD_PRIORITY_MAX", "What the value must be less than.",
			func(r *ParamRule) *string { return &r.Below }),
	}
}

func callbackSpec() *spec {
	return &spec{
		kind: objectSpec, def: "callback", what: "a callback rule",
		doc: "A function that the kernel calls.",
		fields: []field{
			textField("func", goFunc(), `"func()"`, "Its Go type.",
				func(r *CallbackRule) *string { return &r.Func }).must(),
			textField("user", cParam(), "parameter", "The C parameter that carries the user data to it; it has no Go parameter.",
				func(r *CallbackRule) *string { return &r.User }),
			textField("key", cParam(), "signo", "Without user: the C parameter that tells functions apart, which C passes on to them first: a number, or the object of a method, which the Go function does not get.",
				func(r *CallbackRule) *string { return &r.Key }),
			wordField("context", contexts(), "isr", "Where it runs, and so what it may do. Default: any.",
				func(r *CallbackRule) *Context { return &r.Context }),
			boolField("ends", "true", "Whether the object ends when the function returns. Default: false.",
				func(r *CallbackRule) *bool { return &r.Ends }),
		},
	}
}

func resultSpec() *spec {
	return &spec{
		kind: objectSpec, def: "result", what: "a result rule", short: "style",
		doc: "What a C result is in Go. A bare word stands for style.",
		fields: []field{
			wordField("style", words("a result style", ResultStyles()), "handle", "How the C result becomes Go results. Default: decided by its type.",
				func(r *ResultRule) *ResultStyle { return &r.Style }),
			wordField("lifetime", words("a lifetime of a result", ResultLifetimes()), "owned", "Of a handle: who ends the object.",
				func(r *ResultRule) *Lifetime { return &r.Lifetime }),
			textField("null", exportedName(), "ErrNoMemory", "The error that NULL stands for.",
				func(r *ResultRule) *string { return &r.Null }),
			textField("error", exportedName(), "MotorError", "The error type of the codes. Default: decided by its type, else Errno.",
				func(r *ResultRule) *string { return &r.Error }),
			textField("class", exportedName(), "Semaphore", "The class of a handle.",
				func(r *ResultRule) *string { return &r.Class }),
			textField("enum", exportedName(), "ThreadState", "The enum of a value.",
				func(r *ResultRule) *string { return &r.Enum }),
			wordField("time", timeUnits(), "ticks", "The unit of a value that is a time.Duration in Go.",
				func(r *ResultRule) *TimeUnit { return &r.Time }),
			textField("type", goType(), "int", "The Go type of a value, if another than the C type's.",
				func(r *ResultRule) *string { return &r.Type }),
			textField("len", cParam(), "size", "Of style bytes or all: the parameter that gives the length.",
				func(r *ResultRule) *string { return &r.Len }),
			textField("doc", text(), "the number of bytes read", "What the comment in Go says about it.",
				func(r *ResultRule) *string { return &r.Doc }),
		},
	}
}
