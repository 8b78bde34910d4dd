package python

import (
	"strings"
	"testing"
)

// TestRun evaluates expressions and statements; each case leaves its result in x.
func TestRun(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"concatenation", "D = ' -mcpu=a'\nx = D + ' -g'\nx += ' -O0'", " -mcpu=a -g -O0"},
		{"adjacent literals and continued lines", "x = 'a' \"b\" \\\n  'c'", "abc"},
		{"brackets continue lines", "x = ('a' +  # first\n     'b')", "ab"},
		{"raw strings and escapes", `x = r'C:\n' + 'a\tb' + 'C:\Users'`, `C:\n` + "a\tb" + `C:\Users`},
		{"three quotes", "x = '''a\nb'''", "a\nb"},
		{"f-strings", "C = 'm4'\nx = f'-mcpu=cortex-{C} {{}}'", "-mcpu=cortex-m4 {}"},
		{"format", "x = '{} {1} {n}'.format('a', 'b', n='c')", "a b c"},
		{"percent", "x = '%s-%d%%' % ('a', 3)", "a-3%"},
		{"percent without a tuple", "x = 'v%s' % 'a'", "va"},
		{"if and elif", "P = 'b'\nif P == 'a':\n    x = 1\nelif P in ['b', 'c']:\n    x = 2\nelse:\n    x = 3", "2"},
		{"one line if", "if True: x = 'y'", "y"},
		{"tabs and spaces", "if True:\n\tx = 'a'\n        x += 'b'", "ab"},
		{"carriage returns", "if True:\r\n    x = 1\r\n", "1"},
		{"no line end", "x = 5", "5"},
		{"a byte order mark", "\ufeffx = 5", "5"},
		{"conditional expression", "x = 'a' if 1 > 2 else 'b'", "b"},
		{"or takes the first that is true", "x = '' or None or 'd'", "d"},
		{"chained comparison", "x = 1 < 2 <= 2", "True"},
		{"not in", "x = 'a' not in ['b']", "True"},
		{"loops", "x = ''\nfor a, b in [('p', 'q'), ('r', 's')]:\n    if a == 'r':\n        continue\n    x += a + b\nelse:\n    x += '!'", "pq!"},
		{"while", "n = 0\nwhile True:\n    n += 1\n    if n == 3: break\nx = n", "3"},
		{"list methods change in place", "a = ['b']\nc = a\nc += ['d']\nc.append('e')\na.remove('b')\nx = ' '.join(a)", "d e"},
		{"comprehension", "x = ' '.join(['-I' + d for d in ['a', 'b'] if d != 'a'])", "-Ib"},
		{"slices", "x = 'arm-'[:-1] + ['a', 'b', 'c'][1:][0]", "armb"},
		{"dictionaries", "d = {'a': 'b'}\nd['c'] = 'd'\nx = d['a'] + d.get('e', 'f') + d['c']", "bfd"},
		{"functions", "def f(a, b='2'):\n    '''doc'''\n    return a + b\nx = f('1') + f(a='3', b='4')", "1234"},
		{"lambda", "f = lambda v: v + '!'\nx = f('a')", "a!"},
		{"try takes the handler when it raises", "try:\n    x = 'a'\n    raise Exception('no')\nexcept Exception as e:\n    x = 'b'\nfinally:\n    x += 'c'", "bc"},
		{"print is nothing, as statement and function", "print 'a', 1\nprint('b')\nx = 1", "1"},
		{"methods of strings", "x = ' A.b '.strip().lower().replace('b', 'c').split('.')[1]", "c"},
		{"several in one line", "a = 1; b = 2; x = a + b", "3"},
		{"several targets", "x = y = 'z'", "z"},
		{"what is unknown leaves the rest", "x = 'a ' + nobody.knows(1)['x'] + ' b'", "a  b"},
		{"a line that is no Python", "y = = 3\nx = 1", "1"},
		{"a block under one", "if ?:\n    x = 2\nx = 1", "1"},
		{"what ends it", "x = 1\nexit(0)\nx = 2", "1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := NewScope("test.py")
			(&Machine{}).Run(test.src, s)
			if got := show(s.Vars["x"]); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestPlaces: each word of a string knows the literal that it comes from.
func TestPlaces(t *testing.T) {
	s := NewScope("dir/rtconfig.py")
	(&Machine{}).Run("DEVICE = ' -mcpu=x'\nif True:\n    CFLAGS = DEVICE + ' -g' + somewhere + '/inc'\n    CFLAGS += ' -O2 \"-DA=b c\"'\n", s)
	var got []string
	for _, w := range s.Vars["CFLAGS"].(Str).Words() {
		got = append(got, w.String()+"@"+w[0].File+":"+string(rune('0'+w[0].Line)))
	}
	want := `-mcpu=x@dir/rtconfig.py:1 -O2@dir/rtconfig.py:4 "-DA=b c"@dir/rtconfig.py:4`
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestNotes(t *testing.T) {
	m := &Machine{}
	m.Run("x = 1\nif nobody:\n    x = 2\nfor a in nobody: pass\ny = = 2\n", NewScope("f"))
	want := []int{2, 4, 5}
	if len(m.Notes) != len(want) {
		t.Fatalf("got %v", m.Notes)
	}
	for i, n := range m.Notes {
		if n.Line != want[i] || n.File != "f" || n.Text == "" {
			t.Errorf("got %+v, want line %d", n, want[i])
		}
	}
}

// TestEnds: no script keeps the user waiting.
func TestEnds(t *testing.T) {
	for _, src := range []string{
		"while True:\n    pass", "def f():\n    return f()\nf()", "x = 'a'\nwhile True:\n    x = x + 'b'", "x = 'a'\nwhile True:\n    x = x * 900", "l = []\nfor a in range(9999):\n    for b in range(9999):\n        l = [a]",
	} {
		if (&Machine{}).Run(src, NewScope("f")) {
			t.Errorf("came to its end: %q", src)
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, seed := range []string{"x = 'a' + b\n", "if x:\n\ty = f'{x}'\nelse :\n  z", "def f(a=(1,)):\n return [i for i in a if i]\nf(*x, **y)", "'''", "a[1:2:3].b(c)(d)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 2000 {
			return
		}
		(&Machine{}).Run(src, NewScope("f")) // it must neither crash nor hang
	})
}
