package safe_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/checks"
)

const unfit = `
#define RT_NAME_MAX 8
#define RT_TICK_PER_SECOND 1000
#define RT_LIMIT 32
#define RT_EFULL 3
typedef long rt_err_t;
struct rt_thing { int value; };
struct rt_other { int value; };
struct rt_thing *rt_thing_find(const char *name);
rt_err_t rt_thing_init(struct rt_thing *thing);
rt_err_t rt_thing_delete(struct rt_thing *thing, int flags);
rt_err_t rt_thing_call(struct rt_thing *thing, int cmd, void *arg);
rt_err_t rt_other_join(struct rt_other *other, struct rt_thing *thing);
rt_err_t rt_call(void *arg);
rt_err_t rt_set(unsigned char value);
rt_err_t rt_count(unsigned int *count);
rt_err_t rt_wait(int ticks, int ms);
rt_err_t rt_copy(void *buf, int size);
void rt_nothing(void);
float rt_ratio(void);
void *rt_memory(int size);
rt_err_t rt_notify(int (*fn)(int cmd, void *arg), void *arg);
`

// TestUnfit is about rules that do not fit what C has: each is refused, with its place and the reason.
func TestUnfit(t *testing.T) {
	const class = "classes: {Thing: {c: struct rt_thing, static: StaticThing}, Other: {c: struct rt_other}}\nerrors: {ErrFull: RT_EFULL}\nfunctions:\n  "
	for _, test := range []struct{ rule, want string }{
		// memory that is not what C takes it for
		{`rt_call: {go: Call, params: {arg: {direction: out, type: "[]byte"}}}`, "4:32: parameter arg of rt_call: []byte is not in memory as C would have it"},
		{`rt_call: {go: Call, params: {arg: {direction: out, type: string}}}`, "string is not in memory as C would have it"},
		{`rt_call: {go: Call, params: {arg: {direction: inout, type: int}}}`, "int is not in memory as C would have it"},
		{`rt_count: {go: Count, params: {count: {direction: inout, type: uint8}}}`, "C has uint32 there, which takes 4 bytes, and uint8 takes 1"},
		{`rt_count: {go: Count, params: {count: {direction: in, type: int64}}}`, "takes 4 bytes, and int64 takes 8"},
		{`rt_count: {go: Count, params: {count: {type: int}}}`, "C has *uint32 there, and int is no pointer"},
		{`rt_count: {go: Count, params: {count: {type: "[]uint16"}}}`, "C has *uint32 there, and []uint16 is no pointer"},
		{`rt_call: {go: Call, params: {arg: {type: "*Thing"}}}`, "*Thing is no object of C's, it holds one"},
		{`rt_copy: {go: Copy, params: {buf: {type: "[]string"}, size: {len_of: buf}}}`, "string is not in memory as C would have it"},
		// an interrupt has no heap
		{`rt_notify: {go: Notify, context: isr, params: {fn: {callback: {func: "func(cmd int) int", user: arg, lifetime: forever}}}}`,
			"rt_notify must be called from an interrupt, but in Go it allocates memory for fn, which no interrupt may"},
		// types that C has not
		{`rt_call: {go: Call, params: {arg: {type: "map[string]int"}}}`, `4:32: "map[string]int" cannot be a Go type here: C has no maps`},
		{`rt_call: {go: Call, params: {arg: {type: Missing}}}`, "there is no type Missing"},
		{`rt_notify: {go: Notify, params: {fn: {callback: {func: "func(f func(int))", user: arg}, lifetime: static}}}`, "C passes int32, which cannot become func(int)"},
		{`rt_notify: {go: Notify, params: {fn: {callback: {func: "func(cmd int) string", user: arg}, lifetime: static}}}`, "C takes int32, which cannot be made of string"},
		{`rt_notify: {go: Notify, params: {fn: {callback: {func: "func(cmd int)", user: arg}, lifetime: retained}}}`, `"retained" needs an object that keeps it alive`},
		{`rt_notify: {go: Notify, params: {fn: {callback: {func: "func(cmd int)", user: arg}, lifetime: borrowed}}}`, ""},
		{`rt_count: {go: Count, params: {count: {lifetime: owned, type: uint32, direction: in}}}`, `"owned" is about memory of the caller's, which this is not`},
		{`rt_call: {go: Call, params: {arg: {lifetime: static, type: "[]byte"}}, context: any}`, "takes room in Go's heap, which no interrupt can"},
		{`rt_call: {go: Call, params: {arg: {lifetime: static, type: "[]byte"}}}`, ""},
		{`rt_set: {go: Set, params: {value: {direction: in}}}`, "nothing to read from or write to"},
		// values
		{`rt_set: {go: Set, params: {value: {type: string}}}`, "C has uint8 there, which cannot be made of string"},
		{`rt_set: {go: Set, params: {value: {string: text}}}`, "C has uint8 there, no text"},
		{`rt_set: {go: Set, params: {value: {class: Thing}}}`, "C has uint8 there, no Thing"},
		{`rt_set: {go: Set, params: {value: {time: ticks}}}`, "C has uint8 there, too small for a time"},
		{`rt_set: {go: Set, params: {value: {const: 300}}}`, "C has uint8 there, which does not hold 300"},
		{`rt_set: {go: Set, params: {value: {min: 300}}}`, "no uint8 is left if it must not be < 300"},
		{`rt_other_join: {go: Other.Join, params: {thing: {class: Other}}}`, "C has *raw.Thing there, no Other"},
		{`rt_copy: {go: Copy, params: {buf: {direction: out}, size: {len_of: buf}}}`, ""},
		{`rt_copy: {go: Copy, params: {size: {len_of: bug}}}`, "there is no parameter bug"},
		{`rt_wait: {go: Wait, params: {ticks: {time: ticks}, ms: {time: ms}}, blocks: true}`, "4:3: rt_wait takes ticksValue in ticks and ms in milliseconds"},
		// lifetimes
		{`rt_call: {go: Call, params: {arg: {lifetime: retained, until: Close}}}`, `"retained" needs an object that keeps it alive`},
		{`rt_thing_call: {go: Thing.Call, params: {arg: {lifetime: retained, until: Close, type: uint32}}}`, `"retained" is about memory of the caller's, which this is not`},
		{`rt_thing_find: {go: FindThing, params: {name: {string: name}}, result: {style: handle, class: Thing, "null": ErrFull}}`, "a handle is owned or borrowed"},
		{`rt_thing_init: {go: Thing.Init, role: init}`, "storage belongs to the static variant of a class"},
		{`rt_thing_delete: {go: Thing.Close, role: delete}`, "Close has nothing to pass to C but the object"},
		// results
		{`rt_nothing: {go: Nothing, result: value}`, "C returns nothing, which is no value"},
		{`rt_ratio: {go: Ratio, result: error}`, "C returns float32, no code"},
		{`rt_ratio: {go: Ratio, result: {type: "[]byte"}}`, "C returns float32, which cannot become []byte"},
		{`rt_ratio: {go: Ratio, result: {style: value, "null": ErrFull}}`, "which is never NULL"},
		{`rt_memory: {go: Memory, result: {style: bytes, "null": ErrFull}}`, "nothing tells how long the memory is"},
		{`rt_memory: {go: Memory, result: {style: handle, class: Other, lifetime: owned, "null": ErrFull}}`, ""},
	} {
		err := refusal(t, class+test.rule)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s\nis refused: %v", test.rule, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "t.yaml:4:")):
			t.Errorf("%s\ngives %v\nwant   %s", test.rule, err, test.want)
		}
	}
}

// refusal plans a mapping for the header above and returns what is wrong with it.
func refusal(t *testing.T, yaml string) error {
	t.Helper()
	m, problems := mapping.Load(mapping.Source{Name: "t.yaml", Data: []byte(yaml)})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	api, problems := parser.Parse(context.Background(), parser.Config{
		Root: "/rtt", BSP: "/rtt", RootFS: fstest.MapFS{"t.h": {Data: []byte(unfit)}, "rtconfig.h": {}},
		Includes: []string{"."}, Headers: []string{"t.h"}, Target: model.Target{ShortEnums: true},
	})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	_, problems = plan.Build(api, m, plan.Options{Package: "rtt", ImportPath: "example.com/rtt", Checks: checks.Full})
	return problems.Err()
}
