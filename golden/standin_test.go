package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// onlyElsewhere are members that releases have for which there is no reference interface, and those that only tests need.
var onlyElsewhere = []string{
	"Mempool.SuspendThreadCount",                                                                                                                    // 4.0.1
	"MtdNorDevice", "MtdNorDevice.BlockSize", "MtdNorDevice.BlockStart", "MtdNorDevice.BlockEnd", "MtdNorRead", "MtdNorWrite", "MTDNor", "MTDNor.h", // RT_USING_MTD_NOR
	"SerialConfigure.RxBufsz", "SerialConfigure.TxBufsz", "SerialRxFifo.Rb", "UARTConfig.TxBuffer", // RT_USING_SERIAL_V2
	"RT_DEVICE_FLAG_RX_NON_BLOCKING", "RT_DEVICE_FLAG_TX_BLOCKING",
	"RbbBlk.State", // a bit-field, which only a test sets
}

// TestStandIns compares what stands in for generated code beside the hand-written source with what is generated: functions have the
// same signature, records have the members with the same types, and all the rest is declared.
func TestStandIns(t *testing.T) {
	for _, c := range []struct{ standIn, generated string }{
		{"../templates/rtt/raw/raw.go", "rtt/raw"},
		{"../templates/rtt/generated.go", "rtt"},
	} {
		known := map[string][]string{}
		for _, reference := range []string{"reference-5.2", "reference-4.1"} {
			for name, text := range declared(t, filepath.Join(reference, c.generated, "*.go")) {
				known[name] = append(known[name], text)
			}
		}
		for name, text := range declared(t, c.standIn) {
			switch {
			case slices.Contains(onlyElsewhere, name):
			case known[name] == nil:
				t.Errorf("%s declares %s, which is not generated", c.standIn, name)
			case text != "" && !slices.Contains(known[name], text):
				t.Errorf("%s has %s as %s, generated is %s", c.standIn, name, text, known[name])
			}
		}
	}
}

// declared lists what files declare, with the types of functions and members: "Semaphore.Take" is "func(Ticks) error".
func declared(t *testing.T, pattern string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no %s (%v)", pattern, err)
	}
	list := map[string]string{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_tinygo.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				list[receiverOf(d)+d.Name.Name] = signature(d.Type)
			case *ast.GenDecl:
				for _, s := range d.Specs {
					declare(list, s)
				}
			}
		}
	}
	return list
}

// declare lists what a declaration declares.
func declare(list map[string]string, s ast.Spec) {
	switch s := s.(type) {
	case *ast.ValueSpec:
		for _, name := range s.Names {
			list[name.Name] = ""
			if fn, ok := s.Type.(*ast.FuncType); ok {
				list[name.Name] = signature(fn)
			}
		}
	case *ast.TypeSpec:
		list[s.Name.Name] = ""
		record, ok := s.Type.(*ast.StructType)
		if !ok {
			return
		}
		for _, m := range record.Fields.List {
			for _, name := range m.Names {
				if name.IsExported() || name.Name == "h" {
					list[s.Name.Name+"."+name.Name] = types.ExprString(m.Type)
				}
			}
		}
	}
}

func receiverOf(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	return strings.TrimPrefix(types.ExprString(d.Recv.List[0].Type), "*") + "."
}

// signature writes a type of function without the names of parameters.
func signature(f *ast.FuncType) string {
	bare := &ast.FuncType{Params: unnamed(f.Params), Results: f.Results}
	if f.Results != nil {
		bare.Results = unnamed(f.Results)
	}
	return types.ExprString(bare)
}

func unnamed(list *ast.FieldList) *ast.FieldList {
	bare := &ast.FieldList{}
	for _, f := range list.List {
		for range max(len(f.Names), 1) {
			bare.List = append(bare.List, &ast.Field{Type: f.Type})
		}
	}
	return bare
}
