/* Strings with prefixes, and numbers that no literal of Go's has. */
#define ST_A u8"utf"
#define ST_B u8"\u00e9"
#define ST_C L"wide"
#define ST_D u"sixteen"
#define ST_E U"thirtytwo"
#define ST_F "a" u8"b"
#define ST_G L"a" "b"
#define ST_H ("paren")
#define ST_I "tab\t\x7f\"\\\?"
#define ST_J "line" \
 "break"
#define ST_K "\101\1012"
#define ST_L "é"
#define ST_M "\xff\xfe"
#define ST_N ""
#define ST_O (char *)"cast"
#define ST_P "a" ST_H2
#define ST_H2 "z"
#define ST_Q 'x' "y"
#define ST_R u8R"(raw)"
#define ST_S R"x(ra"w)x"
#define ST_INF1 (1.0 / 0.0)
#define ST_INF2 (-1.0 / 0.0)
#define ST_INF3 1e400
#define ST_INF4 __builtin_inf()
#define ST_INF5 __builtin_huge_val()
#define ST_INF6 (1e39f)
#define ST_NAN1 (0.0 / 0.0)
#define ST_NAN2 __builtin_nan("")
#define ST_NAN3 __builtin_nanf("0")
#define ST_NEG0 (-0.0)
#define ST_TINY 4.9406564584124654e-324
#define ST_MAX 1.7976931348623157e308
#define ST_FTINY 1e-46f
#define ST_HEXF 0x1p-3f
