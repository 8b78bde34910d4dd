/* assert, redefined at each inclusion according to NDEBUG. */
#include <_ansi.h>

#undef assert
#ifdef NDEBUG
#define assert(expr) ((void)0)
#else
#define assert(expr) ((expr) ? (void)0 : __assert_func(__FILE__, __LINE__, __func__, #expr))
#endif

#ifndef __rttgen_assert_declared
#define __rttgen_assert_declared
void __assert(const char *, int, const char *) __attribute__((__noreturn__));
void __assert_func(const char *, int, const char *, const char *) __attribute__((__noreturn__));
#endif

#if (__STDC_VERSION__ - 0) >= 201112L
#undef static_assert
#define static_assert _Static_assert
#endif
