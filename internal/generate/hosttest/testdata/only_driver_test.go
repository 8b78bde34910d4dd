package hosttest

import (
	"bytes"
	"io"
	"testing"
	"time"
	"unsafe"

	"rtt"
	"rtt/raw"
	"rtt/rtttest"
)

// device makes a fake device of a class, found under every name.
func device[T any](k *kernel, class raw.DeviceClassType) *T {
	d := new(T)
	p := (*raw.Device)(unsafe.Pointer(d)) // drivers' records begin with one
	p.Type = class
	k.results["DeviceFind"] = p
	return d
}

// last is the newest call of a C function.
func (k *kernel) last(t *testing.T, c string) call {
	t.Helper()
	list := k.of(c)
	if len(list) == 0 {
		t.Fatalf("%s was not called", c)
	}
	return list[len(list)-1]
}

// pointed is what an argument of C's points to.
func pointed[T any](c call, arg int) *T { return (*T)(c.Args[arg].UnsafePointer()) }

// TestFindDevices finds devices by name: only one of the right class will do, and what must be open is opened and closed.
func TestFindDevices(t *testing.T) {
	for _, open := range []struct {
		name  string
		class raw.DeviceClassType
		opens bool
		call  func(name string) (io.Closer, error)
	}{
		{"OpenADC", raw.RT_Device_Class_ADC, false, func(n string) (io.Closer, error) { return rtt.OpenADC(n) }},
		{"OpenDAC", raw.RT_Device_Class_DAC, false, func(n string) (io.Closer, error) { return rtt.OpenDAC(n) }},
		{"OpenPWM", raw.RT_Device_Class_PWM, false, func(n string) (io.Closer, error) { return rtt.OpenPWM(n) }},
		{"OpenI2C", raw.RT_Device_Class_I2CBUS, false, func(n string) (io.Closer, error) { return rtt.OpenI2C(n) }},
		{"OpenSPI", raw.RT_Device_Class_SPIDevice, false, func(n string) (io.Closer, error) { return rtt.OpenSPI(n) }},
		{"OpenRTC", raw.RT_Device_Class_RTC, true, func(n string) (io.Closer, error) { return rtt.OpenRTC(n) }},
		{"OpenWatchdog", raw.RT_Device_Class_WDT, true, func(n string) (io.Closer, error) { return rtt.OpenWatchdog(n) }},
		{"OpenHWTimer", raw.RT_Device_Class_Timer, true, func(n string) (io.Closer, error) { return rtt.OpenHWTimer(n) }},
		{"OpenBlock", raw.RT_Device_Class_Block, true, func(n string) (io.Closer, error) { return rtt.OpenBlock(n) }},
	} {
		t.Run(open.name, func(t *testing.T) {
			k := newKernel()
			if _, err := open.call("dev"); err != rtt.ErrNotFound {
				t.Errorf("it returned %v for a name that nothing has, want ErrNotFound", err)
			}
			if _, err := open.call("a name that is too long"); err != rtt.ErrName {
				t.Errorf("it returned %v for a long name, want ErrName", err)
			}
			device[[256]uint32](k, raw.RT_Device_Class_Graphic)
			if _, err := open.call("dev"); err != rtt.ErrType || len(k.of("DeviceOpen")) > 0 {
				t.Errorf("it returned %v for a device of another class, want ErrType", err)
			}
			device[[256]uint32](k, open.class)
			o, err := open.call("dev")
			if err != nil {
				t.Fatal(err)
			}
			if got := len(k.of("DeviceOpen")) > 0; got != open.opens {
				t.Errorf("it opened the device: %v, want %v", got, open.opens)
			}
			if err := o.Close(); err != nil {
				t.Error(err)
			}
			if got := len(k.of("DeviceClose")) > 0; got != open.opens {
				t.Errorf("Close closed the device: %v, want %v", got, open.opens)
			}
			if err := o.Close(); err != rtt.ErrClosed {
				t.Errorf("a second Close returned %v, want ErrClosed", err)
			}
			if open.opens {
				k.results["DeviceOpen"] = -int32(rtt.ErrBusy)
				if _, err := open.call("dev"); err != rtt.ErrBusy {
					t.Errorf("it returned %v for a device that is open already, want ErrBusy", err)
				}
			}
		})
	}
}

