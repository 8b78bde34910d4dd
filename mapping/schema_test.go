package mapping_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/rttgen/rttgen/internal/diag"
	"github.com/rttgen/rttgen/mapping"
	"github.com/rttgen/rttgen/model"
)

func schema(t *testing.T) map[string]any {
	t.Helper()
	var s map[string]any
	if err := json.Unmarshal(mapping.Schema(), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// validator checks a value against the part of JSON schema that Schema uses; used collects the properties that occurred.
type validator struct {
	root map[string]any
	used map[string]bool
}

// check returns what is wrong with a value, "" if nothing. The path is that of the schema.
func (v validator) check(s map[string]any, path string, value any) string {
	if ref, ok := s["$ref"].(string); ok {
		def := v.root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		if msg := v.check(def, ref, value); msg != "" {
			return msg
		}
	}
	if any, ok := s["anyOf"].([]any); ok {
		if msg := v.checkAny(any, path, value); msg != "" {
			return msg
		}
	}
	if words, ok := s["enum"].([]any); ok && !slices.Contains(words, value) {
		return fmt.Sprintf("%s: %v is not in %v", path, value, words)
	}
	if types := s["type"]; types != nil && !slices.ContainsFunc(listOf(types), func(t any) bool { return t == typeOf(value) }) {
		return fmt.Sprintf("%s: want %v, got %s", path, types, typeOf(value))
	}
	switch value := value.(type) {
	case string:
		if p, ok := s["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(value) {
			return fmt.Sprintf("%s: %q does not match %s", path, value, p)
		}
	case []any:
		if least, ok := s["minItems"].(float64); ok && len(value) < int(least) {
			return path + ": empty"
		}
		items, _ := s["items"].(map[string]any)
		for _, item := range value {
			if msg := v.check(items, path+"[]", item); msg != "" {
				return msg
			}
		}
	case map[string]any:
		return v.checkObject(s, path, value)
	}
	return ""
}

func (v validator) checkAny(schemas []any, path string, value any) string {
	var msgs []string
	for _, s := range schemas {
		msg := v.check(s.(map[string]any), path, value)
		if msg == "" {
			return ""
		}
		msgs = append(msgs, msg)
	}
	return strings.Join(msgs, "; ")
}

func (v validator) checkObject(s map[string]any, path string, value map[string]any) string {
	properties, _ := s["properties"].(map[string]any)
	patterns, _ := s["patternProperties"].(map[string]any)
	if s["additionalProperties"] == nil { // says nothing about objects
		return ""
	}
	for _, key := range slices.Sorted(maps.Keys(value)) {
		sub, place := properties[key], path+"/"+key
		for p, s := range patterns {
			if regexp.MustCompile(p).MatchString(key) {
				sub, place = s, path+"/*"
			}
		}
		if sub == nil {
			return fmt.Sprintf("%s: unknown key %q", path, key)
		}
		v.used[place] = true
		if msg := v.check(sub.(map[string]any), place, value[key]); msg != "" {
			return msg
		}
	}
	return ""
}

func listOf(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	return []any{v}
}

func typeOf(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return "number"
}

// value reads YAML as JSON's types.
func value(data []byte) (any, error) {
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		return nil, err
	}
	return jsonValue(v)
}

// jsonValue turns the keys of mappings into texts; "null:" is a key of the vocabulary.
func jsonValue(v any) (any, error) {
	var err error
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			if v[key], err = jsonValue(v[key]); err != nil {
				return nil, err
			}
		}
		return v, nil
	case map[any]any:
		out := map[string]any{}
		for key, x := range v {
			name, ok := key.(string)
			if key == nil {
				name, ok = "null", true
			}
			if !ok {
				return nil, fmt.Errorf("key %v", key)
			}
			if out[name], err = jsonValue(x); err != nil {
				return nil, err
			}
		}
		return out, nil
	case []any:
		for i := range v {
			if v[i], err = jsonValue(v[i]); err != nil {
				return nil, err
			}
		}
		return v, nil
	}
	return v, nil
}

