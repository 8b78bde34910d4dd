package explain_test

import (
	"context"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen"
	"github.com/rttgen/rttgen/internal/config"
	"github.com/rttgen/rttgen/internal/explain"
	"github.com/rttgen/rttgen/internal/generate"
	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan/checks"
)

var update = flag.Bool("update", false, "write docs/api.md anew")

func reference(t *testing.T, version string) *generate.Result {
	t.Helper()
	r, list := generate.Decide(context.Background(), &config.Config{
		Dir: ".", RTThread: config.Value{Text: config.Reference + ":" + version},
		Out: config.Value{Text: "rtt"}, Package: "rtt", Module: "example.com/rtt", Checks: checks.Full,
	}, "rttgen test")
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestAPI compares docs/api.md with what is generated for the reference interfaces.
func TestAPI(t *testing.T) {
	var results []*generate.Result
	for _, version := range slices.Sorted(maps.Keys(rttgen.References())) {
		results = append(results, reference(t, version))
	}
	const path = "../../docs/api.md"
	got := explain.API(results)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("go test ./internal/explain -update would change docs/api.md:\n%s", diff)
	}
}

func TestSymbol(t *testing.T) {
	r, old := reference(t, "5.2"), reference(t, "4.1")
	references := []*model.API{old.API, r.API}
	for _, test := range []struct {
		name string
		want []string // in the text
		not  []string
	}{
		{"rt_sem_take", []string{"rt_err_t rt_sem_take(rt_sem_t sem, rt_int32_t timeout)", "include/rtthread.h:", "#if defined(RT_USING_SEMAPHORE)",
			"func (*Semaphore) Take(timeout time.Duration) error", "func (*Semaphore) TakeTicks(timeout Ticks) error", "scheduler, may block",
			"C gets     sem: the object of the receiver", "timeout: a time.Duration in ticks", "errors     ErrTimeout if the time is over",
			"timeout or time: the defaults of rt_*, <mappings.yaml>:", "<mappings.yaml>:", "raw.SemTake", "RT-Thread 4.1.1 the same"}, nil},
		{"Semaphore.Take", []string{"rt_sem_take, function"}, nil},
		{"rtt.Semaphore.TakeTicks", []string{"rt_sem_take, function"}, nil},
		{"raw.SemTake", []string{"rt_sem_take, function"}, nil},
		{"rt_sem_take_killable", []string{"errors: like rt_sem_take, <mappings.yaml>:", "doc: the defaults of rt_*_killable, <mappings.yaml>:"}, []string{"name"}},
		{"Mutex.Take", []string{"Take(timeout"}, []string{"always"}},
		{"rt_mutex_create", []string{"flag: always RT_IPC_FLAG_PRIO", "name: the defaults of rt_*"}, nil},
		{"NewTimer", []string{"rt_timer_create, function", "until the object is closed", "in an interrupt", "must Close it"}, nil},
		{"rt_mq_recv", []string{"RT-Thread 4.1.1 rt_err_t rt_mq_recv(", "RT-Thread 5.2.0 the same", "TryRecv"}, nil},
		{"rt_enter_critical", []string{"EnterCritical", "written by hand"}, nil},
		{"rt_kprintf", []string{"not in the safe package: C's formats"}, []string{"rule"}},
		{"RT_ETIMEOUT", []string{"ErrTimeout"}, nil},
		{"RT_EVENT_FLAG_AND", []string{"All EventOption"}, nil},
		{"struct rt_semaphore", []string{"type Semaphore", "bytes"}, nil},
		{"rt_slab_alloc", []string{"not declared by the headers at hand", "Slab.Alloc, where it is declared"}, []string{"raw"}},
		{"rt_page_alloc", []string{"not declared by the headers at hand", "Malloc takes any size"}, nil},
		{"rt_nothing", nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out strings.Builder
			for _, a := range explain.Symbol(r, references, test.name) {
				if err := explain.Text(&out, a); err != nil {
					t.Fatal(err)
				}
			}
			if test.want == nil && out.Len() > 0 {
				t.Errorf("got an answer:\n%s", out.String())
			}
			for _, w := range test.want {
				if !strings.Contains(out.String(), w) {
					t.Errorf("no %q in\n%s", w, out.String())
				}
			}
			for _, n := range test.not {
				if strings.Contains(out.String(), n) {
					t.Errorf("%q in\n%s", n, out.String())
				}
			}
		})
	}
}

// TestOldSymbol explains what only a later version declares.
func TestOldSymbol(t *testing.T) {
	r, later := reference(t, "4.1"), reference(t, "5.2")
	answers := explain.Symbol(r, []*model.API{r.API, later.API}, "rt_mutex_setprioceiling")
	if len(answers) != 1 {
		t.Fatalf("%d answers", len(answers))
	}
	var out strings.Builder
	if err := explain.Text(&out, answers[0]); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"not declared by the headers at hand", "RT-Thread 5.2.0 declares it under #if defined(RT_USING_MUTEX)",
		"Mutex.SetPriorityCeiling, where it is declared"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
