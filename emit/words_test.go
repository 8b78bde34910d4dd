package emit

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	cparser "github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/checks"
)

// wordsHeader declares what the rules below are about.
const wordsHeader = `
#define RT_NAME_MAX 8
#define RT_TICK_PER_SECOND 1000
#define RT_LIMIT 32
#define RT_EFULL 3
#define RT_ERROR 1
#define RT_ENOMEM 5
#define RT_NULL 0
#define MOTOR_STALL 7
typedef unsigned char rt_uint8_t; typedef unsigned int rt_uint32_t;
typedef long rt_err_t; typedef int motor_status_t; typedef int pump_status_t;
struct rt_object { char name[RT_NAME_MAX]; rt_uint8_t type; };
struct rt_thing { struct rt_object parent; int value; void (*cleanup)(struct rt_thing *thing); };
struct rt_other { int value; };
enum mode { MODE_A, MODE_B };
typedef int (*rt_call)(int cmd, void *arg);
rt_uint8_t rt_interrupt_get_nest(void);
unsigned short rt_critical_level(void);
void rt_enter_critical(void);
void rt_exit_critical(void);
struct rt_thing *rt_thing_create(void);
rt_err_t rt_thing_init(struct rt_thing *thing);
rt_err_t rt_thing_delete(struct rt_thing *thing);
rt_err_t rt_thing_detach(struct rt_thing *thing);
struct rt_thing *rt_thing_self(void);
struct rt_thing *rt_thing_find(void);
struct rt_thing *rt_thing_start(rt_call fn, void *arg);
rt_err_t rt_thing_wait(struct rt_thing *thing, int timeout);
rt_err_t rt_thing_lend(struct rt_thing *thing, void *memory, int size);
rt_err_t rt_thing_notify(struct rt_thing *thing, rt_call fn, void *arg);
rt_err_t rt_thing_join(struct rt_thing *thing, struct rt_thing *other);
rt_err_t rt_thing_stop(struct rt_thing *thing);
struct rt_other *rt_other_create(void);
rt_err_t rt_set(int a, int b);
rt_err_t rt_read(rt_uint32_t *value);
rt_err_t rt_write(void *arg);
rt_err_t rt_copy(void *buf, int size);
rt_err_t rt_named(const char *name);
void rt_signal(int signo, void (*fn)(int signo));
void rt_hook(void (*fn)(void));
int rt_count(void);
void *rt_memory(int size);
const char *rt_text(void);
motor_status_t motor_start(void);
`

const wordsRules = `
errors: {ErrFull: RT_EFULL, ErrError: RT_ERROR, ErrNoMemory: RT_ENOMEM}
enums: {Mode: {type: uint8, values: {A: MODE_A, B: MODE_B}}}
classes:
  Thing:
    c: struct rt_thing
    static: StaticThing
    functions: {rt_thing_create: {go: NewThing, role: new}}
    methods:
      rt_thing_init: {go: Init, role: init}
      rt_thing_delete: {go: Close, role: delete}
      rt_thing_detach: {go: Close, role: detach}
  Other: {c: struct rt_other, functions: {rt_other_create: {go: NewOther, role: new}}}
`

// word is a word of the vocabulary with two mappings that differ in it alone: with it and without it, or with another value where
// it cannot be left out.
type word struct{ path, with, without string }

// wordList collects words.
type wordList struct{ all []word }

func (l *wordList) add(path, with, without string) { l.all = append(l.all, word{path, with, without}) }

// mapping adds a word by a mapping with a % for what differs.
func (l *wordList) mapping(path, form, with, without string) {
	l.add(path, strings.ReplaceAll(form, "%", with), strings.ReplaceAll(form, "%", without))
}

// rule adds a word by the rule for a C function.
func (l *wordList) rule(path, c, form, with, without string) {
	l.mapping(path, "functions: {"+c+": {"+form+"}}", with, without)
}

// contexts adds the words of a context.
func (l *wordList) contexts(path, form string) {
	for word, other := range map[string]string{"scheduler": "thread", "thread": "any", "isr": "thread", "any": "thread"} {
		l.mapping(path+"="+word, form, word, other)
	}
}

