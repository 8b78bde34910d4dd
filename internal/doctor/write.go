package doctor

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Text writes the checks for people.
func Text(w io.Writer, checks []Check) error {
	name := 0
	for _, c := range checks {
		name = max(name, len(c.Name))
	}
	var out strings.Builder
	missing := 0
	for _, c := range checks {
		fmt.Fprintf(&out, "%-7s  %-*s  %s\n", c.State, name, c.Name, c.Found)
		if c.Fix != "" {
			fmt.Fprintf(&out, "%7s  %-*s  fix: %s\n", "", name, "", c.Fix)
		}
		if c.State == Missing {
			missing++
		}
	}
	switch missing {
	case 0:
		out.WriteString("nothing is missing\n")
	default:
		fmt.Fprintf(&out, "%d missing\n", missing)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// JSON writes the checks for programs.
func JSON(w io.Writer, checks []Check) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Checks  []Check `json:"checks"`
		Healthy bool    `json:"healthy"`
	}{checks, Healthy(checks)})
}
