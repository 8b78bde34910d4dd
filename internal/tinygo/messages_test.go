package tinygo

import (
	"errors"
	"testing"
)

func TestBuildProblem(t *testing.T) {
	for _, test := range []struct{ name, said, want string }{
		{"errors in the program", "# example.com/app\nmain.go:3:5: undefined: x\nlib/y.go:7: missing return\n",
			"lib/y.go:7: missing return\nmain.go:3:5: undefined: x"},
		{"no package", "main.go:7:2: no required module provides package example.com/app/rtt; to add it:\n\tgo get example.com/app/rtt\n",
			"main.go:7:2: no required module provides package example.com/app/rtt"},
		{"a wrong flag", "invalid panic option 'foo': valid values are print, trap\nBuild compiles the packages named by the import paths, along\n...",
			"tinygo build: invalid panic option 'foo': valid values are print, trap"},
		{"what go list refuses", "package example.com/app\n\n", "tinygo cannot load package example.com/app"},
		{"another Go", "requires go version 1.19 through 1.25, got go1.26\n", "tinygo build: requires go version 1.19 through 1.25, got go1.26"},
		{"nothing", "", "tinygo build: exit status 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := buildProblem(test.said, errors.New("exit status 1")).Error(); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}
