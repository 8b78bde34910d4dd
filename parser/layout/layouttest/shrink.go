package layouttest

import (
	"iter"

	"github.com/rttgen/rttgen/model"
)

// Shrink returns the smallest record it finds, by taking members and attributes away from r, that still fails.
func Shrink(r *model.Record, fails func(*model.Record) bool) *model.Record {
	for {
		smaller := firstFailing(r, fails)
		if smaller == nil {
			return r
		}
		r = smaller
	}
}

func firstFailing(r *model.Record, fails func(*model.Record) bool) *model.Record {
	for v := range variants(r) {
		if fails(v) {
			return v
		}
	}
	return nil
}

// variants returns the records that r contains, and copies of r, each with something taken away.
func variants(r *model.Record) iter.Seq[*model.Record] {
	return func(yield func(*model.Record) bool) {
		for _, f := range r.Fields {
			if in := elementRecord(f.Type); in != nil && inlineRecord(recordType(in)) == nil && !yield(in) {
				return
			}
		}
		for i := range r.Fields {
			c := clone(r)
			c.Fields = append(c.Fields[:i:i], c.Fields[i+1:]...)
			if !yield(c) {
				return
			}
		}
		for _, simplify := range simplifications {
			if c := clone(r); simplify(c) && !yield(c) {
				return
			}
		}
		for i := range r.Fields {
			for f := range fieldVariants(r.Fields[i]) {
				c := clone(r)
				c.Fields[i] = f
				if !yield(c) {
					return
				}
			}
		}
	}
}

// simplifications take something away from a record, and say whether there was anything to take.
var simplifications = []func(*model.Record) bool{
	func(r *model.Record) bool { return clearInt(&r.AlignAttr) },
	func(r *model.Record) bool { return clearBool(&r.Packed) },
	func(r *model.Record) bool {
		had := r.PragmaPack != 0
		inheritPack(r, 0)
		return had
	},
}

// fieldVariants returns copies of f, each with something taken away. Records nested by value shrink too.
func fieldVariants(f *model.Field) iter.Seq[*model.Field] {
	return func(yield func(*model.Field) bool) {
		if c := *f; clearInt(&c.AlignAttr) && !yield(&c) {
			return
		}
		if c := *f; clearBool(&c.Packed) && !yield(&c) {
			return
		}
		in := elementRecord(f.Type)
		if in == nil {
			return
		}
		if c := *f; f.Type.Kind != model.Struct { // a typedef or an array
			c.Type = recordType(in)
			yield(&c)
			return
		}
		for v := range variants(in) {
			c := *f
			c.Type = recordType(v)
			if !yield(&c) {
				return
			}
		}
	}
}

// clone copies a record and those that it defines in place.
func clone(r *model.Record) *model.Record {
	c := *r
	c.Fields = make([]*model.Field, len(r.Fields))
	for i, f := range r.Fields {
		g := *f
		if in := inlineRecord(f.Type); in != nil {
			g.Type = recordType(clone(in))
		}
		c.Fields[i] = &g
	}
	return &c
}

func clearInt(p *int) bool {
	had := *p != 0
	*p = 0
	return had
}

func clearBool(p *bool) bool {
	had := *p
	*p = false
	return had
}
