package tinygo

import (
	"cmp"
	"encoding/json"
	"io/fs"

	"github.com/rttgen/rttgen/internal/target"
	"github.com/rttgen/rttgen/templates"
)

// Tags returns the build tags that hold for a program that is built so, beside those of its system, linux on arm, and of Go's version.
func Tags(o Options) []string {
	var description struct {
		Tags              []string `json:"build-tags"`
		Scheduler, Serial string
	}
	if text, err := fs.ReadFile(templates.Targets(), cmp.Or(o.Target, target.Names()[0])+".json"); err == nil {
		_ = json.Unmarshal(text, &description) // a test reads them all
	}
	tags := append(description.Tags, "tinygo", "tinygo.unicore", "purego", "osusergo", "math_big_pure_go",
		"gc."+gcNames[cmp.Or(o.GC, GCs()[0])], "scheduler."+description.Scheduler, "serial."+description.Serial)
	return append(tags, o.Tags...)
}
