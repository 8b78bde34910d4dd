package cpp

import (
	"bytes"
	"sort"
)

// source is a text to be read, lines that continue with \ joined. Joining comes first in C, even within tokens; doing it on
// the whole text, which hardly ever has to change, keeps it out of everything else.
type source struct {
	text  string
	joins []int32 // offsets in text where a \ and a line's end were taken out
}

func newSource(text []byte) source {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(text, '\\') < 0 {
		return source{text: string(text)}
	}
	var s source
	out := make([]byte, 0, len(text))
	for {
		i := bytes.IndexByte(text, '\\')
		if i < 0 {
			break
		}
		n := lineEnd(text[i+1:])
		if n == 0 {
			out = append(out, text[:i+1]...)
			text = text[i+1:]
			continue
		}
		out = append(out, text[:i]...)
		text = text[i+1+n:]
		s.joins = append(s.joins, int32(len(out)))
	}
	s.text = string(append(out, text...))
	return s
}

// lineEnd returns the length of a line's end, with blanks before it, which gcc takes for a slip; 0 if there is none.
func lineEnd(text []byte) int {
	for i, c := range text {
		switch c {
		case ' ', '\t', '\r', '\f', '\v':
		case '\n':
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// joinsBefore returns how many lines were joined up to an offset, and where the last of them was.
func (s *source) joinsBefore(offset int) (n int, last int) {
	if len(s.joins) == 0 {
		return 0, 0
	}
	n = sort.Search(len(s.joins), func(i int) bool { return int(s.joins[i]) > offset })
	if n == 0 {
		return 0, 0
	}
	return n, int(s.joins[n-1])
}
