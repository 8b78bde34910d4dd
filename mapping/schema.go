package mapping

import (
	"encoding/json"
	"fmt"
)

// Schema returns the JSON schema of mapping files, for editors.
func Schema() []byte {
	root := vocabulary()
	defs := map[string]any{}
	schema := define(root, defs)
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["$id"] = "https://github.com/rttgen/rttgen/mapping.schema.json"
	schema["title"] = "rttgen mapping"
	schema["$defs"] = defs
	out, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("mapping: schema: %v", err)) // maps, slices and strings only
	}
	return append(out, '\n')
}

// object is a piece of a JSON schema.
type object = map[string]any

// define returns the schema of an object, and puts the objects in it among the definitions.
func define(s *spec, defs object) object {
	properties := object{}
	for _, f := range s.fields {
		value := schemaOf(f.value, defs)
		describe(value, f)
		properties[f.key] = orNull(value)
		if f.value.extensible() {
			more := schemaOf(f.value, defs)
			more["description"] = "In an overlay: added to what the base says. " + f.doc
			properties[f.key+"+"] = more
		}
	}
	return object{
		"type":                 "object",
		"description":          s.doc,
		"properties":           properties,
		"additionalProperties": false,
	}
}

// describe adds what a field is for to its schema.
func describe(schema object, f field) {
	schema["description"] = f.doc
	if f.example != "" && f.value.kind == scalarSpec {
		schema["examples"] = []any{unquote(f.example)}
	}
}

// schemaOf returns the schema of a value.
func schemaOf(s *spec, defs object) object {
	switch s.kind {
	case boolSpec:
		return object{"type": "boolean"}
	case listSpec:
		return object{"type": "array", "items": schemaOf(s.elem, defs)}
	case tableSpec:
		return tableSchema(s, defs)
	case objectSpec:
		return objectSchema(s, defs)
	}
	return scalarSchema(s.scalar)
}

func scalarSchema(s *scalar) object {
	if s.words != nil {
		return object{"enum": s.words}
	}
	out := object{"type": "string"}
	if s.numbers {
		out["type"] = []any{"string", "number"}
	}
	if s.pattern != nil {
		out["pattern"] = s.pattern.String()
	}
	return out
}

// tableSchema returns the schema of a mapping from names; a name may end in + where rules can be added to it.
func tableSchema(s *spec, defs object) object {
	value := orNull(schemaOf(s.elem, defs))
	pattern := s.scalar.pattern.String()
	if s.elem.many {
		pattern = pattern[:len(pattern)-1] + `\+?$`
	}
	return object{
		"type":                 "object",
		"patternProperties":    object{pattern: value},
		"additionalProperties": false,
	}
}

// objectSchema returns a reference to the definition of an object, with its short forms beside it.
func objectSchema(s *spec, defs object) object {
	if defs[s.def] == nil {
		defs[s.def] = object{} // stops the recursion, should there ever be one
		defs[s.def] = define(s, defs)
	}
	ref := object{"$ref": "#/$defs/" + s.def}
	switch {
	case s.short != "":
		return object{"anyOf": []any{ref, schemaOf(s.field(s.short).value, defs)}}
	case s.many:
		return object{"anyOf": []any{ref, object{"type": "array", "items": ref, "minItems": 1}}}
	}
	return ref
}

// orNull lets ~ stand for a value: in an overlay it removes what the base says.
func orNull(schema object) object {
	null := object{"type": "null"}
	switch {
	case schema["anyOf"] != nil:
		schema["anyOf"] = append(schema["anyOf"].([]any), null)
	case schema["enum"] != nil:
		schema["enum"] = append(asAny(schema["enum"].([]string)), nil)
	case schema["$ref"] != nil:
		ref := schema["$ref"]
		delete(schema, "$ref")
		schema["anyOf"] = []any{object{"$ref": ref}, null}
	default:
		types, many := schema["type"].([]any)
		if !many {
			types = []any{schema["type"]}
		}
		schema["type"] = append(types, "null")
	}
	return schema
}

func asAny(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

// unquote removes the quotes of a YAML example.
func unquote(s string) string {
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		return s[1 : len(s)-1]
	}
	return s
}
