package raw

import (
	"github.com/rttgen/rttgen/model"
)

// isAddressMacro reports whether a macro stands for a fixed address, or for what lies at one.
func isAddressMacro(m *model.Macro) bool {
	return (m.Kind == model.MacroAddress || m.Kind == model.MacroObject) && m.Type != nil
}

// isPointerMacro reports whether package raw has a function for a macro. An address of code is an uintptr, as pointers to
// functions are, of which there are constants.
func isPointerMacro(m *model.Macro) bool {
	return isAddressMacro(m) && (m.Kind == model.MacroObject || !m.Type.IsFuncPointer())
}

// planAddresses declares a function for each macro that stands for a fixed address.
func (p *planner) planAddresses() {
	type place struct {
		address uint32
		goType  string
	}
	stores := map[place]string{}
	for _, m := range p.api.Macros {
		if !isPointerMacro(m) || p.macroNote(m) != "" {
			continue
		}
		x := &Address{
			C: m.Name, Go: p.names.constant[m.Name], Pos: m.Pos, Brief: introduction(m.Doc), Text: abridge(m.Text),
			Address: uint32(m.Int), Lvalue: m.Kind == model.MacroObject,
		}
		if x.Lvalue {
			x.Type = p.pointerType(m.Type)
		} else {
			x.Type = p.goType(m.Type)
		}
		if x.Type == nil {
			x.Type = GoUnsafe
		}
		x.Object = isObject(x)
		if x.Object {
			key := place{x.Address, x.Type.String()}
			if stores[key] == "" {
				stores[key] = x.C
			}
			x.Store = stores[key]
		}
		p.raw.Addresses = append(p.raw.Addresses, x)
	}
}

// isObject tells an address where something can lie from a mere number such as (sem_t *)-1: something of its type fits there.
func isObject(x *Address) bool {
	if x.Type.Kind != GoPointer || x.Address == 0 {
		return false
	}
	size, align := uint64(x.Type.Elem.Size), uint32(max(x.Type.Elem.Align, 1))
	return size > 0 && x.Address%align == 0 && uint64(x.Address)+size <= 1<<32-1
}
