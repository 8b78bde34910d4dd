package mapping

import "github.com/rttgen/rttgen/model"

// vocabulary describes a mapping file: every key, what it is for, and where it goes.
func vocabulary() *spec {
	return &spec{
		kind: objectSpec, def: "mapping", what: "a mapping file",
		doc: "What no RT-Thread header states: who owns what, from where a function may be called, and what it is called in Go.",
		fields: []field{
			tableField("errors", exportedName(), errorSpec(), "",
				"Sentinel errors, by Go name.",
				func(m *Rules, name string, pos model.Pos) any {
					return grow(&m.Errors, &ErrorRule{Pos: pos, Name: name})
				}).atTop(),
			tableField("error_types", exportedName(), errorTypeSpec(), "",
				"Error types for libraries with codes of their own, by Go name.",
				func(m *Rules, name string, pos model.Pos) any {
					return grow(&m.ErrorTypes, &ErrorTypeRule{Pos: pos, Name: name})
				}).atTop(),
			tableField("enums", exportedName(), enumSpec(), "",
				"Typed enumerations and flag sets, by Go name.",
				func(m *Rules, name string, pos model.Pos) any {
					return grow(&m.Enums, &EnumRule{Pos: pos, Name: name})
				}).atTop(),
			tableField("records", exportedName(), recordSpec(), "",
				"Go structs made of records that C functions read or write, by Go name.",
				func(m *Rules, name string, pos model.Pos) any {
					return grow(&m.Records, &RecordRule{Pos: pos, Name: name})
				}).atTop(),
			tableField("classes", exportedName(), classSpec(), "",
				"Go types with methods, made of kernel objects, by Go name.",
				func(m *Rules, name string, pos model.Pos) any {
					return grow(&m.Classes, &ClassRule{Pos: pos, Name: name})
				}).atTop(),
			tableField("defaults", cPattern(), defaultsSpec(), "",
				"What the rules of functions say unless they say otherwise, by the name of the C function or a pattern.",
				func(m *Rules, name string, pos model.Pos) any {
					return grow(&m.Defaults, &FunctionRule{Pos: pos, C: name, Result: ResultRule{Pos: pos}})
				}).atTop().apart(),
			tableField("functions", cName(), functionSpec(), "",
				"Go functions of no class, by the name of the C function. A C function bound in several ways has a list of rules.",
				func(m *Rules, name string, pos model.Pos) any {
					return grow(&m.Functions, &FunctionRule{Pos: pos, C: name, Result: ResultRule{Pos: pos}})
				}).atTop(),
			tableField("code", codeFile(), codeSpec(), "",
				"Go source shipped with rttgen that belongs to no class, by file.",
				func(m *Rules, name string, pos model.Pos) any {
					return grow(&m.Code, &CodeRule{Pos: pos, File: name})
				}).atTop(),
			tableField("skip", cPattern(), skipSpec(), "",
				"C symbols left out on purpose, by name or by a pattern in which * stands for any text. A rule that names a symbol wins over a pattern.",
				func(m *Rules, name string, pos model.Pos) any {
					return grow(&m.Skips, &SkipRule{Pos: pos, C: name})
				}).atTop().apart(),
			rawNamesField(),
		},
	}
}

// rawNamesField is the one section whose values are texts.
func rawNamesField() field {
	return field{
		key:   "raw_names",
		doc:   "Names in package raw, by C symbol, where the usual name would clash with another.",
		value: &spec{kind: tableSpec, scalar: cSymbol(), elem: &spec{kind: scalarSpec, scalar: exportedName()}, section: true},
		set: func(_ *decoder, dst any, p *pair) {
			for _, q := range p.value.pairs {
				if q.value.kind == scalarNode {
					grow(&dst.(*Rules).RawNames, &RawNameRule{Pos: q.pos, C: q.key, Go: q.value.text})
				}
			}
		},
	}
}

// grow appends a rule to a list and returns it.
func grow[T any](list *[]T, rule T) T {
	*list = append(*list, rule)
	return rule
}

