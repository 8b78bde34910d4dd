package diag

import (
	"fmt"
	"strings"
)

// DidYouMean returns `did you mean "x"?`, or "" if no candidate is close.
func DidYouMean(word string, candidates []string) string {
	if s := Suggest(word, candidates); s != "" {
		return fmt.Sprintf("did you mean %q?", s)
	}
	return ""
}

// DidYouMeanOr names the candidate that a word was most likely meant to be or, if none is close, all of them.
func DidYouMeanOr(word string, candidates []string) string {
	if s := DidYouMean(word, candidates); s != "" {
		return s
	}
	return "one of: " + strings.Join(candidates, ", ")
}

// Suggest returns the candidate that a misspelt word most likely stands for, "" if none is close enough: the one with the
// smallest edit distance, of equal ones the one in the same case, then the one of the same length, then the first.
func Suggest(word string, candidates []string) string {
	best, limit := "", max(1, min(3, len(word)/3))
	for _, c := range candidates {
		if c == word || abs(len(c)-len(word)) > limit {
			continue
		}
		d := distance(strings.ToLower(word), strings.ToLower(c), limit)
		if d >= max(len(word), len(c)) {
			continue // they have nothing in common
		}
		if d < limit || d == limit && (best == "" || closer(word, c, best)) {
			best, limit = c, d
		}
	}
	if best == "" {
		return extended(word, candidates)
	}
	return best
}

// closer decides between candidates of the same distance.
func closer(word, a, b string) bool {
	if x, y := sameCase(word, a), sameCase(word, b); x != y {
		return x
	}
	return len(b) != len(word) && len(a) == len(word)
}

// sameCase reports whether both words have capitals, or neither has.
func sameCase(a, b string) bool {
	return (strings.ToLower(a) == a) == (strings.ToLower(b) == b)
}

// extended returns the one candidate that a word only makes longer or cuts short, "" if there is none or more than one.
func extended(word string, candidates []string) string {
	const least = 3 // letters in common
	best := ""
	for _, c := range candidates {
		if min(len(c), len(word)) < least || c == word || !strings.HasPrefix(word, c) && !strings.HasPrefix(c, word) {
			continue
		}
		if best != "" {
			return ""
		}
		best = c
	}
	return best
}

// distance returns the number of insertions, deletions, replacements and swaps of neighbours between two words, or a number
// greater than limit as soon as it must be greater.
func distance(a, b string, limit int) int {
	before, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit+1 {
			return least
		}
		before, prev, row = prev, row, before
	}
	return prev[len(b)]
}

func abs(n int) int { return max(n, -n) }
