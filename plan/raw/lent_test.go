package raw

import (
	"testing"

	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
)

// TestLent puts rules for one parameter together: a pointer that any of them lets C keep is passed as an address.
func TestLent(t *testing.T) {
	out, null, kept := mapping.ParamRule{Direction: mapping.DirOut}, mapping.ParamRule{Const: "RT_NULL"}, mapping.ParamRule{}
	for name, test := range map[string]struct {
		rules []mapping.ParamRule
		want  bool
	}{
		"written during the call":        {[]mapping.ParamRule{out}, true},
		"written, or not passed at all":  {[]mapping.ParamRule{null, out, null}, true},
		"written by one, kept by others": {[]mapping.ParamRule{out, kept}, false},
		"never passed":                   {[]mapping.ParamRule{null}, false},
	} {
		m := &mapping.Rules{}
		for _, r := range test.rules {
			r.C = "arg"
			m.Functions = append(m.Functions, &mapping.FunctionRule{C: "f", Params: []*mapping.ParamRule{&r}})
		}
		if got := lentParamsOf(&model.API{}, m).has("f", "arg"); got != test.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
