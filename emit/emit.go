// Package emit prints what package plan decided: Go with jennifer, C as text. It decides nothing.
package emit

import (
	"maps"

	"github.com/rttgen/rttgen/emit/safe"
	"github.com/rttgen/rttgen/plan"
)

// Files prints a whole generated package: slash-separated path below its directory → content.
func Files(p *plan.Package) (map[string][]byte, error) {
	var raw, written map[string][]byte
	var group errgroup
	group.run(func() (err error) { raw, err = RawFiles(p); return err })
	group.run(func() (err error) { written, err = safe.Files(p.Safe.Decl); return err })
	if err := group.wait(); err != nil {
		return nil, err
	}
	files := CFiles(p)
	maps.Copy(files, raw)
	maps.Copy(files, written)
	return files, nil
}
