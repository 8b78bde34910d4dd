package mapping

import "github.com/rttgen/rttgen/model"

// The part of the vocabulary that is about devices, and about records that Go has as structs.

func deviceSpec() *spec {
	return &spec{
		kind: objectSpec, def: "device", what: "a device rule",
		doc: "How the device of a name becomes an object of the class.",
		fields: []field{
			textField("go", exportedName(), "OpenADC", "The function that finds it.",
				func(r *DeviceRule) *string { return &r.Go }).must(),
			listField("types", cName(), "[RT_Device_Class_ADC, RT_Device_Class_Miscellaneous]", "Constants of the type of such a device: the first that is defined counts.",
				func(r *DeviceRule) *[]string { return &r.Types }).must(),
			listField("flags", cConstant(), "[RT_DEVICE_OFLAG_RDWR]", "What it is opened for. Default: it is found, not opened, and Close only lets go of it.",
				func(r *DeviceRule) *[]string { return &r.Flags }),
			textField("doc", text(), "OpenADC finds the converter of a name.", "The comment of the function in Go.",
				func(r *DeviceRule) *string { return &r.Doc }),
		},
	}
}

func recordSpec() *spec {
	return &spec{
		kind: objectSpec, def: "record", what: "a record rule",
		doc: "A Go struct made of a C record that functions read or write during a call.",
		fields: []field{
			textField("c", cRecord(), "struct rt_spi_configuration", "The C record.",
				func(r *RecordRule) *string { return &r.C }).must(),
			textField("doc", text(), "SPIConfig says how a device is spoken to.", "The comment of the type in Go.",
				func(r *RecordRule) *string { return &r.Doc }),
			tableField("fields", exportedName(), fieldSpec(), "{MaxHz: max_hz}", "The fields, by Go name.",
				func(r *RecordRule, name string, pos model.Pos) any {
					return grow(&r.Fields, &FieldRule{Pos: pos, Name: name})
				}).must(),
		},
	}
}

func fieldSpec() *spec {
	return &spec{
		kind: objectSpec, def: "field", what: "a field rule", short: "c",
		doc: "A field of a record, left out where C has no such member. A bare name stands for c.",
		fields: []field{
			textField("c", cMember(), "max_hz", `The member in C, by its path; "bufsz|rx_bufsz" where versions differ.`,
				func(r *FieldRule) *string { return &r.C }).must(),
			textField("enum", exportedName(), "SPIMode", "The field is of this enum.",
				func(r *FieldRule) *string { return &r.Enum }),
			wordField("time", words("a unit of time", FieldUnits()), "ns", "The field is a time in Go.",
				func(r *FieldRule) *TimeUnit { return &r.Time }),
			textField("type", goType(), "int", "The Go type, if another than the member's.",
				func(r *FieldRule) *string { return &r.Type }),
			textField("default", cConstant(), "8", "What a zero field stands for.",
				func(r *FieldRule) *string { return &r.Default }),
			textField("doc", text(), "clock in Hz, at most", "The comment in Go.",
				func(r *FieldRule) *string { return &r.Doc }),
		},
	}
}

// notFound is the error for a device that is not there.
const notFound = "ErrNotFound"

// completeDevices adds the functions that the devices of classes stand for.
func completeDevices(m *Rules) {
	for _, r := range m.Classes {
		d := r.Device
		if d == nil || d.Go == "" {
			continue
		}
		find := &FunctionRule{
			Pos: d.Pos, C: "rt_device_find", Go: d.Go, Doc: d.Doc, Context: ContextThread, Device: d, When: r.When,
			Errors: []ReturnedError{{Pos: d.Pos, Name: notFound, When: "no device has the name"}, {Pos: d.Pos, Name: "ErrType", When: "the device is of another class"}},
			Params: []*ParamRule{{Pos: d.Pos, C: "name", String: StringName}},
			Result: ResultRule{Pos: d.Pos, Style: ResultHandle, Class: r.Name, Lifetime: LifeBorrowed, Null: notFound},
		}
		if len(d.Flags) > 0 {
			find.Result.Lifetime, find.Context = LifeOwned, ContextScheduler
			find.Needs = []string{"rt_device_open", "rt_device_close"}
			m.Functions = append(m.Functions, &FunctionRule{
				Pos: d.Pos, C: "rt_device_close", Go: r.Name + ".Close", Doc: "Close closes the device. It stays open for others who have opened it.",
				Context: ContextScheduler, Role: RoleDelete, Device: d, When: r.When, Result: ResultRule{Pos: d.Pos},
			})
		}
		m.Functions = append(m.Functions, find)
	}
}

// device checks that what a device rule refers to is there.
func (v validator) device(r *ClassRule) {
	if r.Device == nil {
		return
	}
	if !v.errors.names[notFound] && !v.errors.partial {
		v.add(r.Device.Pos, `define it under "errors"`, "there is no error %s for a device that is not there", notFound)
	}
}

// record checks the fields of a record.
func (v validator) record(r *RecordRule) {
	first := map[string]*FieldRule{}
	for _, f := range r.Fields {
		v.exclusive(f, "enum", "time", "type")
		v.exclusive(f, "time", "default")
		v.refer(f, "enum", f.Enum, v.enums)
		if was := first[f.C]; was != nil && f.C != "" {
			v.add(f.Pos, "remove one of them", "%s and %s of %s are the same member %s", was.Name, f.Name, r.Name, f.C)
			continue
		}
		first[f.C] = f
	}
}
