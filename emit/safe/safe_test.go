package safe

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rttgen/rttgen/plan/checks"
)

func TestWrappers(t *testing.T) {
	for _, test := range []struct {
		name   string
		rules  string
		checks checks.Level
		fn     string
		want   string
	}{
		{"a range", `
  rt_thing_control:
    go: Thing.Set
    params: {cmd: {const: RT_CMD_SET}, arg: {type: uint16, go: limit, min: 1, below: RT_LIMIT}}
`, checks.Full, "Thing.Set", `func (t *Thing) Set(limit uint16) error {
	p := t.h.Get()
	if p == nil {
		return ErrClosed
	}
	if !inThread() {
		return ErrContext
	}
	if limit < 1 || limit >= raw.RT_LIMIT {
		return ErrRange
	}
	return errnoOf(int32(raw.ThingControl(p, raw.RT_CMD_SET, values.Word(uintptr(limit)))))
}`},
		{"a range, unchecked", `
  rt_thing_control:
    go: Thing.Set
    params: {cmd: {const: RT_CMD_SET}, arg: {direction: in, type: uint8, go: limit, below: RT_LIMIT}}
`, checks.None, "Thing.Set", `func (t *Thing) Set(limit uint8) error {
	p := t.h.Get()
	cArg := limit
	return errnoOf(int32(raw.ThingControl(p, raw.RT_CMD_SET, unsafe.Pointer(&cArg))))
}`},
		{"a bool through a pointer", `
  rt_thing_control:
    go: Thing.On
    params: {cmd: {const: RT_CMD_GET}, arg: {direction: out, type: bool, go: "on"}}
    context: any
`, checks.Cheap, "Thing.On", `func (t *Thing) On() (bool, error) {
	p := t.h.Get()
	if p == nil {
		return false, ErrClosed
	}
	var on uint32
	code := int32(raw.ThingControl(p, raw.RT_CMD_GET, unsafe.Pointer(&on)))
	return on != 0, errnoOf(code)
}`},
		{"a time through a pointer", `
  rt_thing_control:
    go: Thing.Period
    params: {cmd: {const: RT_CMD_GET}, arg: {direction: out, time: ticks, go: period}}
    context: any
`, checks.Cheap, "Thing.Period", `func (t *Thing) Period() (time.Duration, error) {
	p := t.h.Get()
	if p == nil {
		return 0, ErrClosed
	}
	var period Ticks
	code := int32(raw.ThingControl(p, raw.RT_CMD_GET, unsafe.Pointer(&period)))
	return Ticks(period).Duration(), errnoOf(code)
}`},
		{"ticks", `
  rt_thing_wait: {go: Thing.Wait, params: {time: {time: ticks, go: timeout}}, blocks: true}
`, checks.Cheap, "Thing.WaitTicks", `func (t *Thing) WaitTicks(timeout Ticks) error {
	p := t.h.Get()
	if p == nil {
		return ErrClosed
	}
	if !inThread() {
		return ErrContext
	}
	if int32(timeout) < -1 {
		return ErrRange
	}
	return waited(int32(raw.ThingWait(p, int32(timeout))), t.h.Get() == nil)
}`},
		{"ticks, surrounded", `
  rt_thing_wait: {go: Thing.Wait, params: {time: {time: ticks, go: wait}}, blocks: true}
code: {critical.go: {around: {rt_thing_wait: awaiting}}}
`, checks.None, "Thing.WaitTicks", `func (t *Thing) WaitTicks(wait Ticks) error {
	p := t.h.Get()
	wait2 := awaiting(p)
	return waited(int32(wait2.code(raw.ThingWait(p, int32(wait)))), t.h.Get() == nil)
}`},
		{"surrounded, without an object", `
  rt_delay_until: {go: DelayUntil, params: {tick: {direction: inout, type: Ticks, go: last}, inc: {time: period, go: period}}, blocks: true}
code: {critical.go: {around: {rt_delay_until: sleeping}}}
`, checks.None, "DelayUntilTicks", `func DelayUntilTicks(last *Ticks, period Ticks) error {
	wait := sleeping()
	return errnoOf(int32(wait.code(raw.DelayUntil((*raw.Tick)(unsafe.Pointer(last)), raw.Tick(period)))))
}`},
		{"what does not wait is not surrounded", `
  rt_thing_wait: {go: Thing.Try, params: {time: {const: RT_CMD_GET}}}
code: {critical.go: {around: {rt_thing_wait: awaiting}}}
`, checks.None, "Thing.Try", `func (t *Thing) Try() error {
	p := t.h.Get()
	return errnoOf(int32(raw.ThingWait(p, raw.RT_CMD_GET)))
}`},
		{"a shared variable", `
  rt_delay_until: {go: DelayUntil, params: {tick: {direction: inout, type: Ticks, go: last}, inc: {time: period, go: period}}, blocks: true}
`, checks.Full, "DelayUntilTicks", `func DelayUntilTicks(last *Ticks, period Ticks) error {
	if !canBlock() {
		return ErrContext
	}
	if last == nil {
		return ErrRange
	}
	if period == 0 || period > Ticks(ticks.MaxTicks) {
		return ErrRange
	}
	return errnoOf(int32(raw.DelayUntil((*raw.Tick)(unsafe.Pointer(last)), raw.Tick(period))))
}`},
		{"nothing to return", `
  rt_thing_poke: {go: Thing.Poke, context: any}
`, checks.Full, "Thing.Poke", `func (t *Thing) Poke() error {
	p := t.h.Get()
	if p == nil {
		return ErrClosed
	}
	raw.ThingPoke(p)
	return nil
}`},
		{"a method without the object", `
  rt_thing_free: {go: Thing.Free, params: {block: {lifetime: owned, type: "[]byte", go: memory}}, context: any}
`, checks.Full, "Thing.Free", `func (t *Thing) Free(memory []byte) error {
	if t.h.Get() == nil {
		return ErrClosed
	}
	if len(memory) < 1 {
		return ErrRange
	}
	raw.ThingFree(unsafe.Pointer(unsafe.SliceData(memory)))
	return nil
}`},
		{"a base of the object", `
  rt_object_get_type: {go: Thing.Type, result: {style: value, type: int}, context: any}
`, checks.Full, "Thing.Type", `func (t *Thing) Type() int {
	p := t.h.Get()
	if p == nil {
		return 0
	}
	return int(raw.ObjectGetType((*raw.Object)(unsafe.Pointer(p))))
}`},
		{"a pointer that may be nil", `
  rt_thing_alloc: {go: Thing.Alloc, params: {size: {const: 8}}, result: {style: value, type: "*uint32", "null": ErrFull}, context: any}
`, checks.None, "Thing.Alloc", `func (t *Thing) Alloc() (*uint32, error) {
	p := t.h.Get()
	v := raw.ThingAlloc(p, 8)
	if v == nil {
		return nil, ErrFull
	}
	return (*uint32)(v), nil
}`},
		{"memory", `
  rt_thing_alloc: {go: Thing.Alloc, params: {size: {type: int, min: 1}}, result: {style: bytes, len: size, "null": ErrFull}, context: any}
`, checks.None, "Thing.Alloc", `func (t *Thing) Alloc(size int) ([]byte, error) {
	p := t.h.Get()
	block := raw.ThingAlloc(p, uint32(size))
	if block == nil {
		return nil, ErrFull
	}
	return unsafe.Slice((*byte)(block), size), nil
}`},
		{"a hook that C may refuse", `
  rt_idle_sethook: {go: SetIdleHook, params: {hook: {callback: {func: "func()"}, lifetime: static}}, context: any}
`, checks.Full, "SetIdleHook", `func SetIdleHook(hook func()) error {
	if !inThread() {
		return ErrContext
	}
	if !callback.HookIdleSethook.Set(callback.Func(hook, hook != nil)) {
		// The kernel has the entry point already.
		return nil
	}
	if code := int32(raw.IdleSethook(callbackEntryIdleSethook())); code != 0 {
		callback.HookIdleSethook.Refused()
		return failure(code)
	}
	return nil
}`},
		{"a callback of a method that C may refuse", `
  rt_thing_notify: {go: Thing.Notify, params: {fn: {callback: {func: "func(cmd int) int", user: arg}, lifetime: retained}}, context: any}
`, checks.None, "Thing.Notify", `func (t *Thing) Notify(fn func(cmd int) int) error {
	p := t.h.Get()
	slot := callback.Add(fn)
	old := roots.Swap(&t.slotNotify, slot)
	if code := int32(raw.ThingNotify(p, callbackEntryThingNotify(), slot.User())); code != 0 {
		roots.Swap(&t.slotNotify, old)
		callback.Release(slot)
		return failure(code)
	}
	callback.Release(old)
	return nil
}`},
		{"a callback of a method that returns a value", `
  rt_thing_notified: {go: Thing.Notified, params: {fn: {callback: {func: "func(cmd int) int", user: arg}, lifetime: retained}, count: {direction: out}}, result: value, context: any}
`, checks.None, "Thing.Notified", `func (t *Thing) Notified(fn func(cmd int) int) (int32, uint32, error) {
	p := t.h.Get()
	var count uint32
	slot := callback.Add(fn)
	old := roots.Swap(&t.slotNotified, slot)
	v := raw.ThingNotified(p, callbackEntryThingNotified(), slot.User(), &count)
	callback.Release(old)
	return v, count, nil
}`},
		{"memory that C may refuse to keep", `
  rt_thing_lend: {go: Thing.Lend, params: {memory: {lifetime: retained, until: Close}, size: {len_of: memory}}, context: any}
`, checks.None, "Thing.Lend", `func (t *Thing) Lend(memory []byte) error {
	p := t.h.Get()
	oldKeptLendMemory := roots.Swap(&t.keptLendMemory, memory)
	if code := int32(raw.ThingLend(p, unsafe.Pointer(unsafe.SliceData(memory)), uint32(len(memory)))); code != 0 {
		roots.Swap(&t.keptLendMemory, oldKeptLendMemory)
		return failure(code)
	}
	return nil
}`},
		{"an object that ends with a function that returns something", `
  rt_thing_start: {go: StartThing, params: {entry: {callback: {func: "func(cmd int) int", user: arg, ends: true}}}, result: {class: Thing, "null": ErrFull}, role: new, context: any}
`, checks.None, "StartThing", `func StartThing(entry func(cmd int) int) (*Thing, error) {
	t := &Thing{}
	t.slot = callback.Add(func(a0 int) int {
		callback.Own()
		result := entry(a0)
		t.ended()
		return result
	})
	obj := raw.ThingStart(callbackEntryThingStart(), t.slot.User())
	if obj == nil {
		callback.Release(t.slot)
		return nil, ErrFull
	}
	t.h.Set(obj, handle.Owned)
	return t, nil
}`},
		{"a text that may be NULL", `
  rt_thing_text: {go: Thing.Text, result: {style: text, "null": ErrFull}, context: any}
`, checks.None, "Thing.Text", `func (t *Thing) Text() (string, error) {
	p := t.h.Get()
	v := raw.ThingText(p)
	if v == nil {
		return "", ErrFull
	}
	return text.Go(v, 1024), nil
}`},
		{"what C calls for a hook", `
  rt_switch_sethook: {go: SetSwitchHook, params: {hook: {callback: {func: "func(from, to *raw.Thing)"}, lifetime: static}}, context: any}
`, checks.Full, "CallSwitchSethook", `func CallSwitchSethook(from unsafe.Pointer, to unsafe.Pointer) {
	if run, ok := HookSwitchSethook.Get().(func(from, to *raw.Thing)); ok {
		var f frame
		if enter(&f) == 0 {
			run((*raw.Thing)(from), (*raw.Thing)(to))
		}
		leave(&f)
	}
}`},
		{"strings in a hook", `
  rt_assert_sethook: {go: SetAssertHook, params: {hook: {callback: {func: "func(expr string, line uint32)"}, lifetime: static}}, context: any}
`, checks.Full, "CallAssertSethook", `func CallAssertSethook(expr unsafe.Pointer, line uint32) {
	if run, ok := HookAssertSethook.Get().(func(expr string, line uint32)); ok {
		var f frame
		if enter(&f) == 0 {
			run(text.View((*byte)(expr)), line)
		}
		leave(&f)
	}
}`},
		{"a function for each key", `
  rt_signal: {go: Handle, params: {signo: {type: int, min: 0, below: RT_LIMIT}, handler: {callback: {func: "func(signo int)", key: signo}, lifetime: static}}}
`, checks.Cheap, "Handle", `func Handle(signo int, handler func(signo int)) error {
	if signo < 0 || signo >= raw.RT_LIMIT {
		return ErrRange
	}
	callback.HookSignal.Set(uintptr(signo), callback.Func(handler, handler != nil))
	raw.Signal(int32(signo), callbackEntrySignal())
	return nil
}`},
		{"what C calls for a key", `
  rt_install: {go: Install, params: {vector: {type: int}, handler: {callback: {func: "func(vector int)", key: vector}, lifetime: static}, param: {const: RT_NULL}}}
`, checks.Cheap, "CallInstall", `func CallInstall(vector int32, param unsafe.Pointer) {
	if run, ok := HookInstall.Get(uintptr(vector)).(func(vector int)); ok {
		var f frame
		if enter(&f) == 0 {
			run(int(vector))
		}
		leave(&f)
	}
}`},
		{"what C calls for a slot", "  rt_thing_poke: {go: Thing.Poke}\n", checks.Full, "Call", `func Call(p unsafe.Pointer) {
	if run, ok := Get(p).(func()); ok {
		var f frame
		if enter(&f) == 0 {
			run()
		}
		leave(&f)
	}
}`},
		{"a function that C calls once", `
  rt_thing_notify: {go: Thing.Notify, params: {fn: {callback: {func: "func(cmd int) int", user: arg}, lifetime: owned}}}
`, checks.None, "Thing.Notify", `func (t *Thing) Notify(fn func(cmd int) int) error {
	p := t.h.Get()
	slot := callback.AddOnce(fn)
	if code := int32(raw.ThingNotify(p, callbackEntryThingNotify(), slot.User())); code != 0 {
		callback.Release(slot)
		return failure(code)
	}
	return nil
}`},
		{"a function that C calls during the call", `
  rt_thing_notify: {go: Thing.Notify, params: {fn: {callback: {func: "func(cmd int) int", user: arg}, lifetime: borrowed}}}
`, checks.None, "Thing.Notify", `func (t *Thing) Notify(fn func(cmd int) int) error {
	p := t.h.Get()
	slot := callback.Add(fn)
	if code := int32(raw.ThingNotify(p, callbackEntryThingNotify(), slot.User())); code != 0 {
		callback.Release(slot)
		return failure(code)
	}
	callback.Release(slot)
	return nil
}`},
		{"memory that C keeps for ever", `
  rt_thing_lend: {go: Thing.Lend, params: {memory: {lifetime: static}, size: {len_of: memory}}}
`, checks.None, "Thing.Lend", `func (t *Thing) Lend(memory []byte) error {
	p := t.h.Get()
	if code := int32(raw.ThingLend(p, unsafe.Pointer(unsafe.SliceData(memory)), uint32(len(memory)))); code != 0 {
		return failure(code)
	}
	roots.Keep(unsafe.Pointer(unsafe.SliceData(memory)))
	return nil
}`},
		{"memory until a method", `
  rt_thing_lend: {go: Thing.Lend, params: {memory: {lifetime: retained, until: Poke}, size: {len_of: memory}}}
  rt_thing_notify: {go: Thing.Notify, params: {fn: {callback: {func: "func(cmd int) int", user: arg}, lifetime: retained, until: Poke}}}
  rt_thing_poke: {go: Thing.Poke}
`, checks.None, "Thing.Poke", `func (t *Thing) Poke() error {
	p := t.h.Get()
	raw.ThingPoke(p)
	roots.Swap(&t.keptLendMemory, nil)
	callback.Release(roots.Swap(&t.slotNotify, nil))
	return nil
}`},
		{"an object that is C's", `
  rt_thing_join: {go: Thing.Join, params: {other: {class: Thing, lifetime: owned}}}
`, checks.None, "Thing.Join", `func (t *Thing) Join(other *Thing) error {
	p := t.h.Get()
	if other == nil {
		return ErrClosed
	}
	cOther := other.h.Get()
	if code := int32(raw.ThingJoin(p, cOther)); code != 0 {
		return failure(code)
	}
	other.h.Take()
	return nil
}`},
		{"what C calls when it is done", "  rt_thing_poke: {go: Thing.Poke}\n", checks.Full, "CallGoneThing", `func CallGoneThing(object unsafe.Pointer) {
	roots.Gone(object)
}`},
		{"Name", "  rt_thing_poke: {go: Thing.Poke}\n", checks.Full, "Thing.Name", `func (t *Thing) Name() string {
	p := t.h.Get()
	if p == nil {
		return ""
	}
	return nameOf((*raw.Object)(unsafe.Pointer(p)))
}`},
		{"Init", "  rt_thing_poke: {go: Thing.Poke}\n", checks.Full, "StaticThing.Init", `func (t *StaticThing) Init(name string, memory []byte) error {
	if roots.Has(&t.root) {
		return ErrInUse
	}
	if !inThread() {
		return ErrContext
	}
	var cName [NameMax + 1]byte
	if !text.Name(cName[:], name) {
		return ErrName
	}
	if len(memory) < 1 {
		return ErrRange
	}
	if !roots.Add(&t.root, unsafe.Pointer(&t.obj)) {
		return ErrInUse
	}
	t.keptMemory = memory
	if code := int32(raw.ThingInit(&t.obj, &cName[0], unsafe.Pointer(unsafe.SliceData(memory)), uint32(len(memory)))); code != 0 {
		t.keptMemory = nil
		roots.Remove(&t.root)
		return failure(code)
	}
	t.obj.Cleanup = callbackEntryGoneThing()
	t.h.Set(&t.obj, handle.Static)
	return nil
}`},
		{"Close", "  rt_thing_poke: {go: Thing.Poke}\n", checks.Full, "Thing.Close", `func (t *Thing) Close() error {
	if t.h.Get() == nil {
		return ErrClosed
	}
	if !inThread() {
		return ErrContext
	}
	raw.EnterCritical()
	p := t.h.Take()
	if p == nil {
		raw.ExitCritical()
		return ErrClosed
	}
	if p == raw.ThingSelf() && t.h.Kind() != handle.Borrowed {
		t.h.Set(p, t.h.Kind())
		raw.ExitCritical()
		return ErrContext
	}
	var code int32
	switch t.h.Kind() {
	case handle.Owned:
		code = int32(raw.ThingDelete(p))
	case handle.Static:
		code = int32(raw.ThingDetach(p))
	}
	if code != 0 {
		t.h.Set(p, t.h.Kind())
		raw.ExitCritical()
		return failure(code)
	}
	callback.Release(t.slot)
	raw.ExitCritical()
	return nil
}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := function(t, safeFiles(t, test.rules, test.checks), test.fn)
			if diff := cmp.Diff(test.want, strings.TrimSpace(got)); diff != "" {
				t.Errorf("want -, got +\n%s", diff)
			}
		})
	}
}