// words has a row for each key of each object, and for each word of a closed set: "param.direction", "param.direction=out".
func words() []word {
	l := &wordList{}
	l.sections()
	l.classes()
	l.functions()
	l.params()
	l.results()
	l.devices()
	return l.all
}

// sections adds the words of what is no function.
func (l *wordList) sections() {
	l.mapping("mapping.errors", "errors: {%}", "ErrMine: RT_LIMIT", "")
	l.mapping("mapping.error_types", "error_types: {%}", "MotorError: {}", "")
	l.mapping("mapping.enums", "enums: {%}", "Level: {type: int, values: {Low: RT_LIMIT}}", "")
	l.mapping("mapping.classes", "classes: {%}", "Odd: {c: struct rt_other, functions: {rt_other_create: {go: NewOdd, role: new}}}", "")
	l.mapping("mapping.defaults", "defaults: {%}\nfunctions: {rt_set: {go: Set}}", "rt_*: {context: any}", "")
	l.mapping("mapping.functions", "functions: {%}", "rt_count: {go: Count}", "")
	l.mapping("mapping.code", "code: {%}", "critical.go: {needs: [rt_enter_critical]}", "")
	l.mapping("mapping.skip", "skip: {%}", "rt_count: nobody counts", "")
	l.mapping("mapping.raw_names", "raw_names: {%}", "rt_count: Counted", "")

	l.mapping("error.c", "errors: {ErrMine: {c: %}}", "RT_LIMIT", "MOTOR_STALL")
	l.mapping("error.type", "error_types: {MotorError: {}}\nerrors: {ErrMine: {c: MOTOR_STALL%}}", ", type: MotorError", "")
	l.mapping("error.text", "errors: {ErrMine: {c: RT_LIMIT%}}", ", text: too much", "")
	l.mapping("error.doc", "errors: {ErrMine: {c: RT_LIMIT%}}", ", doc: It is mine.", "")
	l.mapping("errorType.c", "error_types: {MotorError: {%}}\nfunctions: {motor_start: {go: StartMotor}}", "c: motor_status_t", "")
	l.mapping("errorType.doc", "error_types: {MotorError: {%}}", "doc: MotorError is of motors.", "")
	l.mapping("enum.type", "enums: {Level: {type: %, values: {Low: RT_LIMIT}}}", "int", "uint8")
	l.mapping("enum.flags", "enums: {Level: {type: int%, values: {Low: RT_LIMIT}}}", ", flags: true", "")
	l.mapping("enum.doc", "enums: {Level: {type: int%, values: {Low: RT_LIMIT}}}", ", doc: Level is how high it is.", "")
	l.mapping("enum.values", "enums: {Level: {type: int, values: {Low: RT_LIMIT%}}}", ", High: RT_EFULL", "")
	l.mapping("enumValue.c", "enums: {Level: {type: int, values: {Low: {c: %}}}}", "RT_LIMIT", "MOTOR_STALL")
	l.mapping("enumValue.doc", "enums: {Level: {type: int, values: {Low: {c: RT_LIMIT%}}}}", ", doc: hardly anything", "")
	for _, t := range []string{"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64"} {
		other := "int"
		if t == other {
			other = "uint"
		}
		l.mapping("enum.type="+t, "enums: {Level: {type: %, values: {Low: RT_LIMIT}}}", t, other)
	}

}