// TestPin drives a pin, and lets it interrupt.
func TestPin(t *testing.T) {
	k := newKernel()
	pin := rtt.Pin(35)
	pin.SetMode(rtt.PinInputPullup)
	if c := k.last(t, "PinMode"); word(c.Args[0]) != 35 || word(c.Args[1]) != raw.PIN_MODE_INPUT_PULLUP {
		t.Errorf("C got %v", c)
	}
	for _, set := range []struct {
		do   func()
		want uint64
	}{{pin.High, 1}, {pin.Low, 0}, {func() { pin.Set(true) }, 1}, {func() { pin.Set(false) }, 0}, {pin.Toggle, 1}} {
		set.do()
		if c := k.last(t, "PinWrite"); word(c.Args[0]) != 35 || uint64(word(c.Args[1])) != set.want {
			t.Errorf("C wrote %v to %v, want %d to 35", c.Args[1], c.Args[0], set.want)
		}
	}
	for level, want := range map[int32]bool{0: false, 1: true, -int32(rtt.ErrInvalid): false} {
		k.results["PinRead"] = level
		if got := pin.Get(); got != want {
			t.Errorf("Get returned %v where C read %d", got, level)
		}
	}
	if _, err := pin.Read(); err != nil && err != rtt.ErrInvalid {
		t.Errorf("Read returned %v", err)
	}

	calls := 0
	if err := pin.OnInterrupt(rtt.PinFalling, func() { calls++ }); err != nil {
		t.Fatal(err)
	}
	c := k.last(t, "PinAttachIrq")
	if word(c.Args[1]) != raw.PIN_IRQ_MODE_FALLING {
		t.Errorf("C got the mode %d", word(c.Args[1]))
	}
	first := c.Args[3].UnsafePointer()
	rtttest.Run(first)
	if calls != 1 {
		t.Errorf("the function was called %d times by one interrupt", calls)
	}
	k.results["PinAttachIrq"] = -int32(rtt.ErrBusy)
	if err := pin.OnInterrupt(rtt.PinRising, func() { calls += 100 }); err != rtt.ErrBusy {
		t.Errorf("it returned %v where the driver has a function already, want ErrBusy", err)
	}
	rtttest.Run(first)
	if calls != 2 {
		t.Errorf("calls is %d: a refused function must leave the one before", calls)
	}
	if err := pin.OnInterrupt(rtt.PinRising, nil); err != rtt.ErrRange {
		t.Errorf("it returned %v for no function, want ErrRange", err)
	}
	k.results["PinDetachIrq"] = -int32(rtt.ErrNotSupported)
	if err := pin.ClearInterrupt(); err != rtt.ErrNotSupported {
		t.Errorf("ClearInterrupt returned %v of a driver that cannot", err)
	}
	rtttest.Run(first)
	delete(k.results, "PinDetachIrq")
	if err := pin.ClearInterrupt(); err != nil {
		t.Error(err)
	}
	rtttest.Run(first)
	if calls != 3 {
		t.Errorf("the function was called %d times, want 3: none after ClearInterrupt", calls)
	}
	k.nest = 1
	if err := pin.OnInterrupt(rtt.PinRising, func() {}); err != rtt.ErrContext {
		t.Errorf("OnInterrupt returned %v in an interrupt, want ErrContext", err)
	}
	pin.High() // fine there
}

