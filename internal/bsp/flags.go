package bsp

import (
	"path/filepath"
	"strings"

	"github.com/rttgen/rttgen/model"
)

// Flag is something that a build says, with its place.
type Flag struct {
	Value  string
	Text   string // the flag as written: "-mcpu=cortex-m4"
	Pos    model.Pos
	Source string // the line
}

// Set reports whether the build says it.
func (f Flag) Set() bool { return f.Value != "" }

// Property is something about the code that a compiler makes.
type Property string

// The properties that flags set.
const (
	CPU         Property = "processor"
	March       Property = "instruction set" // -march
	FPU         Property = "floating point unit"
	Float       Property = "float convention" // hard, softfp or soft
	Thumb       Property = "encoding"         // thumb or arm
	Endian      Property = "byte order"       // little or big
	ABI         Property = "ABI"              // -mabi
	Enums       Property = "enums"            // short or int
	Wchar       Property = "wchar_t"          // short or int
	Char        Property = "char"             // signed or unsigned
	Packing     Property = "struct packing"   // a number
	Time        Property = "time_t"           // 32
	Width       Property = "word size"        // 32 or 64
	Std         Property = "C standard"
	Optimize    Property = "optimization"
	Fast        Property = "fast math"
	Position    Property = "position independence"
	TrustZone   Property = "CMSE"
	DoubleWidth Property = "double" // short
)

// flagTable tells what the flags of gcc say. A pattern that ends in "=" has the value behind it.
var flagTable = []struct {
	pattern  string
	property Property
	value    string
}{
	{"-mcpu=", CPU, ""},
	{"-march=", March, ""},
	{"-mfpu=", FPU, ""},
	{"-mfloat-abi=", Float, ""},
	{"-msoft-float", Float, "soft"},
	{"-mhard-float", Float, "hard"},
	{"-mthumb", Thumb, "thumb"},
	{"-marm", Thumb, "arm"},
	{"-mbig-endian", Endian, "big"},
	{"-EB", Endian, "big"},
	{"-mlittle-endian", Endian, "little"},
	{"-EL", Endian, "little"},
	{"-mabi=", ABI, ""},
	{"-m32", Width, "32"},
	{"-m64", Width, "64"},
	{"-fshort-enums", Enums, "short"},
	{"-fno-short-enums", Enums, "int"},
	{"-fshort-wchar", Wchar, "short"},
	{"-fno-short-wchar", Wchar, "int"},
	{"-fsigned-char", Char, "signed"},
	{"-fno-unsigned-char", Char, "signed"},
	{"-funsigned-char", Char, "unsigned"},
	{"-fno-signed-char", Char, "unsigned"},
	{"-fpack-struct", Packing, "1"},
	{"-fpack-struct=", Packing, ""},
	{"-fno-pack-struct", Packing, "none"},
	{"-fshort-double", DoubleWidth, "short"},
	{"-std=", Std, ""},
	{"-ansi", Std, "c90"},
	{"-ffast-math", Fast, "yes"},
	{"-Ofast", Fast, "yes"},
	{"-fno-fast-math", Fast, "no"},
	{"-fpic", Position, "1"},
	{"-fPIC", Position, "2"},
	{"-fno-pic", Position, "0"},
	{"-fno-PIC", Position, "0"},
	{"-mcmse", TrustZone, "yes"},
}

// command is what a list of flags says.
type command struct {
	props    map[Property]Flag
	defines  []Flag // NAME or NAME=VALUE; those that a later -U takes away are gone
	includes []Flag // absolute directories, in the order of the search
	forced   []Flag // files of -include and -imacros, absolute
}

