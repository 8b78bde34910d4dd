package raw

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/raw"
)

func rawConsts(f *jen.File, p *plan.Package) bool {
	for _, group := range p.Raw.Consts {
		f.Comment("// " + group.Title)
		f.Const().DefsFunc(func(g *jen.Group) {
			for _, c := range group.Consts {
				name := g.Id(c.Go)
				if c.Type != nil {
					name.Add(goType(c.Type))
				}
				name.Op("=").Op(c.Value).Comment(constComment(c))
			}
		})
		f.Line()
	}
	return len(p.Raw.Consts) > 0
}

// constComment places a constant in the header that its group names. The compiler's command line has no lines.
func constComment(c raw.Const) string {
	s := "// line " + strconv.Itoa(c.Pos.Line)
	if strings.HasPrefix(c.Pos.File, "<") {
		s = "// -D" + c.C
	}
	if c.Go != c.C {
		s = "// " + c.C + s[2:]
	}
	if c.Comment != "" {
		s += ": " + c.Comment
	}
	return s
}
