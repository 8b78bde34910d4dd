package parser

import (
	"strings"

	"github.com/rttgen/rttgen/model"
	"github.com/rttgen/rttgen/parser/lexical"
)

// annotate adds to the facts what cc drops: the #if conditions around each declaration, and its documentation, from the
// header or else from the C file that defines the function.
func annotate(api *model.API, files *files, definitions map[string]string) {
	a := annotator{
		guards:   map[string]*lexical.GuardMap{},
		comments: map[string]*lexical.CommentMap{},
		texts:    map[string][]byte{},
	}
	for name, text := range files.texts {
		a.texts[files.display(name)] = text
	}
	for name := range api.Included {
		a.inclusion(api, name, 0)
	}
	for d := range declarations(api) {
		a.decl(d)
	}
	for _, f := range api.Functions {
		a.function(f, definitions[f.Name])
	}
}

type annotator struct {
	texts    map[string][]byte
	guards   map[string]*lexical.GuardMap
	comments map[string]*lexical.CommentMap
}

// maxIncludes limits how far an #include is followed to where it comes from: headers may include each other in circles.
const maxIncludes = 200

// inclusion adds the conditions around an #include, with those that lead to the header it stands in.
func (a *annotator) inclusion(api *model.API, name string, depth int) []string {
	in, ok := api.Included[name]
	if !ok || in.Guards != nil || depth > maxIncludes || !a.scan(in.Pos.File) {
		return in.Guards
	}
	outer := a.inclusion(api, in.Pos.File, depth+1)
	in.Guards = append(append([]string{}, outer...), a.guards[in.Pos.File].At(in.Pos.Line)...)
	api.Included[name] = in
	return in.Guards
}

// scan reads a file the first time something of it is asked for.
func (a *annotator) scan(file string) bool {
	text, ok := a.texts[file]
	if ok && a.guards[file] == nil {
		a.guards[file] = lexical.Guards(text)
		a.comments[file] = lexical.Comments(text)
	}
	return ok
}

func (a *annotator) decl(d *model.Decl) {
	if !a.scan(d.Pos.File) {
		return
	}
	d.Guards = a.guards[d.Pos.File].At(d.Pos.Line)
	c := a.comments[d.Pos.File]
	if d.Doc = c.Trailing(d.Pos.Line); d.Doc == "" {
		d.Doc = c.Before(d.Pos.Line)
	}
}

// function documents a function. What stands at the definition counts, unless the header has a documentation comment: other
// comments in headers divide them into sections. One behind the declaration is about the next thing.
func (a *annotator) function(f *model.Function, definition string) {
	if !a.scan(f.Pos.File) {
		return
	}
	f.Guards = a.guards[f.Pos.File].At(f.Pos.Line)
	f.Doc = a.comments[f.Pos.File].Before(f.Pos.Line)
	if definition != "" && !strings.HasPrefix(f.Doc, "/**") {
		f.Doc = definition
	}
}

// declarations yields every declaration of an API but functions, members and constants included.
func declarations(api *model.API) func(yield func(*model.Decl) bool) {
	return func(yield func(*model.Decl) bool) {
		for _, list := range [][]*model.Decl{
			pick(api.Variables, func(v *model.Variable) *model.Decl { return &v.Decl }),
			pick(api.Typedefs, func(t *model.Typedef) *model.Decl { return &t.Decl }),
			pick(api.Macros, func(m *model.Macro) *model.Decl { return &m.Decl }),
			pick(api.FuncMacros, func(m *model.FuncMacro) *model.Decl { return &m.Decl }),
			inside(api),
		} {
			for _, d := range list {
				if !yield(d) {
					return
				}
			}
		}
	}
}

func pick[T any](list []*T, decl func(*T) *model.Decl) []*model.Decl {
	var out []*model.Decl
	for _, x := range list {
		out = append(out, decl(x))
	}
	return out
}

func inside(api *model.API) []*model.Decl {
	var out []*model.Decl
	for _, r := range api.Records {
		out = append(out, &r.Decl)
		out = append(out, pick(r.Fields, func(f *model.Field) *model.Decl { return &f.Decl })...)
	}
	for _, e := range api.Enums {
		out = append(out, &e.Decl)
		for i := range e.Constants {
			out = append(out, &e.Constants[i].Decl)
		}
	}
	return out
}
