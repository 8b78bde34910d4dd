package app

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unsafe"

	"example.com/app/rtt"
	"example.com/app/rtt/raw"
	"example.com/app/rtt/rtttest"
)

// motor stands for the vendor's library, which is not there on the host.
type motor struct {
	status  raw.MotorStatus // what every function returns
	ended   int
	moved   struct{ steps, ms int64 }
	stopped raw.MotorStopMode
	profile []int16
	entry   raw.MotorCallback
	user    unsafe.Pointer
	limit   unsafe.Pointer // user data of the other callback
}

// object is what C's handles point to.
var object raw.Motor

// install replaces the functions of C, and has every test begin in a thread.
func install(t *testing.T) *motor {
	before := raw.Host
	t.Cleanup(func() { raw.Host = before })
	m := &motor{}
	raw.Host.InterruptGetNest = func() uint8 { return 0 }
	raw.Host.CriticalLevel = func() uint16 { return 0 }
	raw.Host.MotorCreate = func(channel uint8, flags uint32) *raw.Motor {
		if channel != 2 || flags != raw.MOTOR_FLAG_REVERSE|raw.MOTOR_FLAG_ENCODER {
			return nil
		}
		return &object
	}
	raw.Host.MotorDestroy = func(*raw.Motor) raw.MotorStatus {
		m.ended++
		return m.status
	}
	raw.Host.MotorMove = func(_ *raw.Motor, steps int32, ms uint32) raw.MotorStatus {
		m.moved.steps, m.moved.ms = int64(steps), int64(ms)
		return m.status
	}
	raw.Host.MotorStop = func(_ *raw.Motor, how raw.MotorStopMode) raw.MotorStatus {
		m.stopped = how
		return m.status
	}
	raw.Host.MotorGetPosition = func(_ *raw.Motor, position *int32) raw.MotorStatus {
		*position = -7
		return m.status
	}
	raw.Host.MotorGetState = func(_ *raw.Motor, state *raw.MotorState) raw.MotorStatus {
		*state = raw.MotorState{Position: 40000, Speed: -3, Stalled: 1}
		return m.status
	}
	raw.Host.MotorLoadProfile = func(_ *raw.Motor, steps *int16, count raw.Size) int32 {
		m.profile = slices.Clone(unsafe.Slice(steps, count))
		return int32(m.status)
	}
	raw.Host.MotorSetCallback = func(_ *raw.Motor, entry raw.MotorCallback, user unsafe.Pointer) raw.MotorStatus {
		if m.status == 0 {
			m.entry, m.user = entry, user
		}
		return m.status
	}
	raw.Host.MotorSetLimitCallback = func(_ *raw.Motor, _ uintptr, user unsafe.Pointer) { m.limit = user }
	return m
}

// event does what the motor's interrupt does.
func (m *motor) event(e uint32, position int32) {
	rtttest.RunMotorSetCallback(unsafe.Pointer(&object), e, position, m.user)
}

