package diag

import "strings"

// Suggest returns the candidate that word was most likely meant to be, or "" if none is close. Case does not count.
func Suggest(word string, candidates []string) string {
	best, bestAt := "", 1+max(2, len(word)/3)
	lower := strings.ToLower(word)
	for _, c := range candidates {
		if c == word {
			continue
		}
		if d := distance(lower, strings.ToLower(c)); d < bestAt && d < len(word) {
			best, bestAt = c, d
		}
	}
	return best
}

// DidYouMean returns `did you mean "x"?`, or "" if no candidate is close.
func DidYouMean(word string, candidates []string) string {
	if s := Suggest(word, candidates); s != "" {
		return `did you mean "` + s + `"?`
	}
	return ""
}

// distance counts the edits from a to b: insertions, deletions, replacements, and swaps of neighbours, the usual slips.
func distance(a, b string) int {
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