// TestSchemaKeys compares the keys of the schema with a file that uses every key there is: each passes both the schema and
// the decoder, and no key of the schema is missing from the file.
func TestSchemaKeys(t *testing.T) {
	s := schema(t)
	v := validator{root: s, used: map[string]bool{}}
	full, err := value(readFile(t, "testdata/full.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if msg := v.check(s, "#", full); msg != "" {
		t.Errorf("the schema does not let full.yaml pass: %s", msg)
	}
	objects := map[string]any{"#": s}
	for name, def := range s["$defs"].(map[string]any) {
		objects["#/$defs/"+name] = def
	}
	for path, object := range objects {
		for key := range object.(map[string]any)["properties"].(map[string]any) {
			if !v.used[path+"/"+strings.TrimSuffix(key, "+")] {
				t.Errorf("%s/%s is in the schema, not in full.yaml", path, key)
			}
		}
	}
}

// TestFullSetsEveryField checks that full.yaml, and with it the vocabulary, reaches every field of the rules.
func TestFullSetsEveryField(t *testing.T) {
	m, _ := mapping.Load(mapping.Source{Name: "full.yaml", Data: readFile(t, "testdata/full.yaml")})
	all, set := map[string]bool{}, map[string]bool{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				name := v.Type().Name() + "." + v.Type().Field(i).Name
				all[name] = true
				if !v.Field(i).IsZero() {
					set[name] = true
				}
				walk(v.Field(i))
			}
		}
	}
	walk(reflect.ValueOf(*m))
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !set[name] && name != "EnumRule.Flags" { // false there, on purpose
			t.Errorf("nothing in full.yaml sets mapping.%s", name)
		}
	}
}

// TestSchemaRejects checks the schema with the sources of all other tests: what loads passes the schema too, and what has
// the wrong shape passes neither.
func TestSchemaRejects(t *testing.T) {
	tests := []struct {
		archive string
		cases   []string // of which the schema must reject one source; nil: it must let all pass
	}{
		{"overlays/merge", nil},
		{"dead/dead", nil},
		{"errors/shape", []string{"top", "unknown keys", "wrong types", "bad words", "bad names", "versions", "a reported key is not missing too"}},
		{"errors/syntax", []string{"not a mapping", "just text"}},
	}
	s := schema(t)
	for _, test := range tests {
		archive, err := txtar.ParseFile("testdata/" + test.archive + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			name, file, _ := strings.Cut(f.Name, "/")
			bad := slices.Contains(test.cases, name)
			if file == "want" || test.cases != nil && !bad {
				continue
			}
			v, err := value(f.Data)
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			if msg := (validator{root: s, used: map[string]bool{}}).check(s, "#", v); (msg != "") != bad {
				t.Errorf("%s %s: the schema says %q", test.archive, f.Name, msg)
			}
		}
	}
}

// TestSchemaAgreesOnEachValue changes full.yaml in one place at a time and asks both the schema and the decoder.
func TestSchemaAgreesOnEachValue(t *testing.T) {
	s := schema(t)
	lines := strings.SplitAfter(string(readFile(t, "testdata/full.yaml")), "\n")
	word := regexp.MustCompile(`[A-Za-z_]+: `)
	for i, line := range lines {
		for _, at := range word.FindAllStringIndex(line, -1) {
			changed := slices.Clone(lines)
			changed[i] = line[:at[0]] + "no-such-key+: " + line[at[1]:]
			data := []byte(strings.Join(changed, ""))
			v, err := value(data)
			if err != nil {
				continue
			}
			msg := validator{root: s, used: map[string]bool{}}.check(s, "#", v)
			_, list := mapping.Load(mapping.Source{Name: "full.yaml", Data: data})
			if (msg != "") != hasShapeError(list) {
				t.Errorf("line %d, %q: the schema says %q, the decoder\n%s", i+1, changed[i], msg, show(list))
			}
		}
	}
}

// hasShapeError reports an unknown key or a name that is none.
func hasShapeError(list *diag.List) bool {
	return slices.ContainsFunc(list.Sorted(), func(d diag.Diagnostic) bool {
		return d.Pos != model.Pos{} && (strings.Contains(d.Message, "unknown key") || strings.Contains(d.Message, " is not "))
	})
}