func errorSpec() *spec {
	return &spec{
		kind: objectSpec, def: "error", what: "an error rule", short: "c",
		doc: "A sentinel error. A bare name stands for c.",
		fields: []field{
			textField("c", cName(), "RT_ETIMEOUT", "The macro that holds the error code.",
				func(r *ErrorRule) *string { return &r.C }).must(),
			textField("type", exportedName(), "MotorError", "The error type it is of. Default: Errno, for codes of RT-Thread.",
				func(r *ErrorRule) *string { return &r.Type }),
			textField("text", text(), "timed out", "What Error returns. Default: the words of the name.",
				func(r *ErrorRule) *string { return &r.Text }),
			textField("doc", text(), "The call did not succeed in the time given.", "The comment in Go.",
				func(r *ErrorRule) *string { return &r.Doc }),
		},
	}
}

func errorTypeSpec() *spec {
	return &spec{
		kind: objectSpec, def: "errorType", what: "an error type rule",
		doc: "A Go error type for the codes of a library that has its own.",
		fields: []field{
			textField("c", cName(), "motor_status_t", "The typedef or enum in C: results of this type are errors unless they are 0. Default: none.",
				func(r *ErrorTypeRule) *string { return &r.C }),
			textField("doc", text(), "MotorError is what went wrong with a motor.", "The comment of the type in Go.",
				func(r *ErrorTypeRule) *string { return &r.Doc }),
		},
	}
}

func enumSpec() *spec {
	return &spec{
		kind: objectSpec, def: "enum", what: "an enum rule",
		doc: "A Go type for a group of macros or enumeration constants, with a String method.",
		fields: []field{
			textField("type", integerType(), "uint8", "The Go type beneath.",
				func(r *EnumRule) *string { return &r.Type }).must(),
			boolField("flags", "true", "Whether values are combined with |. Default: false.",
				func(r *EnumRule) *bool { return &r.Flags }),
			textField("doc", text(), "How waiting threads are queued.", "The comment of the type in Go.",
				func(r *EnumRule) *string { return &r.Doc }),
			tableField("values", exportedName(), enumValueSpec(), "{FIFO: RT_IPC_FLAG_FIFO}", "The values, by Go name.",
				func(r *EnumRule, name string, pos model.Pos) any {
					r.Values = append(r.Values, EnumValue{Pos: pos, Name: name})
					return &r.Values[len(r.Values)-1]
				}).must(),
		},
	}
}

func enumValueSpec() *spec {
	return &spec{
		kind: objectSpec, def: "enumValue", what: "an enum value", short: "c",
		doc: "A value of an enumeration, left out where the headers do not define it. A bare name stands for c.",
		fields: []field{
			textField("c", cName(), "RT_IPC_FLAG_FIFO", "The macro or enumeration constant.",
				func(v *EnumValue) *string { return &v.C }).must(),
			textField("doc", text(), "in the order of arrival", "The comment in Go.",
				func(v *EnumValue) *string { return &v.Doc }),
		},
	}
}

func classSpec() *spec {
	return &spec{
		kind: objectSpec, def: "class", what: "a class rule",
		doc: "A Go type with methods, made of a kernel object.",
		fields: []field{
			textField("c", cRecord(), "struct rt_semaphore", "The C record behind it, or an integer type of C: then the object is a number.",
				func(r *ClassRule) *string { return &r.C }).must(),
			textField("static", exportedName(), "StaticSemaphore", "Go name of the variant whose storage the caller supplies. Default: there is none.",
				func(r *ClassRule) *string { return &r.Static }),
			textField("file", fileName(), "semaphore", "The file of the generated package, without .go. Default: the name in lower case.",
				func(r *ClassRule) *string { return &r.File }),
			textField("doc", text(), "Semaphore counts what is available.", "The comment of the type in Go.",
				func(r *ClassRule) *string { return &r.Doc }),
			textField("static_doc", text(), "StaticSemaphore is a Semaphore in storage of your own.", "The comment of the static variant in Go.",
				func(r *ClassRule) *string { return &r.StaticDoc }),
			textField("cleanup", cName(), "cleanup", "The member of the C record that holds a function which the kernel calls with the object when it is done with it.",
				func(r *ClassRule) *string { return &r.Cleanup }),
			objectField("device", deviceSpec(), "{go: OpenADC, types: [RT_Device_Class_ADC]}", "The object is a device, which is found by its name.",
				func(r *ClassRule, p *pair) any {
					r.Device = &DeviceRule{Pos: p.value.pos}
					return r.Device
				}),
			wordField("context", contexts(), "any", "From where its methods may be called, but for those that block, have a role or say it themselves. Default: decided for each.",
				func(r *ClassRule) *Context { return &r.Context }),
			tableField("functions", cName(), functionUnder(), "{rt_sem_create: {go: NewSemaphore, role: new}}",
				"Go functions that make or find an object, by the name of the C function.", noPlace[ClassRule]).atTop(),
			tableField("methods", cName(), functionUnder(), "{rt_sem_take: {go: Take}}",
				"Go methods, by the name of the C function; what begins and ends static storage is a method of the static variant.", noPlace[ClassRule]).atTop(),
			tableField("code", codeFile(), codeSpec(), "{messagequeue.go: {needs: [rt_mq_send]}}", "Go source shipped with rttgen that completes the class, by file.",
				func(r *ClassRule, name string, pos model.Pos) any {
					return grow(&r.Code, &CodeRule{Pos: pos, File: name})
				}),
			whenField(func(r *ClassRule) *When { return &r.When }),
		},
	}
}

