/* Directives that change nothing, and some that do. */
#ident "text"
#sccs "text"
#warning a warning

#pragma GCC system_header_not
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic pop
#pragma STDC FP_CONTRACT OFF
#pragma region name
#pragma message "hello"
#pragma GCC optimize("O2")
#pragma GCC visibility push(hidden)
int di_a(void);
#pragma GCC visibility pop
#pragma weak di_b
int di_b(void);
#pragma redefine_extname di_e di_real_e
int di_e(int a);
#pragma push_macro("DI_M")
#define DI_M 1
struct di_s1 { char a[DI_M]; };
#pragma push_macro("DI_M")
#undef DI_M
#define DI_M 2
struct di_s2 { char a[DI_M]; };
#pragma pop_macro("DI_M")
struct di_s3 { char a[DI_M]; };
_Pragma("push_macro(\"DI_M\")")
#undef DI_M
#define DI_M 7
struct di_s4 { char a[DI_M]; };
_Pragma("pop_macro(\"DI_M\")")
struct di_s5 { char a[DI_M]; };
#include_next <stdint.h>
uint32_t di_f(uint8_t a);
#
#define DI_A(x, ...) x
#define DI_B(x, y...) (x, ##y)
#define DI_C DI_A(5, 6, 7)
#define DI_D() 4
#define DI_E DI_D()
#define DI_STR(x) #x
#define DI_F DI_STR(a "b" c)
#if (1 ? 2 : 3) == 2 && 'a' == 97 && (0x7fffffffffffffff > 0u) && -1 < 0
int di_g(void);
#endif
#if -1 > 0u
int di_h(void);
#endif
#ifdef DI_A
# if defined DI_B && !defined(DI_Z)
int di_i(void);
# elif 1
int di_j(void);
# else
# error "not reached"
# endif
#endif
#if 0
 ' unbalanced "
#error not here
#endif
int di_k(void);
#pragma scalar_storage_order big-endian
struct di_big { short a; int b; };
#pragma scalar_storage_order default
struct di_normal { short a; int b; };
#pragma GCC poison di_poisoned
int di_l(void);
asm(".global di_asm");
