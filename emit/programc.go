package emit

import (
	"fmt"
	"strings"

	"github.com/rttgen/rttgen/plan"
	"github.com/rttgen/rttgen/plan/program"
)

// ProgramFile is the C file that is made of the program's own source.
const ProgramFile = "c/rttgo_program.c"

// recordLine is what each line of the record begins with.
const recordLine = " *   "

// Record returns the record of the program that a ProgramFile was made of.
func Record(file []byte) []string {
	var record []string
	_, text, _ := strings.Cut(string(file), recordBegin)
	for line := range strings.Lines(text) {
		entry, found := strings.CutPrefix(strings.TrimRight(line, "\r\n"), recordLine)
		if !found {
			break
		}
		record = append(record, strings.TrimSuffix(entry, " */")) // an entry itself has none
	}
	return record
}

const recordBegin = "Made of these marks:\n"

// programC writes the entries of the kernel's tables, by its own macros; nil if the program marks nothing.
func programC(p *plan.Package) []byte {
	if p.Program == nil {
		return nil
	}
	b := cHeader(p, "Functions of the Go program that RT-Thread calls: commands of its shell and functions of its start-up.", recordBegin+
		recordLine+strings.Join(p.Program.Record, "\n"+recordLine))
	b.WriteString("#include <rtthread.h>\n")
	if len(p.Program.Commands) > 0 {
		b.WriteString("#include <finsh.h>\n")
	}
	for _, text := range p.Program.Left {
		fmt.Fprintf(b, "\n/* %s */\n", text)
	}
	for _, c := range p.Program.Commands {
		commandC(b, p.Program, c)
	}
	for _, l := range p.Program.Levels {
		fmt.Fprintf(b, "\n/* %s */\nint %s(void);\n%s(%s);\n", symbols(l), l.Export, l.Macro, l.Export)
	}
	return []byte(b.String())
}

func symbols(l *program.Level) string {
	var list []string
	for _, f := range l.Funcs {
		list = append(list, f.Symbol())
	}
	return strings.Join(list, ", ")
}

// commandC exports a command. A shell that takes expressions passes no words.
func commandC(b *strings.Builder, p *program.Program, c *program.Command) {
	fmt.Fprintf(b, "\n/* %s */\nint %s(int argc, char **argv);\n", c.Func.Symbol(), c.Export)
	if p.Shell == program.Finsh {
		const text = `static long rttgo_finsh_%[1]s(void)
{
    static char name[] = "%[1]s";
    char *argv[] = {name, 0};
    return %[2]s(1, argv);
}
FINSH_FUNCTION_EXPORT_ALIAS(rttgo_finsh_%[1]s, %[1]s, %[3]s);
`
		fmt.Fprintf(b, text, c.Name, c.Export, c.Help)
		return
	}
	if !p.Options || len(c.Options) == 0 {
		fmt.Fprintf(b, "MSH_CMD_EXPORT_ALIAS(%s, %s, %s);\n", c.Export, c.Name, c.Help)
		return
	}
	fmt.Fprintf(b, "CMD_OPTIONS_NODE_START(%s)\n", c.Export)
	for i, o := range c.Options {
		fmt.Fprintf(b, "CMD_OPTIONS_NODE(%d, %s, %s)\n", i+1, o.Name, o.Help)
	}
	fmt.Fprintf(b, "CMD_OPTIONS_NODE_END\nMSH_CMD_EXPORT_ALIAS(%s, %s, %s, optenable);\n", c.Export, c.Name, c.Help)
}
