package safe

import (
	"strings"

	"github.com/dave/jennifer/jen"
)

// commentWidth is where comment lines are broken.
const commentWidth = 118

// comment prints a text as line comments, its paragraphs apart.
func comment(g *jen.Group, paragraphs ...string) {
	var lines []string
	for _, text := range paragraphs {
		for para := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
			if para = strings.TrimSpace(para); para == "" {
				continue
			}
			if len(lines) > 0 {
				lines = append(lines, "//")
			}
			lines = append(lines, wrap(para)...)
		}
	}
	for _, line := range lines {
		g.Comment(line)
	}
}

// wrap breaks a paragraph into comment lines.
func wrap(para string) []string {
	var lines []string
	line := "//"
	for _, word := range strings.Fields(para) {
		if len(line)+1+len(word) > commentWidth && line != "//" {
			lines = append(lines, line)
			line = "//"
		}
		line += " " + word
	}
	return append(lines, line)
}
