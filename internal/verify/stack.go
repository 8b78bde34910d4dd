package verify

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rttgen/rttgen/internal/firmware"
)

// Depth is how much stack a function needs with everything that it calls, as far as calls can be followed.
type Depth struct {
	Function string
	Bytes    int
	Path     []string // the deepest chain of calls
	Stops    []string // why it may need more; empty if nothing stops
}

// Stacks returns the depths of functions by name, or, without names, of all that nobody calls by name: entries of threads, callbacks,
// interrupt handlers. The deepest come first.
func Stacks(code *firmware.Code, names []string) ([]Depth, error) {
	w := &walker{done: map[*firmware.Routine]*walked{}}
	var list []Depth
	for _, f := range code.Functions {
		if len(names) == 0 && !f.Called && len(f.Calls) > 0 || slices.Contains(names, f.Name) {
			list = append(list, w.depth(f))
		}
	}
	for _, n := range names {
		if !slices.ContainsFunc(list, func(d Depth) bool { return d.Function == n }) {
			return nil, fmt.Errorf("no function %s in the firmware", n)
		}
	}
	slices.SortFunc(list, func(a, b Depth) int {
		return cmp.Or(cmp.Compare(b.Bytes, a.Bytes), cmp.Compare(a.Function, b.Function))
	})
	return list, nil
}

type walker struct {
	done map[*firmware.Routine]*walked
	path []*firmware.Routine
}

// walked is what is known of a function.
type walked struct {
	bytes   int
	deepest *firmware.Routine // that it calls
	stops   []string
}

func (w *walker) depth(f *firmware.Routine) Depth {
	x := w.walk(f)
	d := Depth{Function: f.Name, Bytes: x.bytes, Stops: x.stops}
	for at := f; at != nil && len(d.Path) < 100; at = w.done[at].deepest {
		d.Path = append(d.Path, at.Name)
	}
	return d
}

// walk follows the calls of a function. A function that is on the way already calls itself: it is followed no further.
func (w *walker) walk(f *firmware.Routine) *walked {
	if x := w.done[f]; x != nil {
		return x
	}
	x := &walked{bytes: f.Frame}
	if f.Indirect {
		x.stops = append(x.stops, "a call through a pointer in "+f.Name)
	}
	if !f.Framed {
		x.stops = append(x.stops, "no frame is known of "+f.Name)
	}
	w.path = append(w.path, f)
	below := 0
	for _, callee := range f.Calls {
		if i := slices.Index(w.path, callee); i >= 0 {
			x.stops = append(x.stops, "recursion of "+callee.Name)
			continue
		}
		y := w.walk(callee)
		if y.bytes > below || x.deepest == nil {
			below, x.deepest = y.bytes, callee
		}
		for _, s := range y.stops {
			if !slices.Contains(x.stops, s) {
				x.stops = append(x.stops, s)
			}
		}
	}
	w.path = w.path[:len(w.path)-1]
	x.bytes += below
	slices.Sort(x.stops)
	w.done[f] = x
	return x
}

// Reach is a function that an interrupt reaches and that must not be called there.
type Reach struct {
	Handler, Function string
	Path              []string
}

// FromInterrupts finds, by calls that name what they call, the functions of a list that interrupt handlers reach. Handlers have the
// names that CMSIS gives them.
func FromInterrupts(code *firmware.Code, forbidden func(name string) bool) []Reach {
	var list []Reach
	for _, h := range code.Functions {
		if !strings.HasSuffix(h.Name, "_Handler") && !strings.HasSuffix(h.Name, "_IRQHandler") || h.Name == "Reset_Handler" {
			continue
		}
		from := map[*firmware.Routine]*firmware.Routine{h: nil}
		for queue := []*firmware.Routine{h}; len(queue) > 0; queue = queue[1:] {
			for _, callee := range queue[0].Calls {
				if _, seen := from[callee]; seen {
					continue
				}
				from[callee] = queue[0]
				if forbidden(callee.Name) {
					r := Reach{Handler: h.Name, Function: callee.Name}
					for at := callee; at != nil; at = from[at] {
						r.Path = append(r.Path, at.Name)
					}
					slices.Reverse(r.Path)
					list = append(list, r)
					continue // what it does itself is no news
				}
				queue = append(queue, callee)
			}
		}
	}
	slices.SortFunc(list, func(a, b Reach) int {
		return cmp.Or(cmp.Compare(a.Handler, b.Handler), cmp.Compare(a.Function, b.Function))
	})
	return list
}