// classes adds the words of classes and of what limits rules.
func (l *wordList) classes() {
	odd := "classes: {Odd: {c: struct rt_other%, functions: {rt_other_create: {go: NewOdd, role: new}}}}"
	l.mapping("class.c", "classes: {Odd: {c: %, functions: {rt_memory: {go: NewOdd, role: new}}}}", "struct rt_other", "struct rt_object")
	l.mapping("class.static", "classes: {Thing: {%}}", "static: ThingOfMine", "static: StaticThing")
	l.mapping("class.file", odd, ", file: strange", "")
	l.mapping("class.doc", odd, ", doc: Odd is what is left.", "")
	l.mapping("class.static_doc", "classes: {Thing: {%}}", "static_doc: StaticThing is mine.", "")
	l.mapping("class.cleanup", "classes: {Thing: {%}}", "cleanup: cleanup", "")
	l.mapping("class.context", "classes: {Thing: {%, methods: {rt_thing_stop: {go: Stop}}}}", "context: any", "context: thread")
	l.mapping("class.functions", "classes: {Thing: {%}}", "functions: {rt_thing_self: {go: Self, result: {style: handle, lifetime: borrowed}}}", "")
	l.mapping("class.methods", "classes: {Thing: {%}}", "methods: {rt_thing_stop: {go: Stop}}", "")
	l.mapping("class.code", odd, ", code: {critical.go: {needs: [rt_enter_critical]}}", "")
	l.mapping("class.when", odd, `, when: {since: "99.0"}`, "")
	l.contexts("class.context", "classes: {Thing: {context: %, methods: {rt_thing_stop: {go: Stop}}}}")

	code := "code: {critical.go: {needs: [rt_enter_critical%]}}"
	l.mapping("code.needs", code, ", rt_nothing", "")
	l.mapping("code.wraps", "code: {critical.go: {%}}", "wraps: {rt_enter_critical: EnterCritical}", "")
	l.mapping("code.around", "code: {signalled.go: {%}}\nfunctions: {rt_thing_wait: {go: Thing.Wait, blocks: true}}", "around: {rt_thing_wait: awaiting}", "")
	l.mapping("code.when", "code: {critical.go: {%}}", `when: {since: "99.0"}`, "")
	l.mapping("skip.reason", "skip: {rt_count: {reason: %}}", "nobody counts", "all count")
	l.mapping("skip.when", "skip: {rt_count: {reason: nobody counts%}}", `, when: {since: "99.0"}`, "")
	when := "functions: {rt_count: {go: Count%}}"
	l.mapping("when.since", when, `, when: {since: "99.0"}`, "")
	l.mapping("when.until", when, `, when: {until: "0"}`, "")
	l.mapping("when.config", when, ", when: {config: [RT_NOTHING]}", "")
	l.mapping("when.declares", when, ", when: {declares: [rt_nothing]}", "")

	for path, with := range map[string]string{
		"doc": `doc: "{go} is one of many."`, "params": "params: {a: {type: uint8}}", "result": "result: ignore",
		"errors": "errors: {ErrFull: there is no room}", "context": "context: any",
	} {
		l.mapping("defaults."+path, "defaults: {rt_set: {%}}\nfunctions: {rt_set: {go: Set}}", with, "")
	}
	l.contexts("defaults.context", "defaults: {rt_set: {context: %}}\nfunctions: {rt_set: {go: Set}}")
}

