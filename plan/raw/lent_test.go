package raw

import (
	"testing"

	"github.com/rttgen/rttgen/model"
)

// TestLent puts rules for one parameter together: a pointer that any of them lets C keep is passed as an address.
func TestLent(t *testing.T) {
	out, null, kept := model.ParamRule{Direction: model.DirOut}, model.ParamRule{Const: "RT_NULL"}, model.ParamRule{}
	for name, test := range map[string]struct {
		rules []model.ParamRule
		want  bool
	}{
		"written during the call":        {[]model.ParamRule{out}, true},
		"written, or not passed at all":  {[]model.ParamRule{null, out, null}, true},
		"written by one, kept by others": {[]model.ParamRule{out, kept}, false},
		"never passed":                   {[]model.ParamRule{null}, false},
	} {
		m := &model.Mapping{}
		for _, r := range test.rules {
			r.C = "arg"
			m.Functions = append(m.Functions, &model.FunctionRule{C: "f", Params: []*model.ParamRule{&r}})
		}
		if got := lentParamsOf(&model.API{}, m).has("f", "arg"); got != test.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
