package cpp_test

import (
	"context"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"modernc.org/cc/v4"

	"github.com/rttgen/rttgen/parser/cpp"
	"github.com/rttgen/rttgen/parser/sysroot"
)

// other preprocesses a text with cc, and returns its tokens as gcc's output is read.
func other(t *testing.T, text string, files fs.FS, include ...string) ([]string, error) {
	t.Helper()
	abi, err := cc.NewABI("linux", "arm")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	err = cc.Preprocess(&cc.Config{
		ABI: abi, FS: files, FSOnly: true, IncludePaths: include, SysIncludePaths: include,
		PragmaHandler: func([]cc.Token) error { return nil },
	}, []cc.Source{{Name: "x.c", Value: text}}, &out)
	if err != nil {
		return nil, err
	}
	return plain(t, out.String()), nil
}

// treeFiles finds headers in an fs.FS.
type treeFiles struct {
	tree fs.FS
	dirs []string
}

func (f treeFiles) Find(header string, quoted bool, beside string, from int) (string, int, bool) {
	if name := path.Join(path.Dir(beside), header); quoted && beside != "" && f.has(name) {
		return name, slices.Index(f.dirs, path.Dir(name)), true
	}
	for i := max(from, 0); i < len(f.dirs); i++ {
		if name := path.Join(f.dirs[i], header); f.has(name) {
			return name, i, true
		}
	}
	return "", 0, false
}

func (f treeFiles) has(name string) bool {
	info, err := fs.Stat(f.tree, name)
	return err == nil && !info.IsDir()
}

func (f treeFiles) Read(name string) ([]byte, error) { return fs.ReadFile(f.tree, name) }

// TestTreesAgree preprocesses the reference interfaces, and a tree in RTT_ROOT, with cc too: two preprocessors that share no code
// leave the same tokens of them.
func TestTreesAgree(t *testing.T) {
	trees := map[string]string{"5.2": "../../testdata/rtthread-5.2", "4.1": "../../testdata/rtthread-4.1"}
	if root := os.Getenv("RTT_ROOT"); root != "" {
		trees["RTT_ROOT"] = root
	}
	for name, root := range trees {
		t.Run(name, func(t *testing.T) {
			text := "#include <rtthread.h>\n#include <rthw.h>\n"
			tree := merged{os.DirFS(root), sysroot.FS()}
			dirs := []string{"tree", "tree/include", "tree/components/finsh", "tree/components/libc/compilers/common/include", "sys"}
			if _, err := fs.Stat(tree, "tree/rtconfig.h"); err != nil {
				t.Skip("skipped: there is no rtconfig.h at the top of ", root, ", and this test knows of no BSP")
			}
			unit, err := cpp.Run(context.Background(), cpp.Config{
				Files: treeFiles{tree, dirs}, Sources: []cpp.Source{{Name: "x.c", Text: []byte(text)}},
			})
			if err != nil || len(unit.Problems) > 0 {
				t.Fatal(err, unit.Problems)
			}
			var got []string
			for _, tok := range unit.Tokens {
				if tok.Kind != cpp.Pragma {
					got = append(got, tok.Text)
				}
			}
			want, err := other(t, text, tree, dirs...)
			if err != nil {
				t.Fatal("cc: ", err)
			}
			if !slices.Equal(got, want) {
				for i := range min(len(got), len(want)) {
					if got[i] != want[i] {
						t.Fatalf("token %d: %v, cc: %v", i, got[max(0, i-8):i+8], want[max(0, i-8):i+8])
					}
				}
				t.Fatalf("%d tokens, cc: %d", len(got), len(want))
			}
			t.Logf("%d tokens", len(got))
		})
	}
}

// merged is a tree below "tree" and the system headers below "sys".
type merged struct{ tree, sys fs.FS }

func (m merged) Open(name string) (fs.File, error) {
	name = path.Clean(name)
	if rest, ok := strings.CutPrefix(name, "tree/"); ok {
		return m.tree.Open(rest)
	}
	if rest, ok := strings.CutPrefix(name, "sys/"); ok {
		return m.sys.Open(rest)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ccDiffers are texts on which cc does not do as gcc: a part of each, and why.
var ccDiffers = map[string]string{
	"LOG(\"a\",);":               "cc drops the comma before an empty rest that is there; gcc only before one that is not",
	"##args)":                    "cc keeps the comma before a rest that has a name, so that the call is no C",
	"g(#__VA_ARGS__":             "cc loses white space before a comma when it makes a string",
	"__VA_OPT__":                 "cc does not know __VA_OPT__",
	"'unbalanced":                "cc ends at an apostrophe in a branch that is not taken",
	"_Pragma(\"pack(push, 1)\")": "cc leaves nothing of a pragma, and does not tell its callback where between two tokens it stands",
	"#line":                      "cc does not count continued lines, and does not obey #line",
	"_Pragma(STR(":               "cc does not expand macros in the operand of _Pragma",
}

// TestCC holds cc, a preprocessor that is not ours, to the dialect too. What it does not do as gcc is why it is not used, and is
// looked at again here whenever it changes.
func TestCC(t *testing.T) {
	files := fstest.MapFS{"a.h": {Data: []byte("#ifndef A_H\n#define A_H\n#define from_a 1\nint a;\n#endif\n")}, "b.h": {Data: []byte("#define from_b 2\n")}}
	for _, text := range dialect {
		reason := ""
		for part, why := range ccDiffers {
			if strings.Contains(text, part) {
				reason = why
			}
		}
		ours := words(t, text, headers{"a.h": string(files["a.h"].Data), "b.h": string(files["b.h"].Data)})
		theirs, err := other(t, text, files, ".")
		switch same := err == nil && slices.Equal(ours, theirs); {
		case same && reason != "":
			t.Errorf("%s\ncc does as gcc by now, against: %s", text, reason)
		case !same && reason == "":
			t.Errorf("%s\nours %s\ncc   %s %v", text, strings.Join(ours, " "), strings.Join(theirs, " "), err)
		}
	}
}
