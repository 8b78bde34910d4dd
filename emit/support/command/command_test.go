package command

import (
	"errors"
	"fmt"
	"runtime"
	"testing"
	"unsafe"
)

// call runs a command as C does.
func call(fn func([]string) error, words ...string) int32 {
	var argv []unsafe.Pointer
	for _, w := range words {
		argv = append(argv, unsafe.Pointer(unsafe.SliceData([]byte(w+"\x00"))))
	}
	result := Run(fn, int32(len(words)), unsafe.Pointer(unsafe.SliceData(argv)))
	runtime.KeepAlive(argv)
	return result
}

func ExampleRun() {
	hello := func(args []string) error {
		fmt.Printf("%q\n", args)
		if len(args) < 2 {
			return errors.New("whom?")
		}
		return nil
	}
	fmt.Println(call(hello, "hello", "a b", ""))
	fmt.Println(call(hello, "hello"))
	// Output:
	// ["hello" "a b" ""]
	// 0
	// ["hello"]
	// hello: whom?
	// -1
}

func ExampleInit() {
	good := func() error { return nil }
	bad := func() error { return errors.New("no clock") }
	fmt.Println(Init("main.good", good, 0), Init("main.bad", bad, 0), Init("main.good", good, -5), Init("main.bad", bad, -5))
	// Output:
	// main.bad: no clock
	// main.bad: no clock
	// 0 -1 -5 -5
}

func TestCode(t *testing.T) {
	old := Code
	defer func() { Code = old }()
	Code = func(error) int32 { return -12 }
	if got := call(func([]string) error { return errors.New("full") }, "x"); got != -12 {
		t.Errorf("the result is %d", got)
	}
}

// TestCopies keeps an argument for longer than C keeps its line.
func TestCopies(t *testing.T) {
	word := []byte("hello\x00")
	argv := []unsafe.Pointer{unsafe.Pointer(&word[0])}
	var kept string
	Run(func(args []string) error { kept = args[0]; return nil }, 1, unsafe.Pointer(&argv[0]))
	copy(word, "other")
	if kept != "hello" {
		t.Errorf("the argument became %q", kept)
	}
}