// TestPWM looks at the times that C gets.
func TestPWM(t *testing.T) {
	k := newKernel()
	device[raw.DevicePwm](k, raw.RT_Device_Class_PWM)
	pwm, err := rtt.OpenPWM("pwm3")
	if err != nil {
		t.Fatal(err)
	}
	if err := pwm.Set(2, 20*time.Millisecond, 1500*time.Microsecond); err != nil {
		t.Fatal(err)
	}
	if c := k.last(t, "PwmSet"); word(c.Args[1]) != 2 || word(c.Args[2]) != 20_000_000 || word(c.Args[3]) != 1_500_000 {
		t.Errorf("C got %v", c)
	}
	for _, d := range []time.Duration{-1, 5 * time.Second} { // more than 32 bits of nanoseconds
		if err := pwm.Set(2, d, 0); err != rtt.ErrRange {
			t.Errorf("Set returned %v for a period of %v, want ErrRange", err, d)
		}
	}
	k.results["PwmSet"] = -int32(rtt.ErrInvalid)
	if err := pwm.Set(2, time.Second, 0); err != rtt.ErrInvalid {
		t.Errorf("Set returned %v for what the driver refuses, want ErrInvalid", err)
	}
	k.during = func(c string) {
		if c == "DeviceControl" {
			p := pointed[raw.PwmConfiguration](k.last(t, c), 2)
			if p.Channel != 2 {
				t.Errorf("C was asked for channel %d", p.Channel)
			}
			p.Period, p.Pulse = 1000, 250
		}
	}
	state := rtt.PWMConfig{Channel: 2}
	if err := pwm.State(&state); err != nil || state.Period != time.Microsecond || state.Pulse != 250*time.Nanosecond {
		t.Errorf("State is %+v, %v", state, err)
	}
}

// TestCommands sends what drivers know by commands, with arguments in both directions.
func TestCommands(t *testing.T) {
	k := newKernel()
	device[raw.WatchdogDevice](k, raw.RT_Device_Class_WDT)
	dog, err := rtt.OpenWatchdog("wdt")
	if err != nil {
		t.Fatal(err)
	}
	if err := dog.SetTimeout(1500 * time.Millisecond); err != nil {
		t.Fatal(err)
	}
	c := k.last(t, "DeviceControl")
	if word(c.Args[1]) != raw.RT_DEVICE_CTRL_WDT_SET_TIMEOUT || *pointed[uint32](c, 2) != 2 {
		t.Errorf("C got %d, %d: a second and a half is two", word(c.Args[1]), *pointed[uint32](c, 2))
	}
	if err := dog.SetTimeout(-time.Second); err != rtt.ErrRange {
		t.Errorf("SetTimeout returned %v for less than nothing, want ErrRange", err)
	}
	k.during = func(c string) {
		if c == "DeviceControl" {
			if p := pointed[uint32](k.last(t, c), 2); p != nil {
				*p = 7
			}
		}
	}
	if left, err := dog.TimeLeft(); left != 7*time.Second || err != nil {
		t.Errorf("TimeLeft returned %v, %v", left, err)
	}
	k.nest = 1
	if err := dog.KeepAlive(); err != nil {
		t.Errorf("KeepAlive returned %v in an interrupt", err)
	}
	k.nest = 0
	k.results["DeviceControl"] = -int32(rtt.ErrNotSupported)
	if err := dog.Stop(); err != rtt.ErrNotSupported {
		t.Errorf("Stop returned %v of a driver that cannot, want ErrNotSupported", err)
	}

	k = newKernel()
	device[raw.RtcDevice](k, raw.RT_Device_Class_RTC)
	rtc, err := rtt.OpenRTC("rtc")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 5, 4, 3, 2, 1, 0, time.UTC)
	if err := rtc.SetTime(now); err != nil {
		t.Fatal(err)
	}
	seconds := *pointed[raw.Time](k.last(t, "DeviceControl"), 2)
	if int64(seconds) != now.Unix() {
		t.Errorf("C got the time %d, want %d", seconds, now.Unix())
	}
	k.during = func(c string) {
		if c == "DeviceControl" {
			*pointed[raw.Time](k.last(t, c), 2) = 1e9
		}
	}
	if got, err := rtc.Time(); !got.Equal(time.Unix(1e9, 0)) || err != nil {
		t.Errorf("Time returned %v, %v", got, err)
	}
}

