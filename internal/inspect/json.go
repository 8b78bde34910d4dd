// Package inspect shows the facts that were read from headers: as JSON for programs, and as C declarations for people.
package inspect

import (
	"encoding/json"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/layout"
)

// facts is the JSON form of an API.
type facts struct {
	Version       string               `json:"version"`
	Compiler      string               `json:"compiler"`
	Flags         string               `json:"flags"`
	Headers       []string             `json:"headers"`
	RTConfig      map[string]string    `json:"rtconfig"`
	Structs       map[string]record    `json:"structs"`
	Opaque        []string             `json:"opaque"`
	Enums         map[string]enum      `json:"enums"`
	Typedefs      map[string]typedef   `json:"typedefs"`
	Functions     map[string]function  `json:"functions"`
	StaticInlines map[string]function  `json:"static_inline_functions"`
	Variables     map[string]variable  `json:"variables"`
	Macros        map[string]macro     `json:"macros"`
	FuncMacros    map[string]funcMacro `json:"function_macros"`
}

type place struct {
	File   string   `json:"file"`
	Line   int      `json:"line,omitempty"`
	Guards []string `json:"guards,omitempty"`
}

func placeOf(d model.Decl) place { return place{File: d.Pos.File, Line: d.Pos.Line, Guards: d.Guards} }

type record struct {
	Kind  string `json:"kind"`
	Size  int    `json:"size"`
	Align int    `json:"align"`
	place
	Fields []field `json:"fields"`
}

type field struct {
	Name      string   `json:"name"`
	Type      string   `json:"type"`
	Offset    int      `json:"offset"`
	Size      int      `json:"size"`
	Bitfield  bool     `json:"bitfield,omitempty"`
	BitWidth  *int     `json:"bit_width,omitempty"`
	BitOffset *int     `json:"bit_offset,omitempty"`
	Guards    []string `json:"guards,omitempty"`
	Anonymous *record  `json:"anonymous,omitempty"` // the record that the field is of, if that has no name
}

type enum struct {
	Size int `json:"size"`
	place
	Signed     bool             `json:"signed"`
	Underlying string           `json:"underlying"`
	Constants  map[string]int64 `json:"constants"`
}

type typedef struct {
	Type  string `json:"type"`
	Size  int    `json:"size"`
	Align int    `json:"align"`
	place
}

type function struct {
	Result   string  `json:"ret"`
	Params   []param `json:"params"`
	Variadic bool    `json:"variadic"`
	place
}

type param struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

type variable struct {
	Type    string `json:"type"`
	Storage string `json:"storage"`
	place
}

type macro struct {
	Kind  model.MacroKind `json:"kind"`
	Value any             `json:"value"`
	CType string          `json:"ctype,omitempty"`
	place
}

type funcMacro struct {
	Params string `json:"params"`
	place
}

// JSON writes an API as one JSON object. Unsigned 64 bit values above the largest signed one appear as negative numbers.
func JSON(w io.Writer, api *model.API, generator string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(newFacts(api, generator))
}

func newFacts(api *model.API, generator string) *facts {
	f := &facts{
		Version: api.Version.String(), Compiler: generator, Headers: api.Headers, Opaque: []string{},
		RTConfig: map[string]string{}, Structs: map[string]record{}, Enums: map[string]enum{}, Typedefs: map[string]typedef{},
		Functions: map[string]function{}, StaticInlines: map[string]function{}, Variables: map[string]variable{},
		Macros: map[string]macro{}, FuncMacros: map[string]funcMacro{},
	}
	var flags []string
	for _, d := range api.Defines {
		flags = append(flags, "-D"+d.String())
	}
	f.Flags = strings.Join(flags, " ")
	f.types(api)
	for _, fn := range api.Functions {
		if fn.Inline {
			f.StaticInlines[fn.Name] = newFunction(fn)
		} else {
			f.Functions[fn.Name] = newFunction(fn)
		}
	}
	for _, v := range api.Variables {
		f.Variables[v.Name] = variable{Type: v.Type.String(), Storage: "extern", place: placeOf(v.Decl)}
	}
	for _, m := range api.Macros {
		f.Macros[m.Name] = newMacro(m)
		if path.Base(m.Pos.File) == "rtconfig.h" {
			f.RTConfig[m.Name] = m.Text
		}
	}
	for _, m := range api.FuncMacros {
		f.FuncMacros[m.Name] = funcMacro{Params: funcMacroParams(m), place: placeOf(m.Decl)}
	}
	return f
}

