package safe

import (
	"bytes"
	"go/format"
	"strings"
	"text/template"

	"github.com/rttgen/rttgen/plan/decl"
	"github.com/rttgen/rttgen/templates"
)

// code prints a file of hand-written source.
func code(p *decl.Package, c decl.Code) ([]byte, error) {
	source, err := templates.Code(c.File)
	if err != nil {
		return nil, err
	}
	t, err := template.New(c.File).Option("missingkey=error").Parse(string(source))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("// " + strings.Join(p.Header, "\n// ") + "\n\n")
	if err := t.Execute(&out, c.Data); err != nil {
		return nil, err
	}
	return format.Source(out.Bytes())
}