// TestHWTimer starts a timer, and lets it fire.
func TestHWTimer(t *testing.T) {
	k := newKernel()
	d := device[raw.HwtimerDevice](k, raw.RT_Device_Class_Timer)
	timer, err := rtt.OpenHWTimer("timer3")
	if err != nil {
		t.Fatal(err)
	}
	k.results["DeviceWrite"] = int32(unsafe.Sizeof(raw.Hwtimerval{}))
	if err := timer.Start(2500*time.Millisecond + 1); err != nil {
		t.Fatal(err)
	}
	if v := pointed[raw.Hwtimerval](k.last(t, "DeviceWrite"), 2); v.Sec != 2 || v.Usec != 500_001 {
		t.Errorf("C got %+v", v)
	}
	if err := timer.Start(0); err != rtt.ErrRange {
		t.Errorf("Start returned %v for no time, want ErrRange", err)
	}
	fired := 0
	if err := timer.OnTimeout(func() { fired++ }); err != nil {
		t.Fatal(err)
	}
	rtttest.RunDeviceSetRxIndicate(unsafe.Pointer(d), 8)
	if err := timer.Close(); err != nil {
		t.Error(err)
	}
	rtttest.RunDeviceSetRxIndicate(unsafe.Pointer(d), 8)
	if fired != 1 {
		t.Errorf("the function was called %d times, want once before Close", fired)
	}
}

// TestI2C looks at the messages that C gets.
func TestI2C(t *testing.T) {
	k := newKernel()
	device[raw.I2cBusDevice](k, raw.RT_Device_Class_I2CBUS)
	bus, err := rtt.OpenI2C("i2c1")
	if err != nil {
		t.Fatal(err)
	}
	w, r := []byte{0xd0}, make([]byte, 3)
	type message struct {
		addr, flags, len uint16
		buf              *byte
	}
	for _, test := range []struct {
		addr uint16
		w, r []byte
		want []message
	}{
		{0x76, w, r, []message{{0x76, 0, 1, &w[0]}, {0x76, raw.RT_I2C_RD, 3, &r[0]}}},
		{0x76, w, nil, []message{{0x76, 0, 1, &w[0]}}},
		{0x76, nil, r, []message{{0x76, raw.RT_I2C_RD, 3, &r[0]}}},
		{0x276, nil, r, []message{{0x276, raw.RT_I2C_RD | raw.RT_I2C_ADDR_10BIT, 3, &r[0]}}},
	} {
		k.results["I2cTransfer"] = int32(len(test.want))
		if err := bus.Tx(test.addr, test.w, test.r); err != nil {
			t.Fatal(err)
		}
		c := k.last(t, "I2cTransfer")
		list := unsafe.Slice(pointed[raw.I2cMsg](c, 1), len(test.want))
		for i, m := range list {
			if got := (message{m.Addr, m.Flags, m.Len, m.Buf}); got != test.want[i] || int(word(c.Args[2])) != len(test.want) {
				t.Errorf("message %d of Tx(%#x) is %+v, want %+v", i, test.addr, got, test.want[i])
			}
		}
	}
	calls := len(k.of("I2cTransfer"))
	for _, err := range []error{bus.Tx(0x76, nil, nil), bus.Tx(0x400, w, nil), bus.Tx(0x76, make([]byte, 1<<16), nil), bus.Transfer()} {
		if err != rtt.ErrRange {
			t.Errorf("it returned %v for what cannot be sent, want ErrRange", err)
		}
	}
	k.nest = 1
	if err := bus.Tx(0x76, w, nil); err != rtt.ErrContext {
		t.Errorf("Tx returned %v in an interrupt, want ErrContext", err)
	}
	k.nest = 0
	if len(k.of("I2cTransfer")) > calls {
		t.Error("C was called all the same")
	}
	for code, want := range map[int32]error{0: rtt.ErrIO, 1: rtt.ErrIO, 2: nil, -int32(rtt.ErrTimeout): rtt.ErrTimeout} {
		k.results["I2cTransfer"] = code
		if err := bus.Tx(0x76, w, r); err != want {
			t.Errorf("Tx returned %v where C sent %d of 2, want %v", err, code, want)
		}
	}
	k.results["I2cTransfer"] = int32(1)
	if err := bus.Transfer(rtt.I2CMessage{Addr: 0x12, Flags: rtt.I2C10Bit | rtt.I2CNoStop, Data: w}); err != nil {
		t.Fatal(err)
	}
	if m := pointed[raw.I2cMsg](k.last(t, "I2cTransfer"), 1); m.Flags != raw.RT_I2C_ADDR_10BIT|raw.RT_I2C_NO_STOP || m.Addr != 0x12 {
		t.Errorf("C got %+v", m)
	}
}

