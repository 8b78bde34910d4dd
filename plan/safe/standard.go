package safe

import (
	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/plan/gotype"
)

// standardErrors are errors of Go's packages that some of RT-Thread's are. Package os has the same ones; it is not imported for them.
var standardErrors = []struct {
	target gotype.Ident
	names  []string
}{
	{gotype.Ident{Path: "io/fs", Name: "ErrClosed"}, []string{"ErrClosed"}},
	{gotype.Ident{Path: "io/fs", Name: "ErrInvalid"}, []string{"ErrInvalid", "ErrName", "ErrRange", "ErrType"}},
	{gotype.Ident{Path: "io/fs", Name: "ErrNotExist"}, []string{"ErrNotFound"}},
	{gotype.Ident{Path: "io/fs", Name: "ErrPermission"}, []string{"ErrPermission"}},
	{gotype.Ident{Path: "errors", Name: "ErrUnsupported"}, []string{"ErrNotSupported"}},
}

// timeoutErrors are the errors whose Timeout reports true.
var timeoutErrors = []string{"ErrTimeout"}

// standard tells which of the errors of a package are which of Go's.
func (p *planner) standard() (list []decl.StandardError, timeouts []string) {
	for _, s := range standardErrors {
		if names := p.known(s.names); len(names) > 0 {
			list = append(list, decl.StandardError{Target: s.target, Names: names})
		}
	}
	return list, p.known(timeoutErrors)
}

// known are those names of errors that the mapping has.
func (p *planner) known(names []string) []string {
	var list []string
	for _, name := range names {
		if p.errors[name] {
			list = append(list, name)
		}
	}
	return list
}
