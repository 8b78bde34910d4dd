package raw

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rttgen/rttgen/plan"
)

// goFile starts a generated Go file, with a build constraint if it has one.
func goFile(p *plan.Package, pkg, constraint string) *jen.File {
	f := jen.NewFile(pkg)
	f.HeaderComment(goHeader(p, constraint))
	return f
}

// goHeader is what stands above the package clause.
func goHeader(p *plan.Package, constraint string) string {
	header := "// " + strings.Join(p.Header(), "\n// ")
	if constraint != "" {
		header += "\n\n//go:build " + constraint
	}
	return header
}
