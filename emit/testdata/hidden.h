/* Names that mean something else by the end of a header than where they were declared, and constants of odd shapes. */
#ifndef HIDDEN_H
#define HIDDEN_H

#include <stdint.h>

/* Members, types, parameters and functions whose name is a macro later on, as COMP1 in ST's headers. */
typedef struct { volatile uint32_t CTRL, COMP1; } rt_watch_t;
#define COMP1 ((rt_watch_t *)0x40010200UL)
struct rt_hidden { int min; int state; struct { uint8_t low; uint16_t high; }; rt_watch_t watch[2]; };
#define min(a, b) ((a) < (b) ? (a) : (b))
#define state other_state
#define high low
typedef uint16_t rt_short_t;
#define rt_short_t rt_long_t
enum rt_hidden_enum { RT_HIDDEN_A = 70000 };
#define rt_hidden_enum no_enum
static inline int rt_add(int val, int n) { return val + n; }
#define val 7
#define rt_add(val, n) no_such_function(val, n)
static inline int rt_sub(struct rt_hidden *watch, rt_watch_t by_value) { return watch->min - (int)by_value.CTRL; }
#define rt_sub no_such_function
#define watch 1 2 3

/* Enumerators: C code that writes the name gets the macro. */
enum rt_renamed { RT_SAME, RT_RENAMED, RT_LOST, RT_AGAIN, RT_OTHERWISE = 9 };
#define RT_SAME RT_SAME
#define RT_RENAMED (RT_OTHER)
#define RT_OTHER 2
#define RT_LOST no_such_function()
#define RT_AGAIN (3)

/* Constants. */
#define RT_COMMA (1, 2)
#define RT_LETTER "abc"[1]
#define RT_BYTE ((uint8_t)-1)
#define RT_WHOLE 1.0
#define RT_LARGE 1e300
#define RT_INFINITE (1.0 / 0.0)
#define RT_NO_NUMBER (0.0 / 0.0)
#define RT_MINUS_ZERO (-0.0)
#define RT_OLD_SIZE sizeof(struct rt_old)

#define RT_OF_ADDRESS ((uint32_t)&((rt_watch_t *)0)->CTRL + 4)

/* Fixed addresses. */
#define RT_BASE 0x40010200UL
#define RT_WATCH ((rt_watch_t *)RT_BASE)
#define RT_REGISTER (*(volatile uint32_t *)0x40001000)
#define RT_NOWHERE ((void *)0)
#define RT_INVALID ((rt_watch_t *)-1)
#define RT_END ((void *)0xE0001000)
#define RT_IGNORE ((void (*)(int))1)

/* What a compiler warns of where it is used. */
struct __attribute__((deprecated)) rt_old { uint8_t a; uint32_t b; };
static inline __attribute__((deprecated)) int rt_old_call(int n) { return n; }

/* Records that only a parameter list declares. */
static inline int rt_listed(struct rt_inside *in, const struct rt_inside *in2) { return in == (void *)0 && in2 == (void *)0; }
int rt_listed_whole(struct rt_whole { char first; int second; } *whole);

/* Types that nothing can name. */
struct { int a; } rt_unnamed;
static inline int rt_of_unnamed(__typeof__(rt_unnamed) *p) { return p->a; }

/* What other processors have not. */
#if defined(__ARM_FEATURE_DSP) && (__ARM_FEATURE_DSP == 1U)
struct rt_dsp { uint32_t lanes; };
#endif

/* Two functions that are one for the linker, and a variable that is called otherwise there. */
int rt_label(int n) __asm__("rt_symbol");
int rt_label_long(long long n) __asm__("rt_symbol");
extern int rt_labelled __asm__("rt_other_variable");

#endif
