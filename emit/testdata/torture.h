/* Everything about types and calls that makes a binding go wrong, in one header. */
#ifndef TORTURE_H
#define TORTURE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef signed char rt_int8_t;
typedef unsigned char rt_uint8_t;
typedef unsigned long rt_ubase_t;
typedef long rt_base_t;
typedef rt_base_t rt_err_t;

#define RT_NAME_MAX 8
#define RT_MASK 0xF0
#define RT_ALL 0xFFFFFFFF
#define RT_BIG 0xFFFFFFFFFFFFFFFFULL
#define RT_LOW (-9223372036854775807LL - 1)
#define RT_RATIO 2.5
#define RT_NAME "a \"name\""
#define RT_EMPTY
#define RT_CALL rt_call()
#define rt_lower 3
#define _RT_RESERVED 1
#define RT_TWICE(x) ((x) + (x))

enum rt_small { RT_SMALL_A, RT_SMALL_B = 200 };
enum rt_signed { RT_SIGNED_A = -1, RT_SIGNED_B = 1000 };
enum { RT_LOOSE = 7, RT_TWIN };
#define RT_TWIN RT_TWIN
typedef enum { RT_KIND_X = 70000 } rt_kind_t;

struct rt_wide_tail { int64_t big; uint8_t small; };
struct rt_wide_middle { uint8_t a; int64_t b; uint8_t c; double d; uint8_t e; };
struct rt_holds_wide { uint32_t a; struct rt_wide_tail w; uint8_t b; struct rt_wide_middle m[2]; };
struct rt_packed { uint8_t a; uint32_t b; uint16_t c; void *p; } __attribute__((packed));
struct rt_packed_even { uint32_t a, b; } __attribute__((packed));
struct rt_holds_packed { uint8_t a; struct rt_packed p; struct rt_packed_even e; uint32_t b; };
struct rt_lined { uint8_t a; uint8_t line[15]; } __attribute__((aligned(16)));
struct rt_lined_member { uint8_t a; uint8_t b __attribute__((aligned(8))); uint8_t c; };
#pragma pack(push, 2)
struct rt_pragma { uint8_t a; uint32_t b; uint64_t c; };
#pragma pack(pop)

struct rt_bits {
    uint32_t one : 1;
    uint32_t ten : 10;
    int32_t low : 5;
    uint8_t byte;
    uint16_t next : 3, : 4, last : 9;
    int8_t tiny : 2;
    _Bool flag : 1;
    enum rt_small small : 8;
};
struct rt_bits_wide { uint64_t a : 40; uint64_t b : 20; int64_t c : 4; uint8_t d; uint32_t e : 24; };
struct rt_bits_packed { uint8_t a; uint32_t b : 12; uint32_t c : 20; uint32_t d : 5; } __attribute__((packed));
struct rt_bits_only { unsigned a : 4; };
struct rt_bits_odd { uint16_t a : 7; uint16_t b : 12; uint8_t c; };

union rt_value { int i; void *p; float f; uint8_t bytes[6]; struct rt_packed packed; };
union rt_value8 { uint64_t u; uint8_t b[12]; };
union rt_value1 { char c[5]; rt_uint8_t u; };
union rt_value_bits { uint32_t all; struct { uint32_t low : 4; uint32_t high : 28; }; uint32_t first : 9; };

struct rt_anonymous {
    uint8_t tag;
    union { uint32_t number; void *pointer; };
    struct { uint16_t x, y; struct { uint64_t deep; }; };
    struct { uint8_t r, g, b; } colour;
    union { uint16_t half; uint8_t halves[2]; } parts[3];
};
typedef struct { uint32_t a; } rt_nameless_t;
typedef union { uint32_t a; float f; } rt_nameless_union_t, rt_nameless_again_t;

struct rt_flexible { uint16_t n; uint8_t kind; uint32_t data[]; };
struct rt_flexible_tail { uint32_t n; uint8_t kind; char text[]; };
struct rt_zero { uint32_t n; uint8_t data[0]; };
struct rt_opaque;
typedef struct rt_opaque *rt_opaque_t;

typedef rt_err_t (*rt_handler_t)(struct rt_bits *bits, rt_opaque_t opaque, int n);
typedef void rt_plain_fn_t(int);
typedef uint8_t rt_mac_t[6];

struct rt_functions {
    void (*call)(void *user);
    rt_handler_t table[3];
    rt_plain_fn_t *plain;
    rt_mac_t mac;
    rt_opaque_t opaque;
    rt_ubase_t user;
    const char *const *names;
    uint32_t matrix[2][3];
    volatile uint32_t type, func;
    int a_b, aB;
};

struct stat_like { int size; };
int stat_like(const char *path, struct stat_like *out);

rt_err_t rt_narrow(rt_int8_t word, rt_uint8_t u8, int16_t i16, uint16_t u16, _Bool flag, enum rt_small small, char c);
_Bool rt_is_it(void);
rt_int8_t rt_tiny(void);
void rt_keep(void *user, struct rt_bits *bits, const char *name, rt_handler_t handler);
void rt_lend(void *buffer, uint32_t size, const char *name);
int64_t rt_scalars(int64_t a, double b, float c, uint64_t d);
struct rt_holds_wide rt_by_value(struct rt_bits_only a, const union rt_value v, int n);
int rt_print(const char *fmt, ...);
int rt_snprint(char *buf, uint32_t size, const char *format, ...);
int rt_exec(const char *path, const char *arg, ...);
int rt_vprint(const char *fmt, va_list args);
void rt_words(int missing, int type, int func, int range, int string, int len, int unsafe, int, int A_B, int aB);
void rt_arrays(int list[4], uint8_t rows[][3], rt_mac_t mac, rt_plain_fn_t *fn);
static inline uint8_t rt_inline(const struct rt_bits *bits, uint8_t n) { return (uint8_t)(bits->byte + n); }

/* Qualifiers inside the typedef of a result: C ignores them, and no C function of ours may repeat them. */
typedef volatile long rt_counter_t;
typedef rt_counter_t rt_count_t;
typedef _Atomic(long) rt_atom_t;
static inline rt_atom_t rt_atom(rt_atom_t *a) { return *a; }
typedef const struct rt_both { int a, b; } rt_both_t;
static inline rt_counter_t rt_counter(rt_counter_t *c) { return *c; }
static inline rt_count_t rt_count(rt_count_t *c) { return *c; }
static inline rt_both_t rt_both_of(rt_both_t *p) { return *p; }
__attribute__((noreturn)) void rt_stop(void);
int HAL_GPIO_ReadPin(int pin);

extern struct rt_bits rt_global;
extern const char *const rt_names[];
extern void (*rt_hook)(int);

#endif
