package parser

import (
	"bytes"
	"regexp"
)

// maxNesting is far above what headers need and far below where cc's recursive parser overflows the stack.
const maxNesting = 400

// tooDeep finds the first line where brackets are nested deeper than maxNesting. Brackets in comments and strings count too:
// being exact would not change the answer for any real header.
func tooDeep(text []byte) (line int, found bool) {
	depth, line := 0, 1
	for _, c := range text {
		switch c {
		case '\n':
			line++
		case '(', '[', '{':
			if depth++; depth > maxNesting {
				return line, true
			}
		case ')', ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return 0, false
}

// openBracket returns the line of the last bracket that is not closed. Like tooDeep it does not look for comments: it only
// serves a message.
func openBracket(text []byte) (line int, open bool) {
	var lines []int
	line = 1
	for _, c := range text {
		switch c {
		case '\n':
			line++
		case '(', '{':
			lines = append(lines, line)
		case ')', '}':
			lines = lines[:max(len(lines)-1, 0)]
		}
	}
	if len(lines) == 0 {
		return 0, false
	}
	return lines[len(lines)-1], true
}

var conditionLine = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*(if|ifdef|ifndef|endif)\b`)

// openCondition returns the line of the last #if that has no #endif.
func openCondition(text []byte) (line int, open bool) {
	var starts []int
	for _, m := range conditionLine.FindAllSubmatchIndex(text, -1) {
		if string(text[m[2]:m[3]]) != "endif" {
			starts = append(starts, m[0])
		} else if len(starts) > 0 {
			starts = starts[:len(starts)-1]
		}
	}
	if len(starts) == 0 {
		return 0, false
	}
	return 1 + bytes.Count(text[:starts[len(starts)-1]], []byte("\n")), true
}
