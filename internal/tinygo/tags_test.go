package tinygo

import (
	"slices"
	"testing"

	"github.com/rttgen/rttgen/internal/target"
)

func TestTags(t *testing.T) {
	for _, o := range []Options{{}, {Target: target.SoftFloat, GC: "none", Tags: []string{"demo"}}} {
		tags := Tags(o)
		for tag, want := range map[string]bool{
			"rtthread": true, "tinygo": true, "baremetal": true, "scheduler.rtthread": true, "serial.none": true,
			"rtthread.softfloat": o.Target == target.SoftFloat, "gc.none": o.GC == "none", "gc.rtthread": o.GC == "", "demo": o.Tags != nil,
			"cortexm": false, "gc.conservative": false,
		} {
			if got := slices.Contains(tags, tag); got != want {
				t.Errorf("%+v: %s holds: %v", o, tag, got)
			}
		}
	}
}