// readFlags reads the flags of gcc, the last of contradicting ones wins. Relative directories are below dir.
func readFlags(words []Flag, dir string) *command {
	c := &command{props: map[Property]Flag{}}
	var system []Flag
	for i := 0; i < len(words); i++ {
		w := words[i]
		// argument returns what belongs to a flag: the rest of the word, or the next one.
		argument := func(name string) (Flag, bool) {
			rest, ok := strings.CutPrefix(w.Value, name)
			if !ok {
				return Flag{}, false
			}
			f := w
			if rest == "" && i+1 < len(words) {
				i++
				f = words[i]
				rest = f.Value
			}
			f.Value = rest
			return f, rest != ""
		}
		switch {
		case strings.HasPrefix(w.Value, "-D"):
			if f, ok := argument("-D"); ok {
				c.define(f)
			}
		case strings.HasPrefix(w.Value, "-U"):
			if f, ok := argument("-U"); ok {
				c.undefine(f.Value)
			}
		case strings.HasPrefix(w.Value, "-isystem"):
			if f, ok := argument("-isystem"); ok {
				system = append(system, f.below(dir))
			}
		case strings.HasPrefix(w.Value, "-iquote"):
			if f, ok := argument("-iquote"); ok {
				c.includes = append(c.includes, f.below(dir))
			}
		case strings.HasPrefix(w.Value, "-idirafter"):
			if f, ok := argument("-idirafter"); ok {
				system = append(system, f.below(dir))
			}
		case w.Value == "-include" || w.Value == "-imacros":
			if f, ok := argument(w.Value); ok {
				c.forced = append(c.forced, f.below(dir))
			}
		case strings.HasPrefix(w.Value, "-I"):
			if f, ok := argument("-I"); ok {
				c.includes = append(c.includes, f.below(dir))
			}
		default:
			c.property(w)
		}
	}
	c.includes = unique(append(c.includes, system...))
	return c
}

func (f Flag) below(dir string) Flag {
	f.Value = filepath.FromSlash(f.Value)
	if !filepath.IsAbs(f.Value) {
		f.Value = filepath.Join(dir, f.Value)
	}
	f.Value = filepath.Clean(f.Value)
	return f
}

func (c *command) property(w Flag) {
	for _, t := range flagTable {
		value := t.value
		switch {
		case strings.HasSuffix(t.pattern, "="):
			rest, ok := strings.CutPrefix(w.Value, t.pattern)
			if !ok || rest == "" {
				continue
			}
			value = rest
		case w.Value == t.pattern:
		default:
			continue
		}
		c.props[t.property] = Flag{Value: value, Text: w.Value, Pos: w.Pos, Source: w.Source}
		return
	}
	if level, ok := strings.CutPrefix(w.Value, "-O"); ok {
		c.props[Optimize] = Flag{Value: level + map[bool]string{true: "1"}[level == ""], Text: w.Value, Pos: w.Pos, Source: w.Source}
	}
}

// timeMacro makes newlib's time_t a long.
const timeMacro = "_USE_LONG_TIME_T"

func (c *command) define(f Flag) {
	name, _, _ := strings.Cut(f.Value, "=")
	c.undefine(name)
	c.defines = append(c.defines, f)
	if name == timeMacro {
		c.props[Time] = Flag{Value: "32", Text: "-D" + f.Value, Pos: f.Pos, Source: f.Source}
	}
}

func (c *command) undefine(name string) {
	var kept []Flag
	for _, d := range c.defines {
		if n, _, _ := strings.Cut(d.Value, "="); n != name {
			kept = append(kept, d)
		}
	}
	c.defines = kept
	if name == timeMacro {
		delete(c.props, Time)
	}
}

func unique(flags []Flag) []Flag {
	seen := map[string]bool{}
	var kept []Flag
	for _, f := range flags {
		if !seen[f.Value] {
			seen[f.Value] = true
			kept = append(kept, f)
		}
	}
	return kept
}

// splitWords splits a command line as a shell does.
func splitWords(line string) []string {
	var words []string
	var word strings.Builder
	inWord, quote := false, byte(0)
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case quote == '\'' && c != '\'', quote == '"' && c != '"' && c != '\\':
			word.WriteByte(c)
		case quote != 0 && c == quote:
			quote = 0
		case c == '\\' && i+1 < len(line) && (quote == 0 || strings.IndexByte("\"\\$`", line[i+1]) >= 0):
			i++
			word.WriteByte(line[i])
			inWord = true
		case quote == 0 && (c == '"' || c == '\''):
			quote, inWord = c, true
		case quote == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r'):
			if inWord {
				words = append(words, word.String())
			}
			word.Reset()
			inWord = false
		default:
			word.WriteByte(c)
			inWord = true
		}
	}
	if inWord {
		words = append(words, word.String())
	}
	return words
}
