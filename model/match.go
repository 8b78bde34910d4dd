package model

import (
	"strconv"
	"strings"
)

// Matches reports whether a skip rule is about a C name: its own, or one that fits its pattern, in which * stands for anything.
func (s *SkipRule) Matches(name string) bool { return fits(s.C, name) }

// Fits reports whether a name fits a pattern, in which * stands for anything.
func Fits(pattern, name string) bool { return fits(pattern, name) }

func fits(pattern, name string) bool {
	head, tail, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == name
	}
	rest, ok := strings.CutPrefix(name, head)
	if !ok {
		return false
	}
	for {
		part, more, star := strings.Cut(tail, "*")
		if !star {
			return strings.HasSuffix(rest, part)
		}
		_, after, found := strings.Cut(rest, part)
		if !found {
			return false
		}
		rest, tail = after, more
	}
}

// ParseVersion reads "5.0" or "5.0.2". Text that the vocabulary lets pass is always one of the two.
func ParseVersion(s string) Version {
	var n [3]int
	for i, part := range strings.SplitN(s, ".", 3) {
		n[i], _ = strconv.Atoi(part)
	}
	return Version{Major: n[0], Minor: n[1], Patch: n[2]}
}
