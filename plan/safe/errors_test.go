package safe

import (
	"slices"
	"testing"

	"github.com/rttgen/rttgen/mapping"
)

// TestOwnErrors compares what the mapping language knows of the errors that only wrappers find with those there are.
func TestOwnErrors(t *testing.T) {
	var own []string
	for _, e := range ownErrors() {
		own = append(own, e.Go)
	}
	if !slices.Equal(own, mapping.OwnErrors()) {
		t.Errorf("the mapping knows %v, there are %v", mapping.OwnErrors(), own)
	}
}
