// test: D=HEAP_SIZE=32768 D=STACK_SIZE=12288
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"maps"
	"math"
	"math/rand"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"programs/target"
)

var errBase = errors.New("base")

func main() {
	err := fmt.Errorf("wrapped: %w", errBase)
	fmt.Println(errors.Is(err, errBase), err)
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err, strconv.Quote("a\tb"), strconv.FormatFloat(2.5, 'e', 3, 64))
	fmt.Println(strings.ToUpper("go"), strings.Fields(" a b  c "), strings.Repeat("ab", 3))
	s := []int{3, 1, 2}
	sort.Ints(s)
	fmt.Println(s, slices.Index(s, 2), slices.Max(s), slices.Sorted(maps.Keys(map[string]int{"y": 1, "x": 2})))
	fmt.Println(90*time.Minute, time.Unix(1700000000, 0).UTC().Format(time.RFC3339))
	scanner := bufio.NewScanner(strings.NewReader("line one\nline two\n"))
	for scanner.Scan() {
		fmt.Println(scanner.Text())
	}
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(w, "buffered")
	w.Flush()
	type point struct {
		X, Y int
		Name string `json:"name,omitempty"`
	}
	var p point
	fmt.Println(json.Unmarshal([]byte(`{"X":1,"Y":-2,"name":"p"}`), &p), p)
	text, err := json.Marshal([]any{p, nil, 1.5, map[string]bool{"t": true}})
	fmt.Println(string(text), err)
	fmt.Println(math.Sqrt(2), math.Pow(2, 0.5), math.Sin(1), math.Inf(1), math.Floor(-1.5))
	r := rand.New(rand.NewSource(1))
	fmt.Println(r.Intn(100), r.Intn(100), rand.Intn(10) < 10)
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Printf("logged %d", 1)
	var b bytes.Buffer
	b.WriteString("bytes")
	fmt.Println(b.String(), bytes.Contains(b.Bytes(), []byte("te")))
	target.Exit(0)
}
