package model

import "testing"

func pointer(elem *Type) *Type { return &Type{Kind: Pointer, Elem: elem, Size: 4, Align: 4} }

func array(elem *Type, n int64) *Type { return &Type{Kind: Array, Elem: elem, Len: n} }

func function(result *Type, params ...*Type) *Type {
	f := &Type{Kind: Func, Elem: result}
	for _, p := range params {
		f.Params = append(f.Params, Param{Type: p})
	}
	return f
}

// TestDeclare spells types as C reads them, from the inside out.
func TestDeclare(t *testing.T) {
	void := &Type{Kind: Void, Name: "void"}
	char := &Type{Kind: Int, Name: "char", Size: 1, Align: 1}
	readOnly := &Type{Kind: Int, Name: "char", Size: 1, Align: 1, Const: true}
	register := &Type{Kind: Named, Name: "rt_uint32_t", Volatile: true, Const: true}
	record := &Type{Kind: Struct, Record: &Record{Decl: Decl{Name: "struct s"}}}
	enum := &Type{Kind: EnumT, Enum: &Enum{Decl: Decl{Name: "enum e"}}}
	fixed := pointer(readOnly)
	fixed.Const = true
	variadic := function(void, pointer(readOnly))
	variadic.Variadic = true
	for _, test := range []struct {
		t    *Type
		name string
		want string
	}{
		{char, "", "char"},
		{char, "c", "char c"},
		{register, "r", "const volatile rt_uint32_t r"},
		{pointer(readOnly), "", "const char *"},
		{pointer(readOnly), "s", "const char *s"},
		{fixed, "", "const char *const"},
		{fixed, "s", "const char *const s"},
		{pointer(pointer(record)), "p", "struct s **p"},
		{array(char, 8), "", "char [8]"},
		{array(char, 8), "name", "char name[8]"},
		{array(char, -1), "tail", "char tail[]"},
		{array(array(enum, 3), 2), "m", "enum e m[2][3]"},
		{array(pointer(char), 4), "a", "char *a[4]"},
		{pointer(array(char, 4)), "p", "char (*p)[4]"},
		{pointer(function(void)), "", "void (*)(void)"},
		{pointer(function(void, pointer(void))), "entry", "void (*entry)(void *)"},
		{array(pointer(function(char)), 2), "table", "char (*table[2])(void)"},
		{function(pointer(function(void)), char), "f", "void (*f(char))(void)"},
		{pointer(variadic), "print", "void (*print)(const char *, ...)"},
	} {
		if got := test.t.Declare(test.name); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestSignature(t *testing.T) {
	void := &Type{Kind: Void, Name: "void"}
	size := &Type{Kind: Named, Name: "rt_size_t"}
	for _, test := range []struct {
		f    Function
		want string
	}{
		{Function{Result: void}, "void f(void)"},
		{Function{Result: void, Variadic: true, Params: []Param{{Name: "n", Type: size}}}, "void f(rt_size_t n, ...)"},
		{Function{Result: pointer(void), Params: []Param{{Type: size}, {Name: "done", Type: pointer(function(void, size))}}},
			"void *f(rt_size_t, void (*done)(rt_size_t))"},
	} {
		test.f.Name = "f"
		if got := test.f.Signature(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestVersionLess(t *testing.T) {
	versions := []Version{{3, 1, 5}, {4, 0, 0}, {4, 0, 1}, {4, 1, 0}, {5, 2, 0}, {5, 10, 0}}
	for i, v := range versions {
		for j, w := range versions {
			if got := v.Less(w); got != (i < j) {
				t.Errorf("%s < %s is %v", v, w, got)
			}
		}
	}
}

func TestEnumInteger(t *testing.T) {
	for _, test := range []struct {
		size   int
		signed bool
		want   string
	}{
		{1, true, "signed char"}, {1, false, "unsigned char"}, {2, true, "short"}, {4, false, "unsigned int"}, {4, true, "int"},
		{8, true, "long long"},
	} {
		e := &Enum{Size: test.size, Signed: test.signed}
		if got := e.Integer(); got != test.want {
			t.Errorf("%d bytes, signed %v: %q, want %q", test.size, test.signed, got, test.want)
		}
	}
}

func TestDefineString(t *testing.T) {
	for want, d := range map[string]Define{"X": {Name: "X", Value: "1"}, "X=2": {Name: "X", Value: "2"}, "X=": {Name: "X"}} {
		if got := d.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
