package safe

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
	cparser "github.com/rttgen/rttgen/parser"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/checks"
)

// kernel is as much of RT-Thread as the wrappers below rest on.
const kernel = `
#define RT_NAME_MAX 8
#define RT_TICK_PER_SECOND 1000
#define RT_WAITING_NO 0
#define RT_LIMIT 32
#define RT_CMD_SET 1
#define RT_CMD_GET 2
#define RT_EFULL 3
#define RT_NULL 0
typedef unsigned char rt_uint8_t; typedef unsigned short rt_uint16_t; typedef unsigned int rt_uint32_t; typedef int rt_int32_t;
typedef long rt_base_t; typedef rt_base_t rt_err_t; typedef rt_uint32_t rt_tick_t;
struct rt_object { char name[RT_NAME_MAX]; rt_uint8_t type; };
struct rt_thing { struct rt_object parent; int value; void (*cleanup)(struct rt_thing *); };
typedef struct rt_thing *rt_thing_t;
rt_uint8_t rt_interrupt_get_nest(void);
rt_uint16_t rt_critical_level(void);
void rt_enter_critical(void);
void rt_exit_critical(void);
rt_thing_t rt_thing_self(void);
rt_thing_t rt_thing_create(const char *name, rt_uint16_t size, void (*entry)(void *p), void *param);
rt_err_t rt_thing_init(rt_thing_t thing, const char *name, void *memory, rt_uint32_t size);
rt_err_t rt_thing_delete(rt_thing_t thing);
rt_err_t rt_thing_detach(rt_thing_t thing);
rt_err_t rt_thing_wait(rt_thing_t thing, rt_int32_t time);
rt_err_t rt_thing_control(rt_thing_t thing, int cmd, void *arg);
void rt_thing_poke(rt_thing_t thing);
void *rt_thing_alloc(rt_thing_t thing, rt_uint32_t size);
void rt_thing_free(void *block);
rt_uint8_t rt_object_get_type(struct rt_object *object);
rt_err_t rt_delay_until(rt_tick_t *tick, rt_tick_t inc);
rt_err_t rt_idle_sethook(void (*hook)(void));
void rt_switch_sethook(void (*hook)(struct rt_thing *from, struct rt_thing *to));
void rt_signal(int signo, void (*handler)(int signo));
void rt_install(int vector, void (*handler)(int vector, void *param), void *param);
rt_err_t rt_thing_notify(rt_thing_t thing, int (*fn)(int cmd, void *arg), void *arg);
int rt_thing_notified(rt_thing_t thing, int (*fn)(int cmd, void *arg), void *arg, rt_uint32_t *count);
rt_err_t rt_thing_join(rt_thing_t thing, rt_thing_t other);
rt_err_t rt_thing_lend(rt_thing_t thing, void *memory, rt_uint32_t size);
rt_thing_t rt_thing_start(int (*entry)(int cmd, void *arg), void *arg);
const char *rt_thing_text(rt_thing_t thing);
void rt_assert_sethook(void (*hook)(const char *expr, rt_uint32_t line));
`

const classes = `
errors: {ErrFull: RT_EFULL}
classes: {Thing: {c: struct rt_thing, static: StaticThing, cleanup: cleanup}}
functions:
  rt_thing_create:
    go: NewThing
    params:
      name: {string: name}
      size: {type: int, min: 1}
      entry: {callback: {func: "func()", user: param, ends: true}}
    result: {class: Thing}
    role: new
  rt_thing_init:
    go: StaticThing.Init
    params:
      name: {string: name}
      memory: {lifetime: retained}
      size: {len_of: memory}
    role: init
  rt_thing_delete: {go: Thing.Close, role: delete, except: rt_thing_self}
  rt_thing_detach: {go: StaticThing.Close, role: detach, except: rt_thing_self}
`

// safeFiles generates a package of the kernel above, the classes and further rules.
func safeFiles(t *testing.T, rules string, checks checks.Level) map[string][]byte {
	t.Helper()
	m, problems := mapping.Load(mapping.Source{Name: "classes.yaml", Data: []byte(classes)},
		mapping.Source{Name: "rules.yaml", Data: []byte("functions:\n" + rules)})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	api, problems := cparser.Parse(context.Background(), cparser.Config{
		Root: "/rtt", BSP: "/rtt", RootFS: fstest.MapFS{"t.h": {Data: []byte(kernel)}, "rtconfig.h": {}},
		Includes: []string{"."}, Headers: []string{"t.h"}, Target: model.Target{ShortEnums: true},
	})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	p, problems := plan.Build(api, m, plan.Options{
		Package: "rtt", ImportPath: "example.com/app/rtt", Checks: checks, Generator: "rttgen test", ConfigHash: "0",
	})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	files, err := Files(p.Safe.Decl)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// function cuts one function out of generated files: "Thing.Wait" or "SetHook".
func function(t *testing.T, files map[string][]byte, name string) string {
	t.Helper()
	for path, text := range files {
		if !strings.HasSuffix(path, ".go") {
			continue
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && qualified(fn) == name {
				return string(text[fset.Position(fn.Pos()).Offset:fset.Position(fn.End()).Offset])
			}
		}
	}
	t.Fatalf("there is no %s", name)
	return ""
}

func qualified(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return fn.Name.Name
	}
	t := fn.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if class, ok := t.(*ast.Ident); ok {
		return class.Name + "." + fn.Name.Name
	}
	return fn.Name.Name
}
