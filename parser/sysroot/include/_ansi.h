/* Spellings for C and C++ in one header. Only C is ever parsed here. */
#ifndef _ANSIDECL_H_
#define _ANSIDECL_H_

#include <newlib.h>
#include <sys/config.h>

#define _BEGIN_STD_C
#define _END_STD_C
#define _NOTHROW
#define _LONG_DOUBLE long double
#define _ATTRIBUTE(attrs) __attribute__(attrs)
#define _NOINLINE __attribute__((__noinline__))
#define _NOINLINE_STATIC _NOINLINE static

#endif
