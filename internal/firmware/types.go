package firmware

import (
	"debug/dwarf"
)

// reader gathers what the debug information says, each definition of a header once though every C file repeats it.
type reader struct {
	image *Image
	data  *dwarf.Data
	seen  map[seen]bool
}

// seen tells two definitions of a name apart by what matters of them.
type seen struct {
	name  string
	place Place
	size  int
}

func readTypes(image *Image, data *dwarf.Data) error {
	r := &reader{image: image, data: data, seen: map[seen]bool{}}
	return units(image, data, func(files []*dwarf.LineFile, e *dwarf.Entry, children *dwarf.Reader) error {
		name, _ := e.Val(dwarf.AttrName).(string)
		if name == "" {
			return nil // what has no name of its own is found through what names it
		}
		at := placeOf(files, e)
		switch e.Tag {
		case dwarf.TagStructType, dwarf.TagUnionType:
			return r.record(map[dwarf.Tag]string{dwarf.TagStructType: "struct ", dwarf.TagUnionType: "union "}[e.Tag]+name, at, files, e.Offset)
		case dwarf.TagEnumerationType:
			return r.enum("enum "+name, at, e.Offset)
		case dwarf.TagTypedef:
			return r.typedef(name, at, files, e)
		case dwarf.TagSubprogram:
			return r.function(name, at, e)
		case dwarf.TagVariable:
			return r.variable(name, at, e)
		}
		return nil
	})
}

func placeOf(files []*dwarf.LineFile, e *dwarf.Entry) Place {
	index, _ := e.Val(dwarf.AttrDeclFile).(int64)
	line, _ := e.Val(dwarf.AttrDeclLine).(int64)
	p := Place{Line: int(line)}
	if index >= 0 && int(index) < len(files) && files[index] != nil {
		p.File = files[index].Name
	}
	return p
}

// isNew notes a definition, and reports whether it is another one than those before.
func (r *reader) isNew(name string, at Place, size int) bool {
	k := seen{name, at, size}
	was := r.seen[k]
	r.seen[k] = true
	return !was
}

func (r *reader) record(name string, at Place, files []*dwarf.LineFile, offset dwarf.Offset) error {
	t, err := r.data.Type(offset)
	if err != nil {
		return err
	}
	s, ok := t.(*dwarf.StructType)
	if !ok || s.Incomplete || !r.isNew(name, at, int(s.ByteSize)) {
		return nil
	}
	x := &Record{Place: at, Size: int(s.ByteSize)}
	x.Fields = fields(s, 0, nil)
	r.places(x, files, offset)
	r.image.Records[name] = append(r.image.Records[name], x)
	return nil
}

// fields lists the members of a record, with those of anonymous ones in it.
func fields(s *dwarf.StructType, base int, list []Field) []Field {
	for _, f := range s.Field {
		if inner, ok := f.Type.(*dwarf.StructType); ok && f.Name == "" {
			list = fields(inner, base+int(f.ByteOffset), list)
			continue
		}
		x := Field{Name: f.Name, Offset: base + int(f.ByteOffset), Size: int(f.Type.Size()), Len: -1}
		t := f.Type
		if a, ok := stripped(t).(*dwarf.ArrayType); ok {
			x.Len, t = int(a.Count), a.Type
		}
		if in, ok := stripped(t).(*dwarf.StructType); ok {
			x.Record = in.Kind + " " + in.StructName
		}
		if f.BitSize > 0 {
			x.Bits = int(f.BitSize)
			x.Offset = base*8 + bitOffset(f)
		}
		list = append(list, x)
	}
	return list
}

// bitOffset is where a bit-field begins, in bits from the start of its record. DWARF 2 and 3 count from the most significant bit of
// its storage.
func bitOffset(f *dwarf.StructField) int {
	if f.DataBitOffset != 0 || f.ByteSize == 0 {
		return int(f.ByteOffset)*8 + int(f.DataBitOffset)
	}
	return int(f.ByteOffset)*8 + int(f.ByteSize*8-f.BitOffset-f.BitSize)
}

