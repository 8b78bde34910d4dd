package csema

import (
	"slices"
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/cpp"
	"github.com/rttgen/rttgen/parser/csyntax"
	"github.com/rttgen/rttgen/parser/layout"
)

// specType makes the type of specifiers.
func (a *Analyzer) specType(s *csyntax.Specs) *model.Type {
	t := a.baseType(s)
	t.Const = t.Const || s.Const
	t.Volatile = t.Volatile || s.Volatile
	if s.Atomic {
		checkAtomic(t, s.Pos)
		t.Atomic = true
	}
	return t
}

// baseType makes a type without qualifiers, that is the caller's to change.
func (a *Analyzer) baseType(s *csyntax.Specs) *model.Type {
	switch {
	case s.Tag != nil:
		t := *a.tagType(s.Tag)
		return &t
	case s.Name != "":
		return a.named(s.Name, s.NamePos)
	case s.TypeofType != nil:
		t := *a.typeName(s.TypeofType)
		return &t
	case s.TypeofExpr != nil:
		v := a.eval(s.TypeofExpr)
		if v.t == nil {
			failAt(s.TypeofExpr.Pos, "the type of this expression cannot be told")
		}
		t := *v.t
		return &t
	case s.AutoType:
		failAt(s.Pos, "its type is that of its initializer")
	}
	t, ok := basic(s.Words)
	if !ok {
		failAt(s.Pos, "%s is no type", strings.Join(s.Words, " "))
	}
	return t
}

// named refers to a typedef by name.
func (a *Analyzer) named(name string, pos cpp.Pos) *model.Type {
	if isVaList(name) {
		return &model.Type{Kind: model.VaList, Name: name, Size: 4, Align: 4}
	}
	td := a.Typedefs[name]
	if td == nil {
		panic(&failure{at: pos, uses: name, reason: "uses " + name + link + chain(a.brokenType[name])})
	}
	return &model.Type{Kind: model.Named, Name: name, Elem: td.Type, AlignOf: a.aligned[name]}
}

// link stands between a declaration that is skipped and the reason why what it uses is.
const link = ", which is skipped: "

// chain cuts a reason that quotes others down to the last one, which is what is really wrong.
func chain(reason string) string {
	if i := strings.LastIndex(reason, link); i >= 0 {
		return reason[i+len(link):]
	}
	if reason == "" {
		return "see above"
	}
	return reason
}

func isVaList(name string) bool {
	return name == "va_list" || name == "__builtin_va_list" || name == "__gnuc_va_list"
}

// checkAtomic refuses _Atomic where it changes size or alignment, which it does for records.
func checkAtomic(t *model.Type, pos cpp.Pos) {
	size, align, ok := layout.SizeAlign(t)
	if ok && t.Underlying().Kind == model.Struct && size <= 8 && size != align {
		failAt(pos, "_Atomic on a record may change its alignment")
	}
}

// basicTypes gives size, alignment and signedness of C's arithmetic types on 32 bit arm, under their usual spelling.
// Plain char is unsigned there.
var basicTypes = map[string]model.Type{
	"void":               {Kind: model.Void},
	"_Bool":              {Kind: model.Bool, Size: 1, Align: 1},
	"char":               {Kind: model.Int, Size: 1, Align: 1},
	"signed char":        {Kind: model.Int, Size: 1, Align: 1, Signed: true},
	"unsigned char":      {Kind: model.Int, Size: 1, Align: 1},
	"short":              {Kind: model.Int, Size: 2, Align: 2, Signed: true},
	"unsigned short":     {Kind: model.Int, Size: 2, Align: 2},
	"int":                {Kind: model.Int, Size: 4, Align: 4, Signed: true},
	"unsigned int":       {Kind: model.Int, Size: 4, Align: 4},
	"long":               {Kind: model.Int, Size: 4, Align: 4, Signed: true},
	"unsigned long":      {Kind: model.Int, Size: 4, Align: 4},
	"long long":          {Kind: model.Int, Size: 8, Align: 8, Signed: true},
	"unsigned long long": {Kind: model.Int, Size: 8, Align: 8},
	"float":              {Kind: model.Float, Size: 4, Align: 4},
	"double":             {Kind: model.Float, Size: 8, Align: 8},
	"long double":        {Kind: model.Float, Size: 8, Align: 8},
	"_Float32":           {Kind: model.Float, Size: 4, Align: 4},
	"_Float64":           {Kind: model.Float, Size: 8, Align: 8},
	"_Float32x":          {Kind: model.Float, Size: 8, Align: 8},

	// Laid out, but not expressed.
	"float _Complex":        {Kind: model.Invalid, Size: 8, Align: 4},
	"double _Complex":       {Kind: model.Invalid, Size: 16, Align: 8},
	"long double _Complex":  {Kind: model.Invalid, Size: 16, Align: 8},
	"char _Complex":         {Kind: model.Invalid, Size: 2, Align: 1},
	"short _Complex":        {Kind: model.Invalid, Size: 4, Align: 2},
	"int _Complex":          {Kind: model.Invalid, Size: 8, Align: 4},
	"unsigned int _Complex": {Kind: model.Invalid, Size: 8, Align: 4},
	"long _Complex":         {Kind: model.Invalid, Size: 8, Align: 4},
	"long long _Complex":    {Kind: model.Invalid, Size: 16, Align: 8},
	"_Float16":              {Kind: model.Invalid},
	"__fp16":                {Kind: model.Invalid, Size: 2, Align: 2},
	"__bf16":                {Kind: model.Invalid, Size: 2, Align: 2},
}

