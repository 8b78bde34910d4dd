/* Constant expressions as C computes them: promotion, the common type, conversion, characters, sizes and places. */
#include <stddef.h>
#include <stdint.h>
struct cm_s { char a; int x; short y[3]; struct { char p; int q; } in; union { int u; long long w; }; };
#define CM_1 (1 ? -1 : 1u)
#define CM_2 (1 ? -1 : 1ull)
#define CM_3 (0 ? 1LL : (char)2)
#define CM_4 (1 ?: 2u)
#define CM_5 (0 ?: 2u)
#define CM_6 ((int)1.5)
#define CM_7 ((unsigned char)300.7)
#define CM_8 ((int)-2.9f)
#define CM_9 sizeof(1.0f)
#define CM_10 sizeof(1.0L)
#define CM_11 sizeof 'a'
#define CM_12 sizeof(L"ab")
#define CM_13 sizeof(u8"ab")
#define CM_14 sizeof(u"ab")
#define CM_15 'ab'
#define CM_16 'RIFF'
#define CM_17 L'x'
#define CM_18 u'x'
#define CM_19 U'x'
#define CM_20 '\xff'
#define CM_21 '\377'
#define CM_22 'abcde'
#define CM_23 '\0'
#define CM_24 '\''
#define CM_25 offsetof(struct cm_s, x)
#define CM_26 offsetof(struct cm_s, y[1])
#define CM_27 offsetof(struct cm_s, in.q)
#define CM_28 offsetof(struct cm_s, w)
#define CM_29 sizeof(((struct cm_s *)0)->y)
#define CM_30 sizeof(((struct cm_s *)0)->y[0])
#define CM_31 (sizeof(((struct cm_s *)0)->y) / sizeof(((struct cm_s *)0)->y[0]))
#define CM_32 ((size_t)&((struct cm_s *)0)->y)
#define CM_33 __builtin_choose_expr(0, 1, 2u)
#define CM_34 __builtin_types_compatible_p(int32_t, long)
#define CM_35 __builtin_types_compatible_p(int32_t, int)
#define CM_36 __builtin_constant_p(1)
#define CM_37 _Alignof(struct cm_s)
#define CM_38 __alignof__(long long)
#define CM_39 __alignof(int *)
#define CM_40 sizeof(struct cm_s)
#define CM_41 sizeof(int (*)(void))
#define CM_42 sizeof(int[3][4])
#define CM_43 (-1 >> 1)
#define CM_44 (-1U >> 1)
#define CM_45 (1 << 31)
#define CM_46 (1u << 31)
#define CM_47 (1 << 31 >> 31)
#define CM_48 (~0)
#define CM_49 (~0u)
#define CM_50 (~(uint8_t)0)
#define CM_51 (-(unsigned char)1)
#define CM_52 (0xFFFFFFFF)
#define CM_53 (0xFFFFFFFF + 1)
#define CM_54 (4294967295)
#define CM_55 (2147483648)
#define CM_56 (-2147483648)
#define CM_57 (0x7FFFFFFFFFFFFFFF)
#define CM_58 (0x8000000000000000)
#define CM_59 (18446744073709551615u)
#define CM_60 (5 % -3)
#define CM_61 (-5 % 3)
#define CM_62 (-5 / 2)
#define CM_63 (5u / -2)
#define CM_64 (1 == 1.0)
#define CM_65 (1.5 > 1)
#define CM_66 (!1.5)
#define CM_67 (1.0 && 0)
#define CM_68 (0 && (1 / 0))
#define CM_69 ((_Bool)0.5)
#define CM_70 ((_Bool)256)
#define CM_71 ((signed char)200)
#define CM_72 ((int8_t)0x80)
#define CM_73 ((uint16_t)-1)
#define CM_74 ((short)40000)
#define CM_75 ((long long)(unsigned)-1)
#define CM_76 ((unsigned long long)-1)
#define CM_77 ((enum { CM_IN = 5 })3)
#define CM_78 0b1011
#define CM_79 0B11u
#define CM_80 017
#define CM_81 1.5L
#define CM_82 1.5f
#define CM_83 1e3
#define CM_84 0x1.8p1
#define CM_85 .5e-1
#define CM_86 (1.0 / 3)
#define CM_87 (1.0f / 3)
#define CM_88 ((float)0.1)
#define CM_89 (0.1f + 0.2)
#define CM_90 (-1.5)
#define CM_91 (+1)
#define CM_92 (2, 3)
#define CM_93 (1, 2, 3)
#define CM_94 "abc"[1]
#define CM_95 (*"abc")
#define CM_96 "a" "b"
#define CM_97 "a\0b"
#define CM_98 "\x41\102\u00e9"
#define CM_99 (sizeof "ab" "cd")
#define CM_100 (sizeof(int) * 8 - 1)
#define CM_101 (sizeof(int) > -1)
#define CM_102 (1ul)
#define CM_103 (1l + 1u)
#define CM_104 ((long)1 + (unsigned)1)
#define CM_105 ((char)-1)
#define CM_106 ((char)-1 < 0)
#define CM_107 UINT64_C(5)
#define CM_108 INT32_MIN
#define CM_109 SIZE_MAX
#define CM_110 INTPTR_MIN
#define CM_111 (CM_1 + CM_6 * CM_16)
#define CM_112 __extension__ 3
#define CM_113 __extension__ (1 ? 2 : 3)
#define CM_114 _Generic(1, int: 5, default: 6)
#define CM_115 _Generic(1u, int: 5, default: 6)
#define CM_116 __builtin_offsetof(struct cm_s, in)
#define CM_117 ((int)sizeof(__typeof__(1 + 1LL)))
#define CM_118 __INT_MAX__
#define CM_119 (__SIZEOF_LONG_LONG__ * 8)
#define CM_120 (1.0f == 1.0)
#define CM_121 (16777217.0f == 16777217.0)
#define CM_122 ((int)(0.1f * 10))
#define CM_123 (0x10u - 0x11)
#define CM_124 (0x10ul - 0x11ll)
#define CM_125 (true_is_no_name)
#define CM_126 (1 / 0)
#define CM_127 (1 % 0)
#define CM_128 (2147483647 + 1)
#define CM_129 (1 << 40)
#define CM_130 (5 ? 0 ? 1 : 2 : 3)
#define CM_131 (1 < 2 < 3)
#define CM_132 (3 > 2 > 1)
#define CM_133 (1 | 2 ^ 3 & 4)
#define CM_134 ('a' - 'A')
#define CM_135 (L'\xffff' + 1)
#define CM_136 __builtin_strlen("hello")
#define CM_137 __builtin_bswap32(0x11223344)
#define CM_138 __builtin_popcount(255)
#define CM_139 __builtin_clz(1)
#define CM_140 ({ 1; })
enum { CM_E1 = 'RIFF', CM_E2 = (int)1.5, CM_E3 = sizeof(1.0f), CM_E4 = offsetof(struct cm_s, x), CM_E5 = 1 ?: 7, CM_E6 = L'x', CM_E7 = -1 < 0u,
  CM_E8 = sizeof(((struct cm_s *)0)->in), CM_E9 = __builtin_choose_expr(1, 4, 5), CM_E10 = _Alignof(struct cm_s), CM_E11 = (char)200, CM_E12 };
struct cm_arrays { char a[CM_25]; char b[CM_16 & 7]; char c[(int)2.5]; char d[sizeof(struct cm_s)]; int e:(3 + 2); int f:sizeof(int) * 2; char g[CM_E9 + 1]; };
