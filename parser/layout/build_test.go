package layout_test

import "github.com/rttgen/rttgen/model"

// Short ways to write records down.

func scalar(kind model.Kind, name string, size int) *model.Type {
	return &model.Type{Kind: kind, Name: name, Size: size, Align: size}
}

func signed(name string, size int) *model.Type {
	t := scalar(model.Int, name, size)
	t.Signed = true
	return t
}

var (
	boolT   = scalar(model.Bool, "_Bool", 1)
	charT   = scalar(model.Int, "char", 1)
	shortT  = signed("short", 2)
	intT    = signed("int", 4)
	uintT   = scalar(model.Int, "unsigned int", 4)
	llongT  = signed("long long", 8)
	floatT  = scalar(model.Float, "float", 4)
	doubleT = scalar(model.Float, "double", 8)
	voidT   = &model.Type{Kind: model.Void, Name: "void"}
	funcT   = &model.Type{Kind: model.Func, Elem: voidT}
)

func pointer(to *model.Type) *model.Type {
	return &model.Type{Kind: model.Pointer, Elem: to, Size: 4, Align: 4}
}

func array(n int64, of *model.Type) *model.Type {
	return &model.Type{Kind: model.Array, Elem: of, Len: n}
}

func typedef(name string, of *model.Type, align int) *model.Type {
	return &model.Type{Kind: model.Named, Name: name, Elem: of, AlignOf: align}
}

func constant(t *model.Type) *model.Type {
	c := *t
	c.Const = true
	return &c
}

func volatile(t *model.Type) *model.Type {
	c := *t
	c.Volatile = true
	return &c
}

func enum(tag string, values ...int64) *model.Type {
	e := &model.Enum{Tag: tag}
	e.Name = "enum " + tag
	for i, v := range values {
		e.Constants = append(e.Constants, model.Constant{Value: v})
		e.Constants[i].Name = tag + string(rune('a'+i))
	}
	return &model.Type{Kind: model.EnumT, Enum: e}
}

// option changes what a constructor made; each applies to a record or a member, aligned and packed to both.
type option struct {
	record func(*model.Record)
	field  func(*model.Field)
}

var (
	packed = option{func(r *model.Record) { r.Packed = true }, func(f *model.Field) { f.Packed = true }}
	union  = option{record: func(r *model.Record) {
		r.Union = true
		r.Name = "union " + r.Tag
	}}
)

func aligned(n int) option {
	return option{func(r *model.Record) { r.AlignAttr = n }, func(f *model.Field) { f.AlignAttr = n }}
}

func pragma(n int) option { return option{record: func(r *model.Record) { r.PragmaPack = n }} }

func record(tag string, fields []*model.Field, options ...option) *model.Record {
	r := &model.Record{Tag: tag, Complete: true, Fields: fields}
	r.Name = "struct " + tag
	for _, o := range options {
		o.record(r)
	}
	return r
}

func of(fields ...*model.Field) []*model.Field { return fields }

func byValue(r *model.Record) *model.Type { return &model.Type{Kind: model.Struct, Record: r} }

// nested returns a record without a tag, for a member that defines it in place.
func nested(options []option, fields ...*model.Field) *model.Type {
	r := record("", fields, options...)
	r.Name += "<anon>"
	return byValue(r)
}

func with(options ...option) []option { return options }

func field(name string, t *model.Type, options ...option) *model.Field {
	f := &model.Field{Type: t}
	f.Name = name
	for _, o := range options {
		o.field(f)
	}
	return f
}

func bit(name string, t *model.Type, width int, options ...option) *model.Field {
	f := field(name, t, options...)
	f.IsBits, f.Bits = true, width
	return f
}