// TestSPI looks at what C gets of a device on a bus.
func TestSPI(t *testing.T) {
	k := newKernel()
	device[raw.SpiDevice](k, raw.RT_Device_Class_SPIDevice)
	spi, err := rtt.OpenSPI("flash")
	if err != nil {
		t.Fatal(err)
	}
	if err := spi.Configure(rtt.SPIConfig{Mode: rtt.SPIMode3 | rtt.SPIMSBFirst, MaxHz: 1e6}); err != nil {
		t.Fatal(err)
	}
	if c := pointed[raw.SpiConfiguration](k.last(t, "SpiConfigure"), 1); c.Mode != raw.RT_SPI_MODE_3|raw.RT_SPI_MSB || c.DataWidth != 8 || c.MaxHz != 1e6 {
		t.Errorf("C got %+v", c)
	}
	if err := spi.Configure(rtt.SPIConfig{Bits: 300}); err != rtt.ErrRange {
		t.Errorf("Configure returned %v for words of 300 bits, want ErrRange", err)
	}
	k.during = func(c string) {
		if c == "SpiTransfer" {
			if p := pointed[byte](k.last(t, c), 2); p != nil {
				*p = 0x5a
			}
		}
	}
	k.results["SpiTransfer"] = int32(1)
	if b, err := spi.Transfer(0x9f); b != 0x5a || err != nil || *pointed[byte](k.last(t, "SpiTransfer"), 1) != 0x9f {
		t.Errorf("Transfer returned %#x, %v", b, err)
	}
	w := []byte{1, 2}
	if err := spi.Tx(w, nil); err != nil || pointed[byte](k.last(t, "SpiTransfer"), 2) != nil {
		t.Errorf("Tx without a place to read to returned %v", err)
	}
	for _, err := range []error{spi.Tx(nil, nil), spi.Tx(w, make([]byte, 3)), spi.TransferList(), spi.TransferList(rtt.SPIMessage{})} {
		if err != rtt.ErrRange {
			t.Errorf("it returned %v for what cannot be, want ErrRange", err)
		}
	}
	for code, want := range map[int32]error{0: rtt.ErrIO, -int32(rtt.ErrBusy): rtt.ErrBusy} {
		k.results["SpiTransfer"] = code
		if err := spi.Tx(w, nil); err != want {
			t.Errorf("Tx returned %v where C returned %d, want %v", err, code, want)
		}
	}
	if err := spi.TransferList(rtt.SPIMessage{W: w}, rtt.SPIMessage{R: make([]byte, 4)}); err != nil {
		t.Fatal(err)
	}
	m := pointed[raw.SpiMessage](k.last(t, "SpiTransferMessage"), 1)
	if m.CsTake() != 1 || m.CsRelease() != 0 || m.Length != 2 || m.Next == nil || m.Next.CsRelease() != 1 || m.Next.Length != 4 || m.Next.Next != nil {
		t.Errorf("C got %+v, %+v", m, m.Next)
	}
}

