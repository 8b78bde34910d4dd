package layout_test

import "github.com/rttgen/rttgen/model"

// testCase is a record and its layout, "size/alignment" and the places of the named members: "a@4", in bits "b@36.". All
// were read from arm-none-eabi-gcc 12.2, for short enums; TestCasesAgainstGCC repeats that.
type testCase struct {
	name   string
	fields []*model.Field
	record []option
	want   string
}

var (
	small = enum("small", 0, 200)
	minus = enum("minus", -1, 200)
	large = enum("large", 1<<40)

	int1   = typedef("int1", intT, 1)
	int16  = typedef("int16", intT, 16)
	llong4 = typedef("llong4", llongT, 4)
	vector = typedef("vector", array(2, constant(intT)), 1)

	pair      = byValue(record("pair", of(field("a", charT), field("b", intT))))
	pairTight = byValue(record("pairTight", of(field("a", charT), field("b", intT)), packed))
	empty     = byValue(record("empty", nil))
)

var cases = []testCase{
	{"natural alignment", of(field("a", charT), field("b", shortT), field("c", charT), field("d", intT)),
		nil, "12/4 a@0 b@2 c@4 d@8"},
	{"8 for long long", of(field("a", charT), field("b", llongT), field("c", charT)), nil, "24/8 a@0 b@8 c@16"},
	{"8 for double", of(field("a", floatT), field("b", doubleT)), nil, "16/8 a@0 b@8"},
	{"pointers", of(field("a", boolT), field("b", pointer(voidT)), field("c", charT), field("d", pointer(funcT))),
		nil, "16/4 a@0 b@4 c@8 d@12"},
	{"arrays", of(field("a", array(3, charT)), field("b", array(2, array(3, shortT))), field("c", array(1, llongT))),
		nil, "24/8 a@0 b@4 c@16"},
	{"short enums", of(field("a", small), field("b", minus), field("c", small), field("d", large)),
		nil, "16/8 a@0 b@2 c@4 d@8"},
	{"empty", nil, nil, "0/1"},
	{"empty, aligned", nil, with(aligned(8)), "0/8"},
	{"only a zero-length array", of(field("a", array(0, llongT))), nil, "0/8 a@0"},
	{"zero-length array aligns", of(field("a", charT), field("b", array(0, intT)), field("c", charT)),
		nil, "8/4 a@0 b@4 c@4"},
	{"flexible array", of(field("n", intT), field("v", array(-1, charT))), nil, "4/4 n@0 v@4"},
	{"flexible array aligns", of(field("n", charT), field("v", array(-1, doubleT))), nil, "8/8 n@0 v@8"},
	{"flexible array, packed", of(field("n", charT), field("v", array(-1, doubleT))), with(packed), "1/1 n@0 v@1"},
	{"union", of(field("a", charT), field("b", array(5, shortT)), field("c", intT)), with(union), "12/4 a@0 b@0 c@0"},
	{"union, packed", of(field("a", charT), field("b", array(5, charT)), field("c", intT)),
		with(union, packed), "5/1 a@0 b@0 c@0"},
	{"nested", of(field("a", charT), field("b", pair), field("c", charT), field("d", array(2, pairTight))),
		nil, "24/4 a@0 b@4 c@12 d@13"},
	{"nested empty", of(field("a", charT), field("b", empty), field("c", intT)), nil, "8/4 a@0 b@1 c@4"},
	{"anonymous members", of(field("a", charT), field("", nested(with(union), field("b", shortT), field("",
		nested(nil, field("c", charT), field("d", intT)))))), nil, "12/4 a@0 b@4 c@4 d@8"},

	{"packed", of(field("a", charT), field("b", intT), field("c", doubleT)), with(packed), "13/1 a@0 b@1 c@5"},
	{"packed does not reach inside", of(field("a", charT), field("b", pair)), with(packed), "9/1 a@0 b@1"},
	{"packed, aligned", of(field("a", charT), field("b", intT), field("c", shortT)),
		with(packed, aligned(4)), "8/4 a@0 b@1 c@5"},
	{"aligned raises", of(field("a", charT)), with(aligned(16)), "16/16 a@0"},
	{"aligned cannot lower", of(field("a", charT), field("b", intT)), with(aligned(2)), "8/4 a@0 b@4"},
	{"packed member", of(field("a", charT), field("b", intT, packed), field("c", intT)), nil, "12/4 a@0 b@1 c@8"},
	{"aligned member", of(field("a", charT), field("b", charT, aligned(8)), field("c", charT)), nil, "16/8 a@0 b@8 c@9"},
	{"aligned member cannot lower", of(field("a", charT), field("b", intT, aligned(2))), nil, "8/4 a@0 b@4"},
	{"but can if packed", of(field("a", charT), field("b", intT, packed, aligned(2))), nil, "6/2 a@0 b@2"},
	{"and in a packed record", of(field("a", charT), field("b", doubleT, aligned(4))), with(packed), "12/4 a@0 b@4"},
	{"typedef lowers", of(field("a", charT), field("b", int1), field("c", llong4)), nil, "16/4 a@0 b@1 c@8"},
	{"typedef raises", of(field("a", charT), field("b", int16), field("c", charT)), nil, "32/16 a@0 b@16 c@20"},
	{"typedef raises, packed", of(field("a", charT), field("b", int16), field("c", charT)), with(packed), "6/1 a@0 b@1 c@5"},
	{"array of a lowering typedef", of(field("a", charT), field("b", array(2, int1))), nil, "9/1 a@0 b@1"},
	{"gcc forgets it if const", of(field("a", charT), field("b", array(2, typedef("ci", constant(int1), 0)))),
		nil, "12/4 a@0 b@4"},
	{"also if the typedef is of a const array", of(field("a", charT), field("b", volatile(vector))), nil, "12/4 a@0 b@4"},
	{"not if that is const again", of(field("a", charT), field("b", constant(vector))), nil, "9/1 a@0 b@1"},
	{"aligned typedef of a record", of(field("a", charT), field("b", typedef("pair16", pair, 16)), field("c", charT)),
		nil, "32/16 a@0 b@16 c@24"},

	{"pack(1)", of(field("a", charT), field("b", intT), field("c", doubleT)), with(pragma(1)), "13/1 a@0 b@1 c@5"},
	{"pack(2)", of(field("a", charT), field("b", intT), field("c", doubleT)), with(pragma(2)), "14/2 a@0 b@2 c@6"},
	{"pack(4)", of(field("a", charT), field("b", intT), field("c", charT), field("d", doubleT)),
		with(pragma(4)), "20/4 a@0 b@4 c@8 d@12"},
	{"pack(8) changes nothing", of(field("a", charT), field("b", doubleT)), with(pragma(8)), "16/8 a@0 b@8"},
	{"pack(2) is stronger than aligned members", of(field("a", charT), field("b", intT, aligned(8))),
		with(pragma(2)), "6/2 a@0 b@2"},
	{"but not than aligned records", of(field("a", charT), field("b", intT)), with(pragma(2), aligned(8)), "8/8 a@0 b@2"},

	{"bits share a container", of(bit("a", intT, 3), bit("b", intT, 29), bit("c", intT, 1)), nil, "8/4 a@0. b@3. c@32."},
	{"bits do not straddle one", of(bit("a", intT, 20), bit("b", intT, 20)), nil, "8/4 a@0. b@32."},
	{"containers overlap", of(field("a", charT), bit("b", intT, 20), bit("c", charT, 3), bit("d", shortT, 9)),
		nil, "8/4 a@0 b@8. c@28. d@32."},
	{"a member takes the rest", of(bit("a", intT, 9), field("b", charT), field("c", charT), field("d", charT)),
		nil, "8/4 a@0. b@2 c@3 d@4"},
	{"long long bits", of(field("a", charT), bit("b", llongT, 40), bit("c", intT, 12), bit("d", llongT, 33)),
		nil, "16/8 a@0 b@8. c@48. d@64."},
	{"bool bits", of(bit("a", boolT, 1), bit("b", boolT, 1), bit("c", charT, 7), bit("d", boolT, 1)),
		nil, "2/1 a@0. b@1. c@8. d@15."},
	{"enum bits", of(bit("a", small, 5), bit("b", small, 4), bit("c", minus, 9), bit("d", large, 30)),
		nil, "8/8 a@0. b@8. c@16. d@25."},
	{"zero width", of(bit("a", charT, 3), bit("", intT, 0), bit("b", charT, 3)), nil, "8/4 a@0. b@32."},
	{"zero width ignores packed", of(bit("a", charT, 3), bit("", intT, 0), bit("b", charT, 3)),
		with(packed), "8/4 a@0. b@32."},
	{"zero width ignores pack", of(bit("a", charT, 3), bit("", shortT, 0), bit("b", charT, 3)),
		with(pragma(1)), "4/2 a@0. b@16."},
	{"zero width alone", of(field("a", charT), bit("", llongT, 0)), nil, "8/8 a@0"},
	{"unnamed bits align", of(field("a", charT), bit("", intT, 3), field("b", charT)), nil, "4/4 a@0 b@2"},
	{"packed bits", of(bit("a", intT, 20), bit("b", intT, 20), bit("c", charT, 5), field("d", shortT)),
		with(packed), "8/1 a@0. b@20. c@40. d@6"},
	{"a packed bit-field", of(bit("a", intT, 20), bit("b", intT, 20, packed), bit("c", intT, 20)),
		nil, "8/4 a@0. b@20. c@40."},
	{"bits under pack(1)", of(bit("a", intT, 20), bit("b", intT, 20), field("c", charT)),
		with(pragma(1)), "6/1 a@0. b@20. c@5"},
	{"bits under pack(16)", of(bit("a", intT, 20), bit("b", intT, 20), bit("c", llongT, 40)),
		with(pragma(16)), "16/8 a@0. b@20. c@40."},
	{"aligned bits", of(bit("a", intT, 3), bit("b", intT, 3, aligned(2)), bit("c", intT, 3, aligned(8))),
		nil, "16/8 a@0. b@16. c@64."},
	{"aligned packed bits", of(bit("a", intT, 3), bit("b", intT, 3, aligned(2)), bit("c", intT, 30)),
		with(packed), "8/2 a@0. b@16. c@19."},
	{"bits that fill an integer", of(bit("a", charT, 8), bit("b", intT, 16), bit("c", intT, 16), bit("d", llongT, 32)),
		nil, "16/8 a@0. b@8. c@32. d@64."},
	{"bits of a lowering typedef", of(field("a", charT), bit("b", int1, 7), bit("c", int1, 30), bit("d", llong4, 40)),
		nil, "12/4 a@0 b@8. c@16. d@46."},
	{"filling a lowering typedef", of(bit("a", int1, 32)), nil, "4/4 a@0."},
	{"bits of a raising typedef", of(bit("a", int16, 3), bit("b", int16, 3), field("c", charT)),
		nil, "32/16 a@0. b@128. c@17"},
	{"filling half of one", of(bit("a", int16, 32), bit("b", int16, 32), bit("c", int16, 3)), nil, "16/16 a@0. b@32. c@64."},
	{"a raising typedef at an odd place", of(field("a", llongT), bit("b", int16, 3), bit("c", int16, 3)),
		nil, "32/16 a@0 b@64. c@192."},
	{"the same in an aligned record", of(field("a", llongT), bit("b", int16, 3), bit("c", int16, 3)),
		with(aligned(32)), "64/32 a@0 b@128. c@256."},
	{"packed bits that fill an integer", of(bit("a", intT, 16), bit("b", intT, 16, aligned(1))),
		with(packed), "4/1 a@0. b@16."},
	{"bits in a union", of(bit("a", intT, 3), bit("b", llongT, 33), bit("", shortT, 0), field("c", charT)),
		with(union), "8/8 a@0. b@0. c@0"},
	{"bits in a packed union", of(bit("a", intT, 3), bit("b", llongT, 33), field("c", charT)),
		with(union, packed), "5/1 a@0. b@0. c@0"},
	{"a register", of(bit("a", uintT, 1), bit("", uintT, 7), bit("b", uintT, 8), bit("c", uintT, 16), field("d", uintT)),
		nil, "8/4 a@0. b@8. c@16. d@4"},
}
