package mapping

import "strings"

// Matches reports whether a skip rule is about a C name: its own, or one that fits its pattern.
func (s *SkipRule) Matches(name string) bool { return fits(s.C, name) }

// fits reports whether a name fits a pattern, in which * stands for anything.
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