// functions adds the words of function rules.
func (l *wordList) functions() {
	set := "go: Set%"
	l.rule("function.go", "rt_set", "go: %", "Set", "SetBoth")
	l.rule("function.doc", "rt_set", set, ", doc: Set sets both.", "")
	l.rule("function.like", "rt_set", set+"}, rt_read: {go: Read, context: any", ", like: rt_read", "")
	l.rule("function.params", "rt_set", set, ", params: {a: {type: uint8}}", "")
	l.rule("function.order", "rt_set", set, ", order: [b, a]", "")
	l.rule("function.result", "rt_set", set, ", result: ignore", "")
	l.rule("function.errors", "rt_set", set, ", errors: {ErrFull: there is no room}", "")
	l.rule("function.context", "rt_set", set, ", context: any", "")
	l.contexts("function.context", "functions: {rt_set: {go: Set, context: %}}")
	l.contexts("callback.context", `functions: {rt_hook: {go: SetHook, params: {fn: {callback: {func: "func()", context: %}}}}}`)
	l.rule("function.blocks", "rt_set", set, ", blocks: true", "")
	l.rule("function.except", "rt_thing_delete", "go: Thing.Close, role: delete%", ", except: rt_thing_self", "")
	l.rule("function.needs", "rt_set", set, ", needs: [rt_nothing]", "")
	l.rule("function.when", "rt_set", set, ", when: {config: [RT_NOTHING]}", "")
	l.rule("function.role", "rt_thing_stop", "go: Thing.Stop%", ", role: delete", "")
	l.rule("function.role=new", "rt_thing_find", "go: FindThing, result: {class: Thing, style: handle, lifetime: borrowed}%", ", role: new", "")
	l.add("function.role=init", "functions: {rt_thing_init: ~, rt_thing_stop: {go: StaticThing.Init, role: init}}",
		"functions: {rt_thing_init: ~, rt_thing_stop: {go: StaticThing.Init}}")
	l.add("function.role=delete", "functions: {rt_thing_delete: ~, rt_thing_stop: {go: Thing.Close, role: delete}}",
		"functions: {rt_thing_delete: ~, rt_thing_stop: {go: Thing.Stop}}")
	l.add("function.role=detach", "functions: {rt_thing_detach: ~, rt_thing_stop: {go: StaticThing.Close, role: detach}}",
		"functions: {rt_thing_detach: ~, rt_thing_stop: {go: StaticThing.Stop}}")
}

// params adds the words of parameters and callbacks.
func (l *wordList) params() {
	a := "go: Set, params: {a: {%}}"
	l.rule("param.go", "rt_set", a, "go: first", "")
	l.rule("param.doc", "rt_set", a, "doc: the first of both", "")
	l.rule("param.direction", "rt_copy", "go: Copy, params: {buf: {%}, size: {len_of: buf}}", "direction: out", "")
	l.rule("param.direction=in", "rt_write", "go: Write, params: {arg: {direction: %, type: uint32}}", "in", "out")
	l.rule("param.direction=out", "rt_write", "go: Write, params: {arg: {direction: %, type: uint32}}", "out", "inout")
	l.rule("param.direction=inout", "rt_write", "go: Write, params: {arg: {direction: %, type: uint32}}", "inout", "in")
	lend := "go: Thing.Lend, params: {memory: {%}, size: {len_of: memory}}"
	l.rule("param.lifetime", "rt_thing_lend", lend, "lifetime: retained", "")
	l.rule("param.lifetime=borrowed", "rt_thing_lend", lend, "lifetime: borrowed", "lifetime: owned")
	l.rule("param.lifetime=owned", "rt_thing_join", "go: Thing.Join, params: {other: {class: Thing%}}", ", lifetime: owned", "")
	l.rule("param.lifetime=retained", "rt_thing_lend", lend, "lifetime: retained", "lifetime: static")
	l.rule("param.lifetime=static", "rt_thing_lend", lend, "lifetime: static", "lifetime: borrowed")
	l.rule("param.until", "rt_thing_lend", "go: Thing.Lend, params: {memory: {lifetime: retained%}, size: {len_of: memory}}}, rt_thing_stop: {go: Thing.Stop", ", until: Stop", "")
	l.rule("param.nullable", "rt_thing_join", "go: Thing.Join, params: {other: {class: Thing%}}", ", nullable: true", "")
	l.rule("param.len_of", "rt_copy", "go: Copy, params: {size: {%}}", "len_of: buf", "")
	l.rule("param.string", "rt_named", "go: Named, params: {name: {%}}", "string: name", "")
	l.rule("param.string=name", "rt_named", "go: Named, params: {name: {string: %}}", "name", "text")
	l.rule("param.string=text", "rt_named", "go: Named, params: {name: {string: %}}", "text", "name")
	l.rule("param.enum", "rt_set", a, "enum: Mode", "")
	l.rule("param.class", "rt_write", "go: Write, params: {arg: {%}}", "class: Thing", "")
	l.rule("param.time", "rt_set", a, "time: ticks", "")
	l.rule("param.time=ticks", "rt_set", a, "time: ticks", "time: period")
	l.rule("param.time=period", "rt_set", a, "time: period", "time: ms")
	l.rule("param.time=ms", "rt_set", a, "time: ms", "time: ticks")
	l.rule("param.const", "rt_set", a, "const: RT_LIMIT", "")
	l.rule("param.type", "rt_set", a, "type: uint8", "")
	l.rule("param.min", "rt_set", a, "min: 1", "")
	l.rule("param.max", "rt_set", a, "max: 9", "")
	l.rule("param.below", "rt_set", a, "below: RT_LIMIT", "")
	l.rule("param.group", "rt_set", "go: Set, params: {a: {%}}", "group: Config, go: First", "go: first")
	l.rule("param.default", "rt_set", "go: Set, params: {a: {group: Config, go: First%}}", ", default: 7", "")
	l.rule("param.zero", "rt_set", "go: Set, params: {a: {group: Config, go: First, type: int, default: 7%}}", ", zero: NoneAtAll", "")
	l.rule("param.callback", "rt_hook", "go: SetHook, params: {fn: {%}}", `callback: {func: "func()"}`, "")
	l.rule("callback.func", "rt_thing_notify", `go: Thing.Notify, params: {fn: {callback: {func: "%", user: arg}}}`, "func(cmd int) int", "func(cmd int)")
	l.rule("callback.user", "rt_thing_notify", `go: Thing.Notify, params: {fn: {callback: {func: "func(cmd int) int"%}}}`, ", user: arg", "")
	l.rule("callback.key", "rt_signal", `go: Handle, params: {fn: {callback: {func: "func(signo int)"%}}}`, ", key: signo", "")
	l.rule("callback.context", "rt_hook", `go: SetHook, params: {fn: {callback: {func: "func()"%}}}`, ", context: thread", "")
	l.rule("callback.ends", "rt_thing_start", `go: StartThing, params: {fn: {callback: {func: "func(cmd int) int", user: arg%}}}, result: {class: Thing}, role: new`, ", ends: true", "")
}