// basicType makes one of basicTypes.
func basicType(name string) *model.Type {
	t := basicTypes[name]
	t.Name = name
	return &t
}

// basic makes a basic type of its words, in any order.
func basic(words []string) (*model.Type, bool) {
	count := map[string]int{}
	for _, w := range words {
		count[w]++
	}
	if !sensible(count) {
		return nil, false
	}
	name := basicName(words, count)
	if count["_Complex"] > 0 {
		if slices.Equal(words, []string{"_Complex"}) {
			name = "double"
		}
		name += " _Complex"
	}
	if _, ok := basicTypes[name]; !ok {
		return nil, false
	}
	return basicType(name), true
}

// sensible reports whether words can stand together, "long" twice at most and the others once.
func sensible(count map[string]int) bool {
	base := 0 // words that are a type of their own, int aside
	for w, n := range count {
		if n > 1 && (w != "long" || n > 2) {
			return false
		}
		switch w {
		case "short", "long", "signed", "unsigned", "int", "_Complex":
		default:
			base++
		}
	}
	sized := count["short"] + count["long"]
	signs := count["signed"] + count["unsigned"]
	switch {
	case base > 1, signs > 1, count["short"] > 0 && count["long"] > 0:
		return false
	case base == 0:
		return true
	case count["int"] > 0, signs > 0 && count["char"] == 0 && count["__int128"] == 0:
		return false
	}
	return sized == 0 || count["double"] > 0 && count["short"] == 0 && count["long"] == 1
}

func basicName(words []string, count map[string]int) string {
	sign := ""
	if count["unsigned"] > 0 {
		sign = "unsigned "
	}
	switch {
	case count["char"] > 0 && count["signed"] > 0:
		return "signed char"
	case count["char"] > 0:
		return sign + "char"
	case count["short"] > 0:
		return sign + "short"
	case count["long"] == 2:
		return sign + "long long"
	case count["long"] == 1 && count["double"] > 0:
		return "long double"
	case count["long"] == 1:
		return sign + "long"
	}
	for _, w := range words {
		if w != "int" && w != "signed" && w != "unsigned" && w != "_Complex" {
			return w // alone, or basicTypes does not have it
		}
	}
	return sign + "int"
}

func (a *Analyzer) typeName(n *csyntax.TypeName) *model.Type {
	t := a.specType(n.Specs)
	e := a.effects(n.Specs.Attrs)
	t = a.declared(t, n.Decl, e)
	if e.alignedLast > 0 {
		t = realigned(t, e.alignedLast)
	}
	return t
}

// declared applies a declarator to the type in front of it, from the outside in, as C reads it, and the attributes that
// change a type.
func (a *Analyzer) declared(t *model.Type, d *csyntax.Declarator, e effects) *model.Type {
	for i := len(d.Parts) - 1; i >= 0; i-- {
		t = a.part(t, &d.Parts[i])
	}
	t = e.vectorOf(t)
	return e.modeOf(t)
}