// TestUART configures a port, and reads from it with and without a deadline.
func TestUART(t *testing.T) {
	k := newKernel()
	d := device[raw.SerialDevice](k, raw.RT_Device_Class_Char)
	d.Config.SetBufsz(64)
	k.results["SemCreate"] = new(raw.Semaphore)
	uart, err := rtt.OpenUART("uart2", rtt.UARTConfig{BaudRate: 9600, DataBits: 7, Parity: rtt.ParityEven, StopBits: rtt.StopBits2})
	if err != nil {
		t.Fatal(err)
	}
	c := pointed[raw.SerialConfigure](k.last(t, "DeviceControl"), 2)
	if c.BaudRate != 9600 || c.DataBits() != 7 || c.Parity() != raw.PARITY_EVEN || c.StopBits() != raw.STOP_BITS_2 || c.Bufsz() != 64 {
		t.Errorf("C got %+v", c)
	}
	if err := uart.Configure(rtt.UARTConfig{DataBits: 16}); err != rtt.ErrRange {
		t.Errorf("Configure returned %v for 16 bits, which C has no room for, want ErrRange", err)
	}
	ready, seen := false, 0
	k.during = func(c string) {
		switch c {
		case "DeviceRead":
			k.Lock()
			k.results[c] = int32(0)
			if ready {
				k.results[c] = int32(1)
			}
			k.Unlock()
		case "SemTake": // the driver's interrupt
			ready = true
			rtttest.RunDeviceSetRxIndicate(unsafe.Pointer(d), 1)
		}
	}
	k.results["DeviceRead"] = int32(0)
	if err := uart.OnReceive(func(size int) { seen += size }); err != nil {
		t.Fatal(err)
	}
	k.calls = nil
	if n, err := uart.Read(make([]byte, 4)); n != 0 && n != 1 || err != nil {
		t.Errorf("Read returned %d, %v", n, err)
	}
	if len(k.of("SemTake")) == 0 || len(k.of("SemRelease")) == 0 || seen == 0 {
		t.Errorf("Read did not wait, or the interrupt did not wake it: %v", k.calls)
	}
	k.during = nil
	k.results["DeviceRead"], k.results["SemTake"] = int32(0), -int32(rtt.ErrTimeout)
	if err := uart.SetReadDeadline(time.Now().Add(-time.Second)); err != nil {
		t.Fatal(err)
	}
	if n, err := uart.Read(make([]byte, 4)); n != 0 || err != rtt.ErrTimeout {
		t.Errorf("Read returned %d, %v after the deadline, want ErrTimeout", n, err)
	}
	k.results["DeviceWrite"] = int32(3)
	if n, err := uart.Write([]byte("abcdef")); n != 6 || err != nil || len(k.of("DeviceWrite")) != 2 {
		t.Errorf("Write returned %d, %v", n, err)
	}
	k.results["DeviceWrite"] = int32(0)
	if n, err := uart.Write([]byte("abc")); n != 0 || err != rtt.ErrIO {
		t.Errorf("Write returned %d, %v of a driver that takes nothing, want ErrIO", n, err)
	}
	ring := raw.SerialRxFifo{PutIndex: 2, GetIndex: 60}
	d.SerialRx, d.Parent.OpenFlag = unsafe.Pointer(&ring), raw.RT_DEVICE_FLAG_INT_RX
	if n := uart.Buffered(); n != 6 {
		t.Errorf("Buffered returned %d, want 6", n)
	}
	if err := uart.Close(); err != nil {
		t.Error(err)
	}
	before := seen
	rtttest.RunDeviceSetRxIndicate(unsafe.Pointer(d), 1)
	if seen != before {
		t.Error("the function was called after Close")
	}
	if _, err := uart.Read(make([]byte, 1)); err != rtt.ErrClosed {
		t.Errorf("Read returned %v after Close, want ErrClosed", err)
	}
}