// places adds where the members of a record stand, which the types of package dwarf do not keep.
func (r *reader) places(x *Record, files []*dwarf.LineFile, offset dwarf.Offset) {
	children := r.data.Reader()
	children.Seek(offset)
	if _, err := children.Next(); err != nil {
		return
	}
	for {
		e, err := children.Next()
		if err != nil || e == nil || e.Tag == 0 {
			return
		}
		if name, _ := e.Val(dwarf.AttrName).(string); e.Tag == dwarf.TagMember {
			for i := range x.Fields {
				if x.Fields[i].Name == name {
					x.Fields[i].Place = placeOf(files, e)
				}
			}
		}
		children.SkipChildren()
	}
}

func (r *reader) enum(name string, at Place, offset dwarf.Offset) error {
	t, err := r.data.Type(offset)
	if err != nil {
		return err
	}
	e, ok := t.(*dwarf.EnumType)
	if !ok || !r.isNew(name, at, int(e.ByteSize)) {
		return nil
	}
	x := &Enum{Place: at, Size: int(e.ByteSize), Values: map[string]int64{}}
	for _, v := range e.Val {
		x.Values[v.Name] = v.Val
	}
	r.image.Enums[name] = append(r.image.Enums[name], x)
	return nil
}

// typedef is a scalar's, or the name of a record or an enumeration without a tag.
func (r *reader) typedef(name string, at Place, files []*dwarf.LineFile, e *dwarf.Entry) error {
	of, ok := e.Val(dwarf.AttrType).(dwarf.Offset)
	if !ok {
		return nil // of void
	}
	t, err := r.data.Type(of)
	if err != nil {
		return err
	}
	switch t := t.(type) {
	case *dwarf.StructType:
		if t.StructName == "" {
			return r.record(name, at, files, of)
		}
		return nil
	case *dwarf.EnumType:
		if t.EnumName == "" {
			return r.enum(name, at, of)
		}
	}
	if size := int(t.Size()); size > 0 && r.isNew(name, at, size) {
		r.image.Scalars[name] = append(r.image.Scalars[name], &Scalar{at, size})
	}
	return nil
}

func (r *reader) function(name string, at Place, e *dwarf.Entry) error {
	if external, _ := e.Val(dwarf.AttrExternal).(bool); !external {
		return nil
	}
	declaration, _ := e.Val(dwarf.AttrDeclaration).(bool)
	x := &Function{Place: at, Defined: !declaration}
	var err error
	if x.Result, err = r.sizeOf(e); err != nil {
		return err
	}
	if e.Children {
		children := r.data.Reader()
		children.Seek(e.Offset)
		if _, err := children.Next(); err != nil {
			return err
		}
		for {
			c, err := children.Next()
			if err != nil || c == nil || c.Tag == 0 {
				break
			}
			switch c.Tag {
			case dwarf.TagFormalParameter:
				size, err := r.sizeOf(c)
				if err != nil {
					return err
				}
				x.Params = append(x.Params, size)
			case dwarf.TagUnspecifiedParameters:
				x.Variadic = true
			}
			children.SkipChildren()
		}
	}
	r.image.Functions[name] = append(r.image.Functions[name], x)
	return nil
}

// sizeOf is the size of the type of something, 0 if it has none.
func (r *reader) sizeOf(e *dwarf.Entry) (int, error) {
	of, ok := e.Val(dwarf.AttrType).(dwarf.Offset)
	if !ok {
		return 0, nil
	}
	t, err := r.data.Type(of)
	if err != nil {
		return 0, err
	}
	return int(t.Size()), nil
}

func (r *reader) variable(name string, at Place, e *dwarf.Entry) error {
	of, ok := e.Val(dwarf.AttrType).(dwarf.Offset)
	if !ok {
		return nil
	}
	t, err := r.data.Type(of)
	if err != nil {
		return err
	}
	x := &Variable{Place: at, Len: -1}
	if a, ok := stripped(t).(*dwarf.ArrayType); ok {
		x.Len = int(a.Count)
	}
	r.image.Variables[name] = append(r.image.Variables[name], x)
	return nil
}

// stripped is a type without typedefs and qualifiers.
func stripped(t dwarf.Type) dwarf.Type {
	for {
		switch x := t.(type) {
		case *dwarf.TypedefType:
			t = x.Type
		case *dwarf.QualType:
			t = x.Type
		default:
			return t
		}
	}
}