// results adds the words of results.
func (l *wordList) results() {
	l.rule("result.style", "rt_count", "go: Count%", ", result: error", "")
	for _, w := range []struct{ word, c, other string }{
		{"value", "rt_set", "error"}, {"error", "rt_count", "value"}, {"count", "rt_count", "value"}, {"bool", "rt_count", "value"}, {"ok", "rt_set", "error"},
		{"text", "rt_text", "value"}, {"ignore", "rt_set", "error"}, {"must", "rt_set", "error"},
	} {
		l.rule("result.style="+w.word, w.c, "go: Do, result: {style: %}", w.word, w.other)
	}
	l.rule("result.style=handle", "rt_thing_find", "go: FindThing%", ", result: {style: handle, class: Thing, lifetime: borrowed}", "")
	l.rule("result.style=bytes", "rt_memory", "go: Memory, result: {%}", "style: bytes, len: size", "style: value")
	find := "go: FindThing, result: {style: handle, class: Thing, lifetime: %}"
	l.rule("result.lifetime", "rt_thing_find", find, "owned", "borrowed")
	l.rule("result.lifetime=owned", "rt_thing_find", find, "owned", "borrowed")
	l.rule("result.lifetime=borrowed", "rt_thing_find", find, "borrowed", "owned")
	l.rule("result.null", "rt_thing_find", "go: FindThing, result: {style: handle, class: Thing, lifetime: owned%}", `, "null": ErrFull`, "")
	l.rule("result.error", "motor_start", "go: StartMotor, result: {style: error%}}}\nerror_types: {PumpError: {c: pump_status_t", ", error: PumpError", "")
	l.rule("result.class", "rt_thing_find", "go: FindThing%", ", result: {class: Thing, style: handle, lifetime: owned}", "")
	l.rule("result.enum", "rt_count", "go: Count, result: {%}", "enum: Mode", "")
	l.rule("result.time", "rt_count", "go: Count, result: {%}", "time: ticks", "")
	l.rule("result.time=ticks", "rt_count", "go: Count, result: {time: %}", "ticks", "ms")
	l.rule("result.time=period", "rt_count", "go: Count, result: {%}", "time: period", "")
	l.rule("result.time=ms", "rt_count", "go: Count, result: {time: %}", "ms", "ticks")
	l.rule("result.type", "rt_count", "go: Count, result: {%}", "type: uint8", "")
	l.rule("result.len", "rt_memory", "go: Memory, result: {%}", "style: bytes, len: size", "style: value")
	l.rule("result.doc", "rt_count", "go: Count, result: {%}", "doc: It counts.", "")
}

