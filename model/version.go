package model

import (
	"strconv"
	"strings"
)

// ParseVersion reads "5.0" or "5.0.2". Text that the vocabulary lets pass is always one of the two.
func ParseVersion(s string) Version {
	var n [3]int
	for i, part := range strings.SplitN(s, ".", 3) {
		n[i], _ = strconv.Atoi(part)
	}
	return Version{Major: n[0], Minor: n[1], Patch: n[2]}
}
