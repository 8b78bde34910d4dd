package lexical

import "strings"

// Doc is what a comment says, in plain UTF-8 text. A paragraph is one line, except for two kinds which are laid out as Go
// doc comments want them: lists, whose lines start with "  - " or "  1. ", and code, whose lines start with a tab.
type Doc struct {
	Brief      string   // what the thing is, one paragraph
	Body       []string // further paragraphs
	Params     []ParamDoc
	Returns    []string // one for every @return and "CODE: when" for every @retval
	Notes      []string // @note and its kin
	Warnings   []string // @warning, @attention
	See        []string // what @see names
	Deprecated string
}

// ParamDoc documents a parameter.
type ParamDoc struct {
	Name string // as the comment has it, which may not be the declaration's
	Dir  string // "in", "out" or "in,out" if the comment says so
	Text string
}

// IsZero reports whether d documents nothing.
func (d Doc) IsZero() bool {
	return d.Brief == "" && d.Deprecated == "" && len(d.Body)+len(d.Params)+len(d.Returns)+len(d.Notes)+len(d.Warnings)+len(d.See) == 0
}

// Text reads a comment, with or without its markers, in the Doxygen dialects found in RT-Thread. Banners, change logs,
// group markers, separators and code that is commented out say nothing: the zero Doc. So do paragraphs that are not UTF-8.
func Text(comment string) Doc {
	if isBanner(comment) {
		return Doc{}
	}
	lines := strip(comment)
	if isSeparator(comment, lines) {
		return Doc{}
	}
	p := &docParser{}
	p.begin("", "", 0)
	for _, line := range lines {
		p.line(line)
	}
	p.end()
	return p.doc.finish()
}

// finish settles what is the brief, and drops what says nothing.
func (d Doc) finish() Doc {
	if d.Brief == "" && len(d.Body) > 0 && !laidOut(d.Body[0]) {
		d.Brief, d.Body = d.Body[0], d.Body[1:]
	}
	if len(d.Body) == 0 {
		d.Body = nil
	}
	d.Brief = kernelName.ReplaceAllString(d.Brief, "")
	return d
}

// laidOut reports whether a paragraph is a list or code.
func laidOut(para string) bool { return strings.HasPrefix(para, " ") || strings.HasPrefix(para, "\t") }

// docParser splits the lines of a comment in sections.
type docParser struct {
	doc Doc
	cur section
}

// section is what belongs to one tag.
type section struct {
	tag, arg string
	col      int // of the tag
	text     paragraphs
	blank    bool // the last line was blank
}

func (p *docParser) begin(tag, arg string, col int) {
	p.cur = section{tag: tag, arg: arg, col: col}
}

func (p *docParser) line(line string) {
	text := strings.TrimSpace(line)
	if leading(text, ".*-,;") == len(text) && p.cur.text.fence == "" {
		text, line = "", "" // a slip of the pen
	}
	if p.cur.text.verbatim(line, text) {
		return
	}
	if text == "" {
		p.cur.text.flush()
		p.cur.blank = true
		return
	}
	col := len(line) - len(strings.TrimLeft(line, " "))
	if m := inlineSee.FindStringSubmatch(text); m != nil {
		p.line(line[:col] + m[1])
		p.tag("see", m[2], col)
		return
	}
	tag, rest, ok := blockTag(text)
	if !ok && (p.cur.tag == "" || p.cur.tag == "brief") {
		tag, rest, ok = proseTag(text)
	}
	if ok {
		p.tag(tag, rest, col)
		return
	}
	if p.cur.blank && p.cur.tag != "" && !(p.cur.tag != "brief" && col > p.cur.col+2) {
		p.end() // Doxygen ends a section at a blank line; RT-Thread goes on if the text is still indented
		p.begin("", "", 0)
	}
	p.cur.blank = false
	p.cur.text.add(line, text)
}

// tag starts the section of a tag.
func (p *docParser) tag(tag, rest string, col int) {
	if kind := tags[tag]; kind == "li" {
		p.cur.text.add("- "+rest, "- "+rest)
		return
	} else if kind == "skip" {
		return // the tag and its argument are all there is to it
	}
	p.end()
	switch kind := tags[tag]; kind {
	case "param":
		name, dir, text := paramName(rest)
		p.begin(kind, name+"\x00"+dir, col)
		rest = text
	case "retval":
		code, text, _ := strings.Cut(rest, " ")
		p.begin(kind, strings.TrimRight(code, ":,"), col)
		rest = withoutLead(text)
	default:
		p.begin(kind, "", col)
		p.cur.text.codes = kind == "return"
	}
	if rest = strings.TrimSpace(rest); rest != "" {
		p.cur.text.add(rest, rest)
	}
}

// end files the current section.
func (p *docParser) end() {
	paras := p.cur.text.all()
	d := &p.doc
	one := strings.Join(paras, "\n\n")
	switch p.cur.tag {
	case "":
		d.Body = append(d.Body, paras...)
	case "brief":
		if len(paras) > 0 && d.Brief == "" && !laidOut(paras[0]) {
			d.Brief, paras = paras[0], paras[1:]
		}
		d.Body = append(d.Body, paras...)
	case "param":
		name, dir, _ := strings.Cut(p.cur.arg, "\x00")
		if one = withoutLead(one); one != "" && name != "" && (name == "..." || !saysNothing(name)) {
			d.Params = append(d.Params, ParamDoc{Name: name, Dir: dir, Text: one})
		}
	case "return":
		d.Returns = addText(d.Returns, returnTexts(paras)...)
	case "retval":
		if p.cur.arg != "" && one != "" {
			one = p.cur.arg + ": " + one
		} else if one == "" {
			one = p.cur.arg
		}
		d.Returns = addText(d.Returns, plain(one))
	case "note":
		d.Notes = addText(d.Notes, paras...)
	case "warning":
		d.Warnings = addText(d.Warnings, paras...)
	case "see":
		d.See = addText(d.See, paras...)
	case "deprecated":
		d.Deprecated = one
	}
	p.cur = section{}
}

// returnTexts takes a list of error codes apart, as if each had its @retval.
func returnTexts(paras []string) []string {
	var list []string
	for _, para := range paras {
		if !strings.HasPrefix(para, "  - ") {
			list = append(list, para)
			continue
		}
		for _, item := range strings.Split(para, "\n") {
			list = append(list, strings.TrimPrefix(item, "  - "))
		}
	}
	return list
}

func addText(list []string, paras ...string) []string {
	for _, s := range paras {
		if s != "" && !saysNothing(s) {
			list = append(list, s)
		}
	}
	return list
}

// saysNothing reports whether a text only fills a template: "@return none".
func saysNothing(s string) bool {
	switch strings.ToLower(strings.Trim(s, " .。-*")) {
	case "", "none", "null", "n/a", "na", "void", "no", "nothing", "无", "none value":
		return true
	}
	return false
}

// withoutLead takes the punctuation between a name and its text away, but not the sign of a number or an error code.
func withoutLead(s string) string {
	for {
		t := strings.TrimPrefix(strings.TrimLeft(s, " :,;–—：，"), "- ")
		if t == s {
			return s
		}
		s = t
	}
}

// Sentence ends a text with a full stop.
func Sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:") {
		return s
	}
	return s + "."
}
