package layout_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
	"github.com/rttgen/rttgen/parser/layout/layouttest"
)

var shortEnums = model.Target{ShortEnums: true}

// caseRecords returns the records of the table, tagged c0, c1, ….
func caseRecords() []*model.Record {
	var list []*model.Record
	for i, c := range cases {
		list = append(list, record(fmt.Sprintf("c%d", i), c.fields, c.record...))
	}
	return list
}

// describe writes a layout as the table has it; what a member without a name contains is written in its place.
func describe(r *model.Record) string {
	return fmt.Sprintf("%d/%d", r.Size, r.Align) + places(r, 0)
}

func places(r *model.Record, base int) string {
	var b strings.Builder
	for _, f := range r.Fields {
		switch {
		case f.IsBits && f.Name != "":
			fmt.Fprintf(&b, " %s@%d.", f.Name, f.BitOffset)
		case !f.IsBits && f.Name != "":
			fmt.Fprintf(&b, " %s@%d", f.Name, base+f.Offset)
		case !f.IsBits:
			b.WriteString(places(f.Type.Record, base+f.Offset))
		}
	}
	return b.String()
}

func TestRecord(t *testing.T) {
	records := caseRecords()
	if err := layouttest.LayOut(records, shortEnums); err != nil {
		t.Fatal(err)
	}
	for i, c := range cases {
		if got := describe(records[i]); got != c.want {
			t.Errorf("%s: %q, want %q\n%s", c.name, got, c.want, layouttest.Source(records[i:i+1]))
		}
	}
}

func TestEnum(t *testing.T) {
	for _, c := range []struct {
		values      []int64
		short, long int
		signed      bool
	}{
		{nil, 1, 4, false},
		{[]int64{0}, 1, 4, false},
		{[]int64{0, 255}, 1, 4, false},
		{[]int64{256}, 2, 4, false},
		{[]int64{65535}, 2, 4, false},
		{[]int64{65536}, 4, 4, false},
		{[]int64{math.MaxUint32}, 4, 4, false},
		{[]int64{math.MaxUint32 + 1}, 8, 8, false},
		{[]int64{math.MaxInt64}, 8, 8, false},
		{[]int64{-1}, 1, 4, true},
		{[]int64{-128, 127}, 1, 4, true},
		{[]int64{128, -1}, 2, 4, true},
		{[]int64{-129}, 2, 4, true},
		{[]int64{-1, 32768}, 4, 4, true},
		{[]int64{-1, math.MaxInt32}, 4, 4, true},
		{[]int64{-1, math.MaxInt32 + 1}, 8, 8, true},
		{[]int64{math.MinInt64}, 8, 8, true},
	} {
		e := enum("e", c.values...).Enum
		check := func(kind string, target model.Target, size int) {
			layout.Enum(e, target)
			if e.Size != size || e.Signed != c.signed {
				t.Errorf("%v, %s: size %d signed %v, want %d %v", c.values, kind, e.Size, e.Signed, size, c.signed)
			}
		}
		check("short", shortEnums, c.short)
		check("not short", model.Target{}, c.long)
		e.Packed = true
		check("packed", model.Target{}, c.short)
	}
}

func TestSizeAlign(t *testing.T) {
	forward := byValue(&model.Record{})
	for _, c := range []struct {
		name        string
		t           *model.Type
		size, align int
		complete    bool
	}{
		{"int", intT, 4, 4, true},
		{"typedef", typedef("t", doubleT, 0), 8, 8, true},
		{"typedef lowers", typedef("t", doubleT, 2), 8, 2, true},
		{"typedef raises", typedef("t", intT, 32), 4, 32, true},
		{"outermost typedef counts", typedef("u", typedef("t", intT, 32), 2), 4, 2, true},
		{"array", array(3, typedef("t", intT, 2)), 12, 2, true},
		{"array of nothing", array(0, intT), 0, 4, true},
		{"array of unknown length", array(-1, intT), 0, 4, false},
		{"array of unknown arrays", array(2, array(-1, intT)), 0, 0, false},
		{"array that is too large", array(1<<31, intT), 0, 0, false},
		{"void", voidT, 0, 0, false},
		{"function", funcT, 0, 0, false},
		{"forward declaration", forward, 0, 0, false},
		{"enum that is not laid out", enum("e"), 0, 0, false},
		{"nothing", nil, 0, 0, false},
	} {
		size, align, complete := layout.SizeAlign(c.t)
		if size != c.size || align != c.align || complete != c.complete {
			t.Errorf("%s: %d %d %v, want %d %d %v", c.name, size, align, complete, c.size, c.align, c.complete)
		}
	}
}

func TestRecordErrors(t *testing.T) {
	itself := record("itself", nil)
	itself.Fields = of(field("next", byValue(itself)))
	for _, c := range []struct {
		record *model.Record
		want   string
	}{
		{itself, "member next: its type is incomplete"},
		{record("r", of(field("a", voidT))), "member a: its type is incomplete"},
		{record("r", of(bit("a", array(-1, intT), 1))), "member a: its type is incomplete"},
		{record("r", of(bit("a", floatT, 1))), "member a: a bit-field must have an integer type"},
		{record("r", of(bit("", intT, 33))), "the bit-field does not fit its type"},
		{record("r", of(bit("a", boolT, 2))), "member a: the bit-field does not fit its type"},
		{record("r", of(bit("a", intT, -1))), "member a: the bit-field does not fit its type"},
	} {
		err := layout.Record(c.record)
		var le *layout.Error
		if !errors.As(err, &le) || err.Error() != c.want || le.Field != c.record.Fields[0] {
			t.Errorf("error %v, want %q at the member", err, c.want)
		}
		if c.record.Size != 0 || c.record.Align != 0 {
			t.Errorf("%q leaves size %d align %d", c.want, c.record.Size, c.record.Align)
		}
	}
}

func TestRecordTooLarge(t *testing.T) {
	r := record("r", of(field("a", array(math.MaxInt32, charT)), field("b", charT)))
	if err := layout.Record(r); err == nil || err.Error() != "member b: it ends beyond 2 GiB" {
		t.Errorf("error %v", err)
	}
}
