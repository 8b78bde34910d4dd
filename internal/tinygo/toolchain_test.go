package tinygo

import (
	"context"
	"testing"
)

func TestFind(t *testing.T) {
	root := fakeTree(t, variantOf(t, "0.42"))
	tc, err := Find(context.Background(), fakeCommand(t, "tinygo version 0.42.0-dev-0fe4c619 linux/amd64 (using go version go1.26)", root))
	if err != nil {
		t.Fatal(err)
	}
	if tc.Version != "0.42.0-dev-0fe4c619" || tc.Variant.Version != "0.42" || tc.Root != root {
		t.Errorf("found %+v", tc)
	}
}

func TestFindRefuses(t *testing.T) {
	root := fakeTree(t, variantOf(t, "0.42"))
	for _, c := range []struct {
		name, command string
		want          []string
	}{
		{"none", "no-such-tinygo", []string{"no-such-tinygo: there is no such command"}},
		{"old", fakeCommand(t, "tinygo version 0.33.0 linux/amd64 (using go version go1.22)", root), []string{"TinyGo 0.33.0 is not supported"}},
		{"between", fakeCommand(t, "tinygo version 0.41.1 linux/amd64 (using go version go1.25)", root), []string{"TinyGo 0.41.1 is not supported"}},
		{"new", fakeCommand(t, "tinygo version 0.142.0 linux/amd64 (using go version go1.25)", root), []string{"TinyGo 0.142.0 is not supported"}},
		{"other", fakeCommand(t, "something else", root), []string{"cannot tell the version", "something else"}},
		{"no tree", fakeCommand(t, "tinygo version 0.42.0 linux/amd64 (using go version go1.26)", t.TempDir()), []string{"source tree is not in"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Find(context.Background(), c.command)
			wantError(t, err, c.want...)
		})
	}
	if Supported() != "0.40, 0.42" {
		t.Errorf("supported: %s", Supported())
	}
}