func (f *facts) types(api *model.API) {
	for _, r := range api.Records {
		if r.Complete {
			f.Structs[key(r.Name, r.Anonymous(), r.TypedefNames)] = newRecord(r)
		} else {
			f.Opaque = append(f.Opaque, r.Name)
		}
	}
	for _, e := range api.Enums {
		if !e.Complete {
			continue
		}
		constants := map[string]int64{}
		for _, c := range e.Constants {
			constants[c.Name] = c.Value
		}
		f.Enums[key(e.Name, e.Anonymous(), e.TypedefNames)] = enum{Size: e.Size, place: placeOf(e.Decl), Signed: e.Signed, Underlying: e.Integer(), Constants: constants}
	}
	for _, t := range api.Typedefs {
		size, align, _ := layout.SizeAlign(&model.Type{Kind: model.Named, Name: t.Name, Elem: t.Type, AlignOf: t.AlignOf}) // 0 of a function or an incomplete type
		f.Typedefs[t.Name] = typedef{Type: t.Type.String(), Size: size, Align: align, place: placeOf(t.Decl)}
	}
}

// key names a record or an enum: one without a tag by the typedef that it was declared for.
func key(name string, anonymous bool, typedefs []string) string {
	if anonymous && len(typedefs) > 0 {
		return "typedef " + typedefs[0]
	}
	return name
}

func newRecord(r *model.Record) record {
	out := record{Kind: "structure", Size: r.Size, Align: r.Align, place: placeOf(r.Decl), Fields: []field{}}
	if r.Union {
		out.Kind = "union"
	}
	for _, f := range r.Fields {
		out.Fields = append(out.Fields, newField(f, r.Guards))
	}
	return out
}

func newField(f *model.Field, around []string) field {
	size, _, _ := layout.SizeAlign(f.Type) // 0 of a flexible array
	out := field{Name: f.Name, Type: f.Type.String(), Offset: f.Offset, Size: size, Guards: inner(f.Guards, around)}
	if f.IsBits {
		out.Bitfield, out.BitWidth, out.BitOffset = true, &f.Bits, &f.BitOffset
	}
	t := f.Type
	for t.Kind == model.Array {
		t = t.Elem
	}
	if t.Kind == model.Struct && t.Record.Anonymous() {
		r := newRecord(t.Record)
		out.Anonymous = &r
	}
	return out
}

// prototypes spells basic types as people do; elsewhere they are spelled as in gcc's debugging information.
var prototypes = strings.NewReplacer(
	"long long unsigned int", "unsigned long long", "long long int", "long long",
	"long unsigned int", "unsigned long", "long int", "long",
	"short unsigned int", "unsigned short", "short int", "short",
)

// inner returns the guards of a field that do not hold for its whole record already.
func inner(guards, around []string) []string {
	if len(guards) >= len(around) && slices.Equal(guards[:len(around)], around) {
		return guards[len(around):]
	}
	return guards
}

func newFunction(f *model.Function) function {
	out := function{Result: prototypes.Replace(f.Result.String()), Params: []param{}, Variadic: f.Variadic, place: placeOf(f.Decl)}
	for _, p := range f.Params {
		out.Params = append(out.Params, param{Name: p.Name, Type: prototypes.Replace(p.Type.String())})
	}
	return out
}

func newMacro(m *model.Macro) macro {
	out := macro{Kind: m.Kind, Value: m.Text, place: placeOf(m.Decl)}
	switch m.Kind {
	case model.MacroInt:
		out.Value = m.Int
	case model.MacroFloat:
		out.Value = m.Float
	case model.MacroString:
		out.Value = m.String
		return out
	}
	if m.Type != nil {
		out.CType = m.Type.String()
	}
	return out
}

func funcMacroParams(m *model.FuncMacro) string {
	params := strings.Join(m.Params, ",")
	switch {
	case !m.Variadic:
		return params
	case params == "":
		return "..."
	}
	return params + ",..."
}
