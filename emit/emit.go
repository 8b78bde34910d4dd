// Package emit prints what package plan decided: Go with jennifer, C as text. It decides nothing.
package emit

import (
	"maps"

	"github.com/rttgen/rttgen/emit/program"
	"github.com/rttgen/rttgen/emit/raw"
	"github.com/rttgen/rttgen/emit/safe"
	"github.com/rttgen/rttgen/internal/parallel"
	"github.com/rttgen/rttgen/plan"
)

// Files prints a whole generated package: slash-separated path below its directory → content.
func Files(p *plan.Package) (map[string][]byte, error) {
	var inC, inRaw, inSafe map[string][]byte
	var group parallel.Group
	group.Run(func() (err error) { inSafe, err = safe.Files(p.Safe.Decl); return err })
	group.Run(func() (err error) { inRaw, err = raw.Files(p); return err })
	group.Run(func() error { inC = CFiles(p); return nil })
	if err := group.Wait(); err != nil {
		return nil, err
	}
	files := inC
	if p.Program != nil {
		inProgram, err := program.Files(program.Package{Path: p.Options.ImportPath, Name: p.Options.Package, Header: p.Header()}, p.Program)
		if err != nil {
			return nil, err
		}
		maps.Copy(files, inProgram)
	}
	maps.Copy(files, inRaw)
	maps.Copy(files, inSafe)
	return files, nil
}
