package emit

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

// runWithRaw runs a Go program that imports the generated package raw, on the host.
func runWithRaw(t *testing.T, p *plan.Package, main string) string {
	t.Helper()
	dir := t.TempDir()
	files := rawFilesOf(t, p)
	files["../go.mod"] = []byte("module example.com/app\n\ngo 1.23\n")
	files["../main.go"] = []byte(main)
	for name, src := range files {
		path := filepath.Join(dir, "rtt", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, src, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// TestBitFields sets every bit-field through its accessor and looks at the bytes: the bits that C means have changed, and no
// others. Structs of plain integers have the same layout on the host.
func TestBitFields(t *testing.T) {
	p := trees[0].generate(t)
	var main, want strings.Builder
	main.WriteString(bitProgram)
	n := 0
	for _, r := range p.Raw.Records {
		for _, a := range r.Access {
			if a.Kind != raw.AccessBits {
				continue
			}
			f := memberOf(r.Record, a.C)
			value, bits := sample(a)
			fmt.Fprintf(&main, "\t{ var x raw.%s; x.Set%s(%s); fmt.Printf(\"%s.%s %%v %%s\\n\", x.%s(), bytes(unsafe.Pointer(&x), %d)) }\n",
				r.Go, a.Go, value, r.Go, a.Go, a.Go, r.Size)
			fmt.Fprintf(&main, "\t{ x := all[raw.%s](); x.Set%s(%s); fmt.Printf(\"%s.%s %%s\\n\", bytes(unsafe.Pointer(&x), %d)) }\n",
				r.Go, a.Go, zeroOf(a), r.Go, a.Go, r.Size)
			fmt.Fprintf(&want, "%s.%s %s %s\n", r.Go, a.Go, value, pattern(r.Size, 0, f.BitOffset, a.Bits, bits))
			fmt.Fprintf(&want, "%s.%s %s\n", r.Go, a.Go, pattern(r.Size, 0xff, f.BitOffset, a.Bits, 0))
			n++
		}
	}
	main.WriteString("}\n")
	if n < 15 {
		t.Fatalf("only %d bit-fields", n)
	}
	if got := runWithRaw(t, p, main.String()); got != want.String() {
		t.Errorf("got\n%s\nwant\n%s", got, want.String())
	}
}

const bitProgram = `package main

import (
	"fmt"
	"unsafe"

	"example.com/app/rtt/raw"
)

func bytes(p unsafe.Pointer, n int) string { return fmt.Sprintf("%x", unsafe.Slice((*byte)(p), n)) }

func all[T any]() (x T) {
	b := unsafe.Slice((*byte)(unsafe.Pointer(&x)), unsafe.Sizeof(x))
	for i := range b {
		b[i] = 0xff
	}
	return x
}

func main() {
`

func memberOf(r *model.Record, c string) *model.Field {
	for _, f := range r.Fields {
		if f.Name == c {
			return f
		}
	}
	return nil
}

// sample is a value for a bit-field, as Go writes it and as bits.
func sample(a raw.Accessor) (string, uint64) {
	switch {
	case a.Type.Basic() == "bool":
		return "true", 1
	case a.Signed:
		return "-2", 1<<a.Bits - 2
	}
	v := uint64(0xa5a5a5a5a5a5a5a5) & (1<<a.Bits - 1)
	return fmt.Sprint(v), v
}

func zeroOf(a raw.Accessor) string {
	if a.Type.Basic() == "bool" {
		return "false"
	}
	return "0"
}

// pattern is memory of n bytes, all fill but for the bits of one field.
func pattern(n int, fill byte, from, bits int, value uint64) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = fill
	}
	for i := range bits {
		bit := from + i
		b[bit/8] = b[bit/8]&^(1<<(bit%8)) | byte(value>>i&1)<<(bit%8)
	}
	return fmt.Sprintf("%x", b)
}

// TestHost calls functions through what a test sets, unions through their members, and a function that nobody has set.
func TestHost(t *testing.T) {
	got := runWithRaw(t, trees[0].generate(t), `package main

import (
	"fmt"

	"example.com/app/rtt/raw"
)

func main() {
	raw.Host.Narrow = func(i8 int8, u8 uint8, i16 int16, u16 uint16, flag bool, small raw.Small, c byte) raw.Err {
		return raw.Err(int(i8) + int(u8) + int(small))
	}
	fmt.Println(raw.Narrow(-1, 2, 3, 4, true, raw.RT_SMALL_B, 'c'))
	raw.Host.ByValue = func(a raw.BitsOnly, v raw.Value, n int32) (w raw.HoldsWide) {
		w.A = a.A() + uint32(*v.I()) + uint32(n)
		return w
	}
	var a raw.BitsOnly
	a.SetA(3)
	var v raw.Value
	*v.I() = 4
	w := raw.ByValue(a, v, 5)
	fmt.Println(w.A)
	var bits raw.ValueBits
	*bits.All() = 0xabcd
	fmt.Printf("%#x %#x %#x\n", bits.WithLow().Low(), bits.WithLow().High(), bits.First())
	var x raw.Anonymous
	*x.Number() = 1
	x.X, x.Deep, x.Colour.G = 2, 3, 4
	*x.Parts[2].Half() = 5
	fmt.Println(*x.Number(), x.X, x.Deep, x.Colour.G, *x.Parts[2].Half())
	raw.Global().SetOne(1)
	fmt.Println(raw.Global().One(), uint64(raw.RT_BIG), raw.RT_NAME, raw.RT_RATIO, int64(raw.RT_LOW), raw.Rt_lower)
	defer func() { fmt.Println(recover()) }()
	raw.Stop()
}
`)
	want := `201
12
0xd 0xabc 0x1cd
1 2 3 4 5
1 18446744073709551615 a "name" 2.5 -9223372036854775808 3
raw: rt_stop is not there on the host: set raw.Host.Stop
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
