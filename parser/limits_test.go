package parser_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestGrowth reads headers whose macros grow without bounds. Each is refused or read in a time far from that of a hang.
func TestGrowth(t *testing.T) {
	var chain, pasted strings.Builder
	chain.WriteString("#define A0 1\n")
	pasted.WriteString("#define P(a) a##a\n#define P0 x\n#define Q(a) P(a)\n")
	for i := range 60 {
		fmt.Fprintf(&chain, "#define A%d A%d A%d\n", i+1, i, i)
		fmt.Fprintf(&pasted, "#define P%d Q(P%d)\n", i+1, i)
	}
	for name, text := range map[string]string{
		"used":        chain.String() + "int a[A60];\n",
		"only there":  chain.String() + "int a;\n",
		"pasted":      pasted.String() + "int P60;\n",
		"in itself":   "#define A(x) x A(x)(x A(x))\nint a = A(A(A(A(A(A(1))))));\n",
		"string":      "#define S(x) #x #x\n#define T(x) S(S(S(S(x)))) T\nchar *a = T(T(T(T(T(1)))));\n",
		"empty":       "#define E\n#define F(x) E x E x E\nint a" + strings.Repeat("F(", 40) + strings.Repeat(")", 40) + ";\n",
		"long sum":    "enum { A = 1" + strings.Repeat("+1", 200_000) + " };\n",
		"many braces": strings.Repeat("{", 100_000),
		"many stars":  "int " + strings.Repeat("*", 100_000) + "a;\nint b" + strings.Repeat("[1]", 100_000) + ";\n",
		"minus":       "int a[" + strings.Repeat("- ", 100_000) + "1];\n",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			parse(text)
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("takes %v", took)
			} else {
				t.Log(took)
			}
		})
	}
}
