package config

import (
	"errors"
	"fmt"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/mod/module"
)

// A verify function says what is wrong with a setting, in words that follow its place.

func check(verify func(Value) error, v Value) error {
	if verify == nil {
		return nil
	}
	return verify(v)
}

var (
	define = regexp.MustCompile(`^([A-Za-z_]\w*(=.*)?|![A-Za-z_]\w*)$`)
	tag    = regexp.MustCompile(`^[\pL\pN_.]+$`)
)

func verifyTag(v Value) error {
	if !tag.MatchString(v.Text) {
		return fmt.Errorf("%q is not a build tag: write letters, digits, _ and . only", v.Text)
	}
	return nil
}

func verifyDefine(v Value) error {
	if !define.MatchString(v.Text) {
		return fmt.Errorf("%q is not a macro: write NAME, NAME=VALUE, or !NAME to take a default away", v.Text)
	}
	return nil
}

func verifyHeader(v Value) error {
	if v.Text == "" || strings.ContainsAny(v.Text, "\"<>\\\n") {
		return fmt.Errorf("%q is not a header: write its name as in #include, without quotes or brackets", v.Text)
	}
	return nil
}

func verifyPackage(v Value) error {
	switch name := v.Text; {
	case !token.IsIdentifier(name) || name == "_":
		return fmt.Errorf("%q is not a Go package name", name)
	case name == "main" || name == "raw" || name == "internal":
		return fmt.Errorf("the package cannot be named %s: choose another name, such as rtt", name)
	}
	return nil
}

// verifyModule refuses what Go cannot import, or finds elsewhere.
func verifyModule(v Value) error {
	elements := strings.Split(v.Text, "/")
	switch err := module.CheckImportPath(v.Text); {
	case err != nil:
		var why *module.InvalidPathError
		if errors.As(err, &why) {
			err = why.Err
		}
		return fmt.Errorf("%q is not an import path: %w", v.Text, err)
	case slices.Contains(elements, "vendor"):
		return fmt.Errorf("%q cannot be imported: Go takes what is below vendor for a copy of another module", v.Text)
	case slices.Contains(strings.Fields(reservedModules), elements[0]):
		return fmt.Errorf("%q cannot be imported: %s belongs to Go and TinyGo; begin with a domain, as in example.com/app/rtt", v.Text, elements[0])
	}
	return nil
}

// reservedModules are what the paths of the standard libraries of Go and TinyGo begin with, and words that have a meaning to the go
// command.
const reservedModules = `C all cmd main std tool vendor work
	archive arena bufio builtin bytes cmp compress container context crypto database debug device embed encoding errors examples expvar flag
	fmt go hash html image index internal io iter log machine maps math mime net os path plugin reflect regexp runtime simd slices sort
	strconv strings structs sync syscall testing text time unicode unique unsafe weak`

// oneOf returns a verify function for one of a few words.
func oneOf(words []string) func(Value) error {
	return func(v Value) error {
		if !slices.Contains(words, v.Text) {
			return fmt.Errorf("%q is none of %s", v.Text, strings.Join(words, ", "))
		}
		return nil
	}
}

// VerifyModule says what is wrong with an import path.
func VerifyModule(path string) error { return verifyModule(Value{Text: path}) }
