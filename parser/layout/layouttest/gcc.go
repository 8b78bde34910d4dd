package layouttest

import (
	"debug/dwarf"
	"debug/elf"
	"encoding/binary"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rttgen/rttgen/model"
)

// Compiler is the C compiler that knows better.
const Compiler = "arm-none-eabi-gcc"

var baseFlags = []string{"-mcpu=cortex-m4", "-mthumb", "-std=gnu99", "-w", "-gdwarf-5", "-fno-eliminate-unused-debug-types"}

// GCC compiles C text and returns what gcc says about each struct and union with a tag, by name: "struct r1". Records
// without a tag are in the types of the members that they belong to, without an alignment, since gcc keeps none. A test on a
// machine without the compiler is skipped.
func GCC(t testing.TB, c string, flags ...string) map[string]*model.Record {
	t.Helper()
	records, err := Compile(t, c, flags...)
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// Compile is GCC for text that the compiler may refuse.
func Compile(t testing.TB, c string, flags ...string) (map[string]*model.Record, error) {
	t.Helper()
	if _, err := exec.LookPath(Compiler); err != nil {
		t.Skipf("skipped: no %s on PATH, so layouts are not compared with gcc's", Compiler)
	}
	names := definitions(c)
	object := filepath.Join(t.TempDir(), "layout.o")
	cmd := exec.Command(Compiler, append(append(baseFlags, flags...), "-x", "c", "-c", "-o", object, "-")...)
	cmd.Stdin = strings.NewReader(c + alignmentTable(names))
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", Compiler, err, out)
	}
	file, err := elf.Open(object)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	records, err := readRecords(file)
	if err != nil {
		return nil, err
	}
	return records, readAlignments(file, names, records)
}

var definition = regexp.MustCompile(`\b(struct|union)\s+(?:__attribute__\s*\(\(.*?\)\)\s*)*(\w+)\s*\{`)

// definitions returns the names of the records with a tag that the text defines.
func definitions(c string) []string {
	var names []string
	for _, m := range definition.FindAllStringSubmatch(c, -1) {
		names = append(names, m[1]+" "+m[2])
	}
	return names
}

const tableName = "rttgen_alignments"

// alignmentTable makes the compiler store alignments in the object: DWARF has only those asked for by an attribute.
func alignmentTable(names []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\nconst unsigned %s[] __attribute__((section(\".%s\"))) = {\n", tableName, tableName)
	for _, n := range names {
		fmt.Fprintf(&b, "_Alignof(%s),\n", n)
	}
	b.WriteString("0};\n")
	return b.String()
}

func readAlignments(file *elf.File, names []string, records map[string]*model.Record) error {
	section := file.Section("." + tableName)
	if section == nil {
		return fmt.Errorf("no section .%s in the object", tableName)
	}
	table, err := section.Data()
	if err != nil {
		return err
	}
	for i, n := range names {
		if r := records[n]; r != nil {
			r.Align = int(binary.LittleEndian.Uint32(table[4*i:]))
		}
	}
	return nil
}

func readRecords(file *elf.File) (map[string]*model.Record, error) {
	data, err := file.DWARF()
	if err != nil {
		return nil, err
	}
	d := &debugInfo{
		data:    data,
		signed:  map[*dwarf.EnumType]bool{},
		members: map[*dwarf.StructType][]*dwarf.Entry{},
		seen:    map[*dwarf.StructType]*model.Record{},
	}
	structs, err := d.scan()
	if err != nil {
		return nil, err
	}
	records := map[string]*model.Record{}
	for _, s := range structs {
		if s.StructName != "" && !s.Incomplete {
			r, err := d.record(s)
			if err != nil {
				return nil, err
			}
			records[r.Name] = r
		}
	}
	return records, nil
}
