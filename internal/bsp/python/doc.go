// Package python evaluates the Python that RT-Thread's build scripts are written in: rtconfig.py, SConstruct, SConscript.
//
// It is no Python. It knows the statements and expressions that such scripts use to put compiler flags together, in the
// spelling of Python 2 and 3, and nothing that would change anything: there is no way to write, to run a program or to reach
// a module that the caller has not given. What it does not know becomes [Unknown], which spreads through expressions as far
// as they depend on it; a condition that is unknown counts as false and is noted. So one odd line never costs the rest.
//
// Strings remember from which literal each of their pieces comes, so that a message about a flag can name its line.
package python