func (a *Analyzer) part(t *model.Type, p *csyntax.Part) *model.Type {
	switch p.Kind {
	case csyntax.Pointer:
		t = pointerTo(t)
		t = a.typeAttributes(t, p.Attrs)
		t.Const, t.Volatile, t.Atomic = p.Const, p.Volatile, p.Atomic
		return t
	case csyntax.Array:
		return a.array(t, p)
	case csyntax.Func:
		return a.function(t, p)
	}
	return a.typeAttributes(t, p.Attrs)
}

// typeAttributes applies attributes in the middle of a declarator to the type that is made up to there.
func (a *Analyzer) typeAttributes(t *model.Type, attrs []csyntax.Attr) *model.Type {
	if len(attrs) == 0 {
		return t
	}
	e := a.effects(attrs)
	t = e.modeOf(e.vectorOf(t))
	if e.alignedLast > 0 {
		t = realigned(t, e.alignedLast)
	}
	return t
}

// realigned returns a type with another alignment, which may be lower.
func realigned(t *model.Type, align int) *model.Type {
	u := *t
	switch {
	case t.Kind == model.Named:
		u.AlignOf = align
	case t.Size > 0:
		u.Align = align
	default:
		return &model.Type{Kind: model.Named, Name: t.String(), Elem: t, AlignOf: align}
	}
	return &u
}

func pointerTo(t *model.Type) *model.Type {
	return &model.Type{Kind: model.Pointer, Elem: t, Size: 4, Align: 4}
}

func (a *Analyzer) array(elem *model.Type, p *csyntax.Part) *model.Type {
	t := &model.Type{Kind: model.Array, Elem: elem, Len: -1}
	switch elem.Underlying().Kind {
	case model.Func:
		failAt(p.Pos, "an array of functions is no type")
	case model.Void:
		failAt(p.Pos, "an array of void is no type")
	}
	if size, align, ok := layout.SizeAlign(&model.Type{Kind: model.Array, Elem: elem, Len: 1}); ok && size%max(align, 1) != 0 {
		failAt(p.Pos, "the elements of an array are aligned to more than their size")
	}
	if p.Len == nil {
		return t
	}
	n, ok := a.integer(p.Len)
	if !ok {
		failAt(p.Len.Pos, "the length of this array is not an integer constant that can be computed without a compiler")
	}
	if n < 0 {
		failAt(p.Len.Pos, "the length of this array is negative")
	}
	t.Len = n
	return t
}

func (a *Analyzer) function(result *model.Type, p *csyntax.Part) *model.Type {
	t := &model.Type{Kind: model.Func, Elem: result, Variadic: p.Variadic}
	for _, d := range p.Params {
		t.Params = append(t.Params, a.param(d))
	}
	if len(t.Params) == 1 && t.Params[0].Name == "" && t.Params[0].Type.Underlying().Kind == model.Void {
		t.Params = nil
	}
	switch result.Underlying().Kind {
	case model.Func, model.Array:
		failAt(p.Pos, "a function cannot return a function or an array")
	}
	return t
}

// param makes a parameter; arrays and functions become pointers, as C has it.
func (a *Analyzer) param(d *csyntax.Decl) model.Param {
	item := d.Items[0]
	e := a.effects(item.Attrs, d.Specs.Attrs)
	base := a.specType(d.Specs)
	t := a.declared(base, a.unknownLengths(item), e)
	p := model.Param{Name: item.Name, Type: t}
	switch u := t.Underlying(); u.Kind {
	case model.Array:
		p.Type = pointerTo(u.Elem)
		if t.Const || t.Volatile { // a qualified typedef of an array
			elem := *u.Elem
			elem.Const, elem.Volatile = elem.Const || t.Const, elem.Volatile || t.Volatile
			p.Type.Elem = &elem
		}
		if len(item.Parts) > 0 && item.Parts[0].Kind == csyntax.Array {
			p.Type.Const, p.Type.Volatile = item.Parts[0].Const, item.Parts[0].Volatile
		}
	case model.Func:
		p.Type = pointerTo(t)
	}
	return p
}

// unknownLengths leaves out the lengths of a parameter's arrays that do not matter or depend on other parameters.
func (a *Analyzer) unknownLengths(d *csyntax.Declarator) *csyntax.Declarator {
	out := *d
	out.Parts = slices.Clone(d.Parts)
	for i := range out.Parts {
		part := &out.Parts[i]
		if part.Kind != csyntax.Array || part.Len == nil {
			continue
		}
		if _, ok := a.integer(part.Len); i == 0 || !ok {
			part.Len = nil
		}
	}
	return &out
}