func codeSpec() *spec {
	return &spec{
		kind: objectSpec, def: "code", what: "a code entry",
		doc: "A Go source file that is added when every C symbol it needs is declared.",
		fields: []field{
			listField("needs", declaration(), "[rt_mq_send, struct rt_messagequeue.msg_size]", "What it uses: C functions, macros, types and members.",
				func(r *CodeRule) *[]string { return &r.Needs }),
			textField("state", stateName(), "uartState", "Of a class: a type of the file, of which each object has a value; its method end is called by Close.",
				func(r *CodeRule) *string { return &r.State }),
			wrapsField(),
			aroundField(),
			whenField(func(r *CodeRule) *When { return &r.When }),
		},
	}
}

// wrapsField says which C functions the code makes available as what, for reports.
func wrapsField() field {
	return wrapField("wraps", "{rt_enter_critical: Critical}", "What C functions become in it, by C name. They have no rule of their own.", goSymbol(),
		func(r *CodeRule) *[]Wrap { return &r.Wraps })
}

// aroundField says which calls the code surrounds.
func aroundField() field {
	return wrapField("around", "{rt_sem_take: awaiting}", "What calls of C functions that block begin with, by C name: functions of the file.",
		paramName(), func(r *CodeRule) *[]Wrap { return &r.Around })
}

// wrapField is a table of Go names by C names.
func wrapField(key, example, doc string, value *scalar, at func(*CodeRule) *[]Wrap) field {
	return field{
		key: key, example: example, doc: doc,
		value: &spec{kind: tableSpec, scalar: cNames(), elem: &spec{kind: scalarSpec, scalar: value}, alternatives: true},
		set: func(_ *decoder, dst any, p *pair) {
			list := at(dst.(*CodeRule))
			for _, q := range p.value.pairs {
				if q.value.kind == scalarNode {
					*list = append(*list, Wrap{Pos: q.pos, C: q.key, Go: q.value.text})
				}
			}
		},
	}
}

func whenField[T any](at func(*T) *When) field {
	return objectField("when", whenSpec(), `{since: "5.0"}`, "The versions and configurations for which the rule holds. Default: all.",
		func(r *T, _ *pair) any { return at(r) })
}

func whenSpec() *spec {
	return &spec{
		kind: objectSpec, def: "when", what: "a when clause",
		doc: "Limits a rule. Availability is never written: what the headers do not declare is not there.",
		fields: []field{
			textField("since", version(), `"5.0"`, "The first version of RT-Thread for which the rule holds.",
				func(w *When) *string { return &w.Since }),
			textField("until", version(), `"6.0"`, "The first version for which it does not hold any more.",
				func(w *When) *string { return &w.Until }),
			listField("config", configMacro(), `[RT_USING_HEAP, "!RT_USING_SMP"]`, "Macros that must be defined or, with a !, must not be.",
				func(w *When) *[]string { return &w.Config }),
			listField("declares", declarationClause(), `["struct rt_thread.stat", "!rt_mutex_trytake"]`, "What must be declared or, with a !, must not be.",
				func(w *When) *[]string { return &w.Declares }),
		},
	}
}

func skipSpec() *spec {
	return &spec{
		kind: objectSpec, def: "skip", what: "a skip rule", short: "reason",
		doc: "Leaves C symbols out of the safe package. A bare text stands for reason.",
		fields: []field{
			textField("reason", text(), "the result may be gone before it is used", "Why; rttgen report shows it.",
				func(r *SkipRule) *string { return &r.Reason }).must(),
			whenField(func(r *SkipRule) *When { return &r.When }),
		},
	}
}
