package config

import (
	"fmt"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// A verify function says what is wrong with a setting, in words that follow its place.

func check(verify func(Value) error, v Value) error {
	if verify == nil {
		return nil
	}
	return verify(v)
}

var (
	define     = regexp.MustCompile(`^([A-Za-z_]\w*(=.*)?|![A-Za-z_]\w*)$`)
	importPath = regexp.MustCompile(`^[\w.~-]+(/[\w.~-]+)*$`)
)

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

func verifyModule(v Value) error {
	if !importPath.MatchString(v.Text) {
		return fmt.Errorf("%q is not an import path", v.Text)
	}
	return nil
}

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
