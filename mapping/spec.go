package mapping

import "github.com/rttgen/rttgen/model"

// specKind is the kind of value a spec describes.
type specKind int

const (
	scalarSpec specKind = iota
	boolSpec
	listSpec   // a list of elem
	objectSpec // a mapping with the keys of fields
	tableSpec  // a mapping from names to elem
)

// spec describes a value of a mapping file.
type spec struct {
	kind    specKind
	def     string  // name in the JSON schema, of an object
	what    string  // in messages: "a function rule"
	doc     string  // what it is for
	scalar  *scalar // of a scalar; of a table: its names
	elem    *spec   // of a list or table
	fields  []field // of an object
	short   string  // of an object: the key that a bare scalar stands for
	many    bool    // of an object: a list of them may stand for it
	section bool    // a table at the top of the file, or of a class: it may be left empty, and names are added to it without a +

	alternatives bool // of a table: a|b stands for two names
}

// field is a key of an object and how it gets into the model.
type field struct {
	key      string
	doc      string
	example  string // a value, as in YAML
	required bool
	value    *spec
	set      func(d *decoder, dst any, p *pair)
}

// field returns the field with a key, or nil.
func (s *spec) field(key string) *field {
	for i := range s.fields {
		if s.fields[i].key == key {
			return &s.fields[i]
		}
	}
	return nil
}

// keys returns the keys of an object.
func (s *spec) keys() []string {
	keys := make([]string, len(s.fields))
	for i, f := range s.fields {
		keys[i] = f.key
	}
	return keys
}

// extensible reports whether an overlay can add to a value with "key+".
func (s *spec) extensible() bool {
	return s.kind == listSpec || s.many || s.kind == tableSpec && !s.section
}

// must marks a field as one that every rule has.
func (f field) must() field {
	f.required = true
	return f
}

// textField is a field that holds a text of some kind.
func textField[T any](key string, kind *scalar, example, doc string, at func(*T) *string) field {
	return wordField(key, kind, example, doc, at)
}

// wordField is a field that holds one of a set of words.
func wordField[T any, W ~string](key string, kind *scalar, example, doc string, at func(*T) *W) field {
	return field{
		key: key, doc: doc, example: example,
		value: &spec{kind: scalarSpec, scalar: kind},
		set:   func(_ *decoder, dst any, p *pair) { *at(dst.(*T)) = W(p.value.text) },
	}
}

// boolField is a field that is true or false.
func boolField[T any](key, example, doc string, at func(*T) *bool) field {
	return field{
		key: key, doc: doc, example: example,
		value: &spec{kind: boolSpec},
		set:   func(_ *decoder, dst any, p *pair) { *at(dst.(*T)) = p.value.text == "true" },
	}
}

// listField is a field that holds a list of texts, none of them twice.
func listField[T any](key string, kind *scalar, example, doc string, at func(*T) *[]string) field {
	return field{
		key: key, doc: doc, example: example,
		value: &spec{kind: listSpec, elem: &spec{kind: scalarSpec, scalar: kind}},
		set: func(d *decoder, dst any, p *pair) {
			list, seen := at(dst.(*T)), map[string]bool{}
			for _, item := range p.value.items {
				switch {
				case item.kind != scalarNode:
				case seen[item.text]:
					d.add(item.pos, "remove one of them", "%q is listed twice", item.text)
				default:
					seen[item.text] = true
					*list = append(*list, item.text)
				}
			}
		},
	}
}

// objectField is a field that holds an object; open makes the place for it.
func objectField[T any](key string, s *spec, example, doc string, open func(*T, *pair) any) field {
	return field{
		key: key, doc: doc, example: example, value: s,
		set: func(d *decoder, dst any, p *pair) { d.object(p.value, s, open(dst.(*T), p), "", p.value.pos) },
	}
}

// tableField is a field that holds named objects; open makes the place for one. The names are of a kind.
func tableField[T any](key string, names *scalar, s *spec, example, doc string, open func(dst *T, name string, pos model.Pos) any) field {
	return field{
		key: key, doc: doc, example: example,
		value: &spec{kind: tableSpec, scalar: names, elem: s},
		set: func(d *decoder, dst any, p *pair) {
			for _, q := range p.value.pairs {
				if q.value.kind != sequenceNode {
					d.object(q.value, s, open(dst.(*T), q.key, q.pos), q.key, q.pos)
					continue
				}
				for _, item := range q.value.items {
					d.object(item, s, open(dst.(*T), q.key, item.pos), q.key, item.pos)
				}
			}
		},
	}
}

// apart marks a table whose names may be written together: a|b stands for two.
func (f field) apart() field {
	f.value.alternatives = true
	return f
}

// atTop marks a table as a section of the file.
func (f field) atTop() field {
	f.value.section = true
	return f
}
