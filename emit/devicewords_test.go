package emit

// deviceHeader declares what the rules about devices and records are about.
const deviceHeader = `
#define RT_FLAG 3
#define RT_CMD 9
struct rt_device { struct rt_object parent; int type; };
struct rt_adc { struct rt_device parent; int channel; };
struct rt_config { int first; int second; unsigned int part : 4; };
typedef int rt_pin_t;
struct rt_device *rt_device_find(const char *name);
rt_err_t rt_device_open(struct rt_device *dev, unsigned short flags);
rt_err_t rt_device_close(struct rt_device *dev);
int rt_adc_read(struct rt_adc *adc, void *buf, int size);
rt_err_t rt_configure(struct rt_config *config);
void rt_pin_write(rt_pin_t pin, int value);
`

// devices adds the words of devices and records.
func (l *wordList) devices() {
	adc := "errors: {ErrNotFound: RT_LIMIT}\nclasses: {ADC: {c: struct rt_adc%, methods: {rt_adc_read: {go: Read}}}}"
	device := func(path, with, without string) {
		l.mapping(path, adc, ", device: {"+with+"}", ", device: {"+without+"}")
	}
	l.mapping("class.device", adc, ", device: {go: OpenADC, types: [RT_LIMIT]}", "")
	device("device.go", "go: OpenADC, types: [RT_LIMIT]", "go: FindADC, types: [RT_LIMIT]")
	device("device.types", "go: OpenADC, types: [RT_LIMIT]", "go: OpenADC, types: [RT_FLAG]")
	device("device.flags", "go: OpenADC, types: [RT_LIMIT], flags: [RT_FLAG]", "go: OpenADC, types: [RT_LIMIT]")
	device("device.doc", "go: OpenADC, types: [RT_LIMIT], doc: OpenADC finds it.", "go: OpenADC, types: [RT_LIMIT]")
	l.mapping("code.state", "classes: {Thing: {code: {locked.go: {%}}}}", "state: thingState", "")

	use := "\nfunctions: {rt_configure: {go: Configure, params: {config: {record: Config}}}}"
	l.mapping("mapping.records", "records: {%}", "Config: {c: struct rt_config, fields: {First: first}}}\nfunctions: {rt_configure: {go: Configure, params: {config: {record: Config}}}", "")
	l.mapping("record.c", "records: {Config: {c: %, fields: {First: first|value}}}\nfunctions: {rt_write: {go: Configure, params: {arg: {record: Config}}}}", "struct rt_config", "struct rt_other")
	l.mapping("record.doc", "records: {Config: {c: struct rt_config, fields: {First: first}%}}"+use, ", doc: Config is how.", "")
	l.mapping("record.fields", "records: {Config: {c: struct rt_config, fields: {First: first%}}}"+use, ", Second: second", "")
	field := "records: {Config: {c: struct rt_config, fields: {First: {%}}}}" + use
	l.mapping("field.c", field, "c: first", "c: second")
	l.mapping("field.enum", field, "c: first, enum: Mode", "c: first")
	l.mapping("field.type", field, "c: first, type: bool", "c: first")
	l.mapping("field.default", field, "c: first, default: 7", "c: first")
	l.mapping("field.doc", field, "c: first, doc: the first", "c: first")
	l.mapping("field.time", field, "c: first, time: ns", "c: first")
	l.rule("param.record", "rt_configure", "go: Configure, params: {config: {%}}}}\nrecords: {Config: {c: struct rt_config, fields: {First: first}", "record: Config", "")
	for _, unit := range []struct{ word, other string }{{"ns", "us"}, {"us", "s"}, {"s", "unix"}, {"unix", "ns"}} {
		l.mapping("field.time="+unit.word, field, "c: first, time: "+unit.word, "c: first, time: "+unit.other)
		l.rule("param.time="+unit.word, "rt_set", "go: Set, params: {a: {time: %}}", unit.word, unit.other)
		l.rule("result.time="+unit.word, "rt_count", "go: Count, result: {time: %}", unit.word, unit.other)
	}
	l.mapping("result.style=all", "errors: {ErrIO: RT_LIMIT}\nfunctions: {rt_adc_read: {go: Read, params: {size: {type: int}}, result: {%}}}", "style: all, len: size", "style: count")
}