// TestBlock reads and writes a disk of 4 sectors of 8 bytes.
func TestBlock(t *testing.T) {
	k := newKernel()
	device[raw.Device](k, raw.RT_Device_Class_Block)
	disk := []byte("0123456789abcdefghijklmnopqrstuv")
	k.during = func(c string) {
		switch c {
		case "DeviceControl":
			if word(k.last(t, c).Args[1]) == raw.RT_DEVICE_CTRL_BLK_GETGEOME { // other commands point to other records
				p := pointed[raw.DeviceBlkGeometry](k.last(t, c), 2)
				p.SectorCount, p.BytesPerSector, p.BlockSize = 4, 8, 16
			}
		case "DeviceRead", "DeviceWrite":
			a := k.last(t, c).Args
			first, n := int(word(a[1])), int(word(a[3]))
			buf := unsafe.Slice((*byte)(a[2].UnsafePointer()), n*8)
			if c == "DeviceRead" {
				copy(buf, disk[first*8:])
			} else {
				copy(disk[first*8:], buf)
			}
			k.Lock()
			k.results[c] = int32(n)
			k.Unlock()
		}
	}
	b, err := rtt.OpenBlock("sd0")
	if err != nil {
		t.Fatal(err)
	}
	if b.Size() != 32 || b.WriteBlockSize() != 8 || b.EraseBlockSize() != 16 {
		t.Errorf("the disk has %d bytes, in %d and %d", b.Size(), b.WriteBlockSize(), b.EraseBlockSize())
	}
	k.results["DeviceRead"], k.results["DeviceWrite"] = int32(1), int32(1)
	warm := make([]byte, 8)
	b.ReadAt(warm, 0)
	for _, read := range []struct {
		off  int64
		n    int
		want string
		err  error
	}{{0, 8, "01234567", nil}, {5, 2, "56", nil}, {28, 9, "stuv", io.EOF}, {32, 1, "", io.EOF}, {-1, 1, "", rtt.ErrRange}} {
		buf := make([]byte, read.n)
		n, err := b.ReadAt(buf, read.off)
		if string(buf[:n]) != read.want || err != read.err {
			t.Errorf("ReadAt(%d bytes, %d) returned %q, %v, want %q, %v", read.n, read.off, buf[:n], err, read.want, read.err)
		}
	}
	if n, err := b.WriteAt([]byte("ABCDEFGH"), 8); n != 8 || err != nil || !bytes.Contains(disk, []byte("7ABCDEFGHg")) {
		t.Errorf("WriteAt returned %d, %v; the disk is %q", n, err, disk)
	}
	for _, write := range []struct {
		off int64
		n   int
	}{{1, 8}, {0, 7}, {32, 8}, {-8, 8}} {
		if _, err := b.WriteAt(make([]byte, write.n), write.off); err != rtt.ErrRange {
			t.Errorf("WriteAt(%d bytes, %d) returned %v, want ErrRange", write.n, write.off, err)
		}
	}
	if err := b.EraseBlocks(1, 1); err != nil {
		t.Fatal(err)
	}
	if s := pointed[raw.DeviceBlkSectors](k.last(t, "DeviceControl"), 2); s.SectorBegin != 2 || s.SectorEnd != 3 {
		t.Errorf("C was to erase sectors %d to %d, want 2 to 3", s.SectorBegin, s.SectorEnd)
	}
	if err := b.EraseBlocks(1, 2); err != rtt.ErrRange {
		t.Errorf("EraseBlocks returned %v beyond the end, want ErrRange", err)
	}
}