func create(t *testing.T) *rtt.Motor {
	t.Helper()
	m, err := rtt.NewMotor(2, rtt.Reverse|rtt.Encoder)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestCreateFails(t *testing.T) {
	install(t)
	if m, err := rtt.NewMotor(3, 0); m != nil || !errors.Is(err, rtt.ErrMotorBusy) {
		t.Errorf("NewMotor of a channel in use = %v, %v; want ErrMotorBusy", m, err)
	}
}

func TestErrors(t *testing.T) {
	fake := install(t)
	m := create(t)
	for code, want := range map[raw.MotorStatus]error{
		raw.MOTOR_OK: nil, raw.MOTOR_ERR_ARG: rtt.ErrMotorArgument, raw.MOTOR_ERR_STALL: rtt.ErrMotorStalled,
		raw.MOTOR_ERR_TIMEOUT: rtt.ErrMotorTimeout, raw.MOTOR_ERR_BUSY: rtt.ErrMotorBusy,
	} {
		fake.status = code
		_, position := m.Position()
		_, state := m.State()
		for name, err := range map[string]error{
			"Move": m.Move(1, 0), "Stop": m.Stop(rtt.Brake), "Position": position, "State": state,
			"LoadProfile": m.LoadProfile([]int16{1}), "OnEvent": m.OnEvent(func(rtt.MotorEvent, int32) {}),
		} {
			if !errors.Is(err, want) {
				t.Errorf("%s = %v for code %d, want %v", name, err, code, want)
			}
		}
	}
	fake.status = 77
	err := m.Stop(rtt.Coast)
	var code rtt.MotorError
	if !errors.As(err, &code) || code != 77 || !strings.Contains(err.Error(), "77") {
		t.Errorf("an unknown code is %v, want a MotorError that prints 77", err)
	}
	if errors.Is(rtt.MotorError(raw.RT_ETIMEOUT), rtt.ErrTimeout) {
		t.Error("a code of the vendor is taken for one of RT-Thread")
	}
	if err := m.Close(); !errors.As(err, &code) || code != 77 {
		t.Errorf("Close = %v, want the vendor's error", err)
	}
	fake.status = 0
	if err := m.Close(); err != nil || fake.ended != 2 {
		t.Errorf("Close = %v after %d calls: a motor that could not be ended must be there still", err, fake.ended)
	}
	if err := m.Close(); err != rtt.ErrClosed {
		t.Errorf("a second Close = %v, want ErrClosed", err)
	}
	if err := m.Stop(rtt.Coast); err != rtt.ErrClosed {
		t.Errorf("Stop after Close = %v, want ErrClosed", err)
	}
}

func TestCallback(t *testing.T) {
	fake := install(t)
	m := create(t)
	var got []int32
	if err := m.OnEvent(func(e rtt.MotorEvent, position int32) { got = append(got, int32(e), position) }); err != nil {
		t.Fatal(err)
	}
	if uintptr(fake.entry) != rtttest.EntryMotorSetCallback {
		t.Errorf("C got %#x as the function", fake.entry)
	}
	fake.event(raw.MOTOR_EVENT_STALL, 12)
	if want := []int32{int32(rtt.MotorStall), 12}; !slices.Equal(got, want) {
		t.Errorf("the function got %v, want %v", got, want)
	}
	fake.status = raw.MOTOR_ERR_BUSY
	if err := m.OnEvent(func(rtt.MotorEvent, int32) { t.Error("C refused this function") }); err != rtt.ErrMotorBusy {
		t.Errorf("OnEvent = %v, want ErrMotorBusy", err)
	}
	fake.event(raw.MOTOR_EVENT_DONE, 13)
	if len(got) != 4 {
		t.Error("the function before one that C refused is gone")
	}
	fake.status = 0
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	fake.event(raw.MOTOR_EVENT_DONE, 14)
	if len(got) != 4 {
		t.Error("an interrupt after Close still reaches the function")
	}
}

// TestTwoCallbacks makes sure that one callback of a motor does not end another, and that a new one takes its own place.
func TestTwoCallbacks(t *testing.T) {
	fake := install(t)
	m := create(t)
	events, limits, newLimits := 0, 0, 0
	for _, err := range []error{
		m.OnEvent(func(rtt.MotorEvent, int32) { events++ }), m.OnLimit(func() { limits++ }),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	fake.event(raw.MOTOR_EVENT_DONE, 1)
	rtttest.Run(fake.limit)
	old := fake.limit
	if err := m.OnLimit(func() { newLimits++ }); err != nil {
		t.Fatal(err)
	}
	rtttest.Run(old)
	rtttest.Run(fake.limit)
	if events != 1 || limits != 1 || newLimits != 1 {
		t.Errorf("%d events, %d and %d limits; want one of each", events, limits, newLimits)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	fake.event(raw.MOTOR_EVENT_DONE, 1)
	rtttest.Run(fake.limit)
	if events != 1 || newLimits != 1 {
		t.Error("an interrupt after Close still reaches a function")
	}
}

func TestValues(t *testing.T) {
	fake := install(t)
	m := create(t)
	if position, err := m.Position(); position != -7 || err != nil {
		t.Errorf("Position = %d, %v; C wrote -7", position, err)
	}
	if state, err := m.State(); state != (raw.MotorState{Position: 40000, Speed: -3, Stalled: 1}) || err != nil {
		t.Errorf("State = %v, %v", state, err)
	}
	profile := []int16{1, -2, 300}
	if err := m.LoadProfile(profile); err != nil || !slices.Equal(fake.profile, profile) {
		t.Errorf("LoadProfile = %v, C got %v", err, fake.profile)
	}
	if err := m.LoadProfile(nil); err != rtt.ErrRange {
		t.Errorf("LoadProfile of nothing = %v, want ErrRange", err)
	}
	if err := m.Stop(rtt.Brake); err != nil || fake.stopped != raw.MOTOR_BRAKE {
		t.Errorf("Stop = %v, C got %d", err, fake.stopped)
	}
	for d, want := range map[time.Duration]int64{
		0: 0, -time.Second: 0, 1: 1, time.Millisecond: 1, time.Millisecond + 1: 2, 2 * time.Second: 2000,
		rtt.Forever: 0xffffffff,
	} {
		if err := m.Move(-5, d); err != nil || fake.moved.steps != -5 || fake.moved.ms != want {
			t.Errorf("Move(-5, %v) = %v, C got %v; want %d ms", d, err, fake.moved, want)
		}
	}
}

func TestContext(t *testing.T) {
	fake := install(t)
	m := create(t)
	raw.Host.InterruptGetNest = func() uint8 { return 1 }
	if err := m.Move(1, 0); err != rtt.ErrContext {
		t.Errorf("Move in an interrupt = %v, want ErrContext", err)
	}
	if err := m.Stop(rtt.Brake); err != nil || fake.stopped != raw.MOTOR_BRAKE {
		t.Errorf("Stop in an interrupt = %v", err)
	}
}

func TestEncoder(t *testing.T) {
	install(t)
	var storage *raw.Encoder
	raw.Host.EncoderInit = func(e *raw.Encoder, channel uint8) raw.MotorStatus {
		storage = e
		if channel > 3 {
			return raw.MOTOR_ERR_ARG
		}
		e.Channel, e.Count = channel, 99
		return 0
	}
	raw.Host.EncoderCount = func(e *raw.Encoder) int32 { return e.Count }
	raw.Host.EncoderDeinit = func(e *raw.Encoder) raw.MotorStatus { return 0 }
	var e rtt.MotorEncoder
	if err := e.Init(9); err != rtt.ErrMotorArgument {
		t.Errorf("Init(9) = %v, want ErrMotorArgument", err)
	}
	if err := e.Init(1); err != nil || storage.Channel != 1 {
		t.Fatalf("Init(1) = %v, channel %d", err, storage.Channel)
	}
	if err := e.Init(1); err != rtt.ErrInUse {
		t.Errorf("a second Init = %v, want ErrInUse", err)
	}
	if n := e.Count(); n != 99 {
		t.Errorf("Count = %d, want 99", n)
	}
	if err := e.Close(); err != nil {
		t.Error(err)
	}
}