// vocabularyPaths lists every key and every word of the schema.
func vocabularyPaths(t *testing.T) map[string]bool {
	t.Helper()
	var schema struct {
		Properties map[string]any
		Defs       map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	if err := json.Unmarshal(mapping.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	paths := map[string]bool{}
	object := func(name string, properties map[string]any) {
		for key, value := range properties {
			if strings.HasSuffix(key, "+") {
				continue
			}
			paths[name+"."+key] = true
			for _, w := range closedWords(value) {
				paths[name+"."+key+"="+w] = true
			}
		}
	}
	object("mapping", schema.Properties)
	for name, def := range schema.Defs {
		object(name, def.Properties)
	}
	for path := range paths { // the rules that stand under a class have the keys of all others
		if key, ok := strings.CutPrefix(path, "classFunction."); ok {
			if !paths["function."+key] {
				t.Errorf("rules under a class have %s, others do not", key)
			}
			delete(paths, path)
		}
	}
	return paths
}

// closedWords returns the words of a property that has a closed set of them.
func closedWords(property any) []string {
	var list []string
	if p, ok := property.(map[string]any); ok {
		words, _ := p["enum"].([]any)
		for _, w := range words {
			if s, ok := w.(string); ok {
				list = append(list, s)
			}
		}
	}
	return list
}

// TestEveryWordDecides shows for every word of the vocabulary that something of what is generated or reported changes with it.
func TestEveryWordDecides(t *testing.T) {
	api, problems := cparser.Parse(context.Background(), cparser.Config{
		Root: "/rtt", BSP: "/rtt", RootFS: fstest.MapFS{"t.h": {Data: []byte(wordsHeader + deviceHeader)}, "rtconfig.h": {}},
		Includes: []string{"."}, Headers: []string{"t.h"}, Target: model.Target{ShortEnums: true},
	})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	left := vocabularyPaths(t)
	all := len(left)
	for _, w := range words() {
		if _, known := left[w.path]; !known {
			t.Errorf("%s is not in the vocabulary, or has two rows", w.path)
		}
		delete(left, w.path)
		with, without := wordOutput(t, api, w.path, w.with), wordOutput(t, api, w.path, w.without)
		if with != "" && with == without {
			t.Errorf("%s decides nothing:\n%s\nmakes the same as\n%s", w.path, w.with, w.without)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(left)) {
		t.Errorf("nothing shows what %s decides", path)
	}
	t.Logf("%d keys and words", all)
}

// wordOutput is all that is generated and reported with a mapping over the base; empty if it is refused.
func wordOutput(t *testing.T, api *model.API, path, overlay string) string {
	t.Helper()
	rules, problems := mapping.Load(mapping.Source{Name: "base.yaml", Data: []byte(wordsRules)}, mapping.Source{Name: "word.yaml", Data: []byte(overlay)})
	if err := problems.Err(); err != nil {
		t.Errorf("%s: %v\n%s", path, err, overlay)
		return ""
	}
	p, problems := plan.Build(api, rules, plan.Options{Package: "rtt", ImportPath: "example.com/app/rtt", Checks: checks.Full, Generator: "rttgen test"})
	if err := problems.Err(); err != nil {
		t.Errorf("%s: %v\n%s", path, err, overlay)
		return ""
	}
	files, err := Files(p)
	if err != nil {
		t.Errorf("%s: %v\n%s", path, err, overlay)
		return ""
	}
	var out strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&out, "%s\n%s", name, files[name])
	}
	for _, d := range p.Decisions {
		fmt.Fprintln(&out, d)
	}
	return out.String()
}
