package layout_test

import (
	"fmt"
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
	"github.com/rttgen/rttgen/parser/layout/layouttest"
)

// FuzzRecord lays out records with any widths, alignments and array lengths, sensible or not.
func FuzzRecord(f *testing.F) {
	f.Add([]byte("\x00\x00\x00\x06\x00\x00\x00\x00\x0b\x00\x00\x00\x00"))
	f.Add([]byte("\x07\x05\x02\x08\x21\x05\x03\x07\x06\x23\x00\x00\x0c\x11\x22\x33\x44"))
	layout.Enum(small.Enum, shortEnums)
	f.Fuzz(func(t *testing.T, data []byte) {
		in := &input{data: data}
		var earlier []*model.Record
		for len(in.data) > 0 && len(earlier) < 8 {
			r := in.record(earlier)
			if layout.Record(r) == nil {
				checkLayout(t, r)
			}
			earlier = append(earlier, r)
		}
	})
}

// FuzzRandom lays out what gcc accepts.
func FuzzRandom(f *testing.F) {
	f.Add(int64(1))
	f.Fuzz(func(t *testing.T, seed int64) {
		c, records := layouttest.Random(seed, 5)
		for _, tt := range targets {
			if err := layouttest.LayOut(records, tt.target); err != nil {
				t.Fatalf("%v\n%s", err, c)
			}
			for _, r := range records {
				checkLayout(t, r)
			}
		}
	})
}

// checkLayout knows what holds for every layout.
func checkLayout(t *testing.T, r *model.Record) {
	t.Helper()
	if r.Align <= 0 || r.Align&(r.Align-1) != 0 || r.Size < 0 || r.Size%r.Align != 0 {
		t.Fatalf("%s: size %d, alignment %d", r.Name, r.Size, r.Align)
	}
	end := 0
	for i, f := range r.Fields {
		size, _, _ := layout.SizeAlign(f.Type)
		first, bits := 8*f.Offset, 8*size
		if f.IsBits {
			first, bits = f.BitOffset, f.Bits
		}
		switch {
		case first < 0 || first+bits > 8*r.Size:
			t.Fatalf("%s: member %d has bits %d to %d of %d", r.Name, i, first, first+bits, 8*r.Size)
		case f.Offset != first/8:
			t.Fatalf("%s: member %d at byte %d, bit %d", r.Name, i, f.Offset, first)
		case r.Union && first != 0, !r.Union && first < end:
			t.Fatalf("%s: member %d at bit %d, after %d", r.Name, i, first, end)
		}
		end = first + bits
	}
}

// input turns bytes into records.
type input struct{ data []byte }

// next returns the next byte, 0 behind the end.
func (in *input) next() int {
	if len(in.data) == 0 {
		return 0
	}
	b := in.data[0]
	in.data = in.data[1:]
	return int(b)
}

// number returns a power of two, mostly, and sometimes something else.
func (in *input) number() int {
	switch n := in.next(); {
	case n < 128:
		return 0
	case n < 192:
		return 1 << (n % 64)
	default:
		return n - 224
	}
}

func (in *input) record(earlier []*model.Record) *model.Record {
	flags := in.next()
	r := &model.Record{Packed: flags&1 != 0, Union: flags&2 != 0, AlignAttr: in.number(), PragmaPack: in.number()}
	r.Name = fmt.Sprintf("record %d", len(earlier))
	for range flags >> 2 % 16 {
		r.Fields = append(r.Fields, in.field(earlier))
	}
	return r
}

func (in *input) field(earlier []*model.Record) *model.Field {
	flags := in.next()
	f := &model.Field{Packed: flags&1 != 0, IsBits: flags&2 != 0, AlignAttr: in.number(), Type: in.typ(earlier, 4)}
	if f.IsBits {
		f.Bits = in.next() - 2
	}
	return f
}

var basicTypes = []*model.Type{boolT, charT, shortT, intT, llongT, floatT, doubleT, voidT, funcT, small, minus, large, nil}

func (in *input) typ(earlier []*model.Record, depth int) *model.Type {
	kind := in.next()
	switch {
	case kind < 128 || depth == 0:
		return basicTypes[kind%len(basicTypes)]
	case kind < 160 && len(earlier) > 0:
		return byValue(earlier[kind%len(earlier)])
	case kind < 190:
		return array(int64(in.number()), in.typ(earlier, depth-1))
	case kind < 200:
		return array(int64(in.next())-1, in.typ(earlier, depth-1))
	}
	t := typedef("t", in.typ(earlier, depth-1), in.number())
	t.Const = kind%2 != 0
	return t
}
