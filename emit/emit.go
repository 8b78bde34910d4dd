// Package emit prints what package plan decided: Go with jennifer, C as text. It decides nothing.
package emit

import (
	"maps"

	"github.com/rttgen/rttgen/plan"
)

// Files prints a whole generated package: slash-separated path below its directory → content.
func Files(p *plan.Package) (map[string][]byte, error) {
	files := CFiles(p)
	raw, err := RawFiles(p)
	if err != nil {
		return nil, err
	}
	maps.Copy(files, raw)
	safe, err := SafeFiles(p)
	if err != nil {
		return nil, err
	}
	maps.Copy(files, safe)
	return files, nil
}
