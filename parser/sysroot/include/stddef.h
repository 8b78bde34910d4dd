/*
 * stddef.h, whole or in part: a header that defines __need_size_t (and the like) before including
 * this one gets just that name, however often it asks.
 */
#if !defined(_STDDEF_H) || defined(__need_size_t) || defined(__need_ptrdiff_t) || \
    defined(__need_wchar_t) || defined(__need_wint_t) || defined(__need_NULL)

#if !defined(__need_size_t) && !defined(__need_ptrdiff_t) && !defined(__need_wchar_t) && \
    !defined(__need_wint_t) && !defined(__need_NULL)
#define _STDDEF_H
#define _STDDEF_H_
#define __need_size_t
#define __need_ptrdiff_t
#define __need_wchar_t
#define __need_NULL
#define offsetof(type, member) __builtin_offsetof(type, member)
#if (__STDC_VERSION__ - 0) >= 201112L
typedef struct {
    long long __max_align_ll;
    long double __max_align_ld;
} max_align_t;
#define _GCC_MAX_ALIGN_T
#endif
#endif

#ifdef __need_size_t
#undef __need_size_t
#ifndef _SIZE_T_DECLARED
#define _SIZE_T_DECLARED
#define _SIZE_T
#define _SIZE_T_
#define __SIZE_T__
#define __SIZE_T
#define _SIZE_T_DEFINED
#define _SIZE_T_DEFINED_
#define _GCC_SIZE_T
#define __DEFINED_size_t
typedef __SIZE_TYPE__ size_t;
#endif
#endif

#ifdef __need_ptrdiff_t
#undef __need_ptrdiff_t
#ifndef _PTRDIFF_T_DECLARED
#define _PTRDIFF_T_DECLARED
#define _PTRDIFF_T
#define _PTRDIFF_T_
#define _GCC_PTRDIFF_T
#define __DEFINED_ptrdiff_t
typedef __PTRDIFF_TYPE__ ptrdiff_t;
#endif
#endif

#ifdef __need_wchar_t
#undef __need_wchar_t
#ifndef _WCHAR_T_DECLARED
#define _WCHAR_T_DECLARED
#define _WCHAR_T
#define _WCHAR_T_
#define __WCHAR_T__
#define _WCHAR_T_DEFINED
#define _GCC_WCHAR_T
#define __DEFINED_wchar_t
typedef __WCHAR_TYPE__ wchar_t;
#endif
#endif

#ifdef __need_wint_t
#undef __need_wint_t
#ifndef _WINT_T
#define _WINT_T
typedef __WINT_TYPE__ wint_t;
#endif
#endif

#ifdef __need_NULL
#undef __need_NULL
#undef NULL
#define NULL ((void *)0)
#endif

#endif
