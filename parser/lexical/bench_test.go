package lexical

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkDefinitions measures the scan of RT-Thread's own sources for documentation.
func BenchmarkDefinitions(b *testing.B) {
	root, _ := realTree(b)
	var sources [][]byte
	total := 0
	for _, pattern := range []string{"src/*.c", "components/drivers/*/*.c"} {
		files, _ := filepath.Glob(filepath.Join(root, pattern))
		for _, f := range files {
			src, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			sources = append(sources, src)
			total += len(src)
		}
	}
	b.SetBytes(int64(total))
	for b.Loop() {
		for _, src := range sources {
			Definitions(src)
		}
	}
}
