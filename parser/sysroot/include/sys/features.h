/*
 * Feature test macros. RT-Thread's builds differ in one way that matters: 4.1 and later pass
 * -D_POSIX_C_SOURCE=1, so that newlib hides what RT-Thread declares itself (sigevent, fd_set,
 * pthread types); earlier versions pass nothing and see everything.
 */
#ifndef _SYS_FEATURES_H
#define _SYS_FEATURES_H

#include <_newlib_version.h>

#define __GNUC_PREREQ(maj, min) ((__GNUC__ << 16) + __GNUC_MINOR__ >= ((maj) << 16) + (min))
#define __GNUC_PREREQ__(maj, min) __GNUC_PREREQ(maj, min)

#ifdef _GNU_SOURCE
#undef _ATFILE_SOURCE
#undef _DEFAULT_SOURCE
#undef _ISOC99_SOURCE
#undef _ISOC11_SOURCE
#undef _POSIX_SOURCE
#undef _POSIX_C_SOURCE
#undef _XOPEN_SOURCE
#undef _XOPEN_SOURCE_EXTENDED
#define _ATFILE_SOURCE 1
#define _DEFAULT_SOURCE 1
#define _ISOC99_SOURCE 1
#define _ISOC11_SOURCE 1
#define _POSIX_SOURCE 1
#define _POSIX_C_SOURCE 200809L
#define _XOPEN_SOURCE 700
#define _XOPEN_SOURCE_EXTENDED 1
#endif

/* Nobody asked for anything: the default is everything. */
#if defined(_BSD_SOURCE) || defined(_SVID_SOURCE)
#define __rttgen_want_default 1
#elif !defined(__STRICT_ANSI__) && !defined(_ANSI_SOURCE) && !defined(_ISOC99_SOURCE) && \
    !defined(_POSIX_SOURCE) && !defined(_POSIX_C_SOURCE) && !defined(_XOPEN_SOURCE)
#define __rttgen_want_default 1
#endif
#ifdef __rttgen_want_default
#undef __rttgen_want_default
#undef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE 1
#endif

#ifdef _DEFAULT_SOURCE
#undef _POSIX_SOURCE
#undef _POSIX_C_SOURCE
#define _POSIX_SOURCE 1
#define _POSIX_C_SOURCE 200809L
#endif

/* _XOPEN_SOURCE alone implies a POSIX level. */
#if !defined(_POSIX_SOURCE) && !defined(_POSIX_C_SOURCE) && \
    ((!defined(__STRICT_ANSI__) && !defined(_ANSI_SOURCE)) || (_XOPEN_SOURCE - 0) >= 500)
#define _POSIX_SOURCE 1
#if !defined(_XOPEN_SOURCE) || (_XOPEN_SOURCE - 0) >= 700
#define _POSIX_C_SOURCE 200809L
#elif (_XOPEN_SOURCE - 0) >= 600
#define _POSIX_C_SOURCE 200112L
#elif (_XOPEN_SOURCE - 0) >= 500
#define _POSIX_C_SOURCE 199506L
#else
#define _POSIX_C_SOURCE 2
#endif
#endif

#if (_POSIX_C_SOURCE - 0) >= 200809L
#undef _ATFILE_SOURCE
#define _ATFILE_SOURCE 1
#endif

/* What the headers ask: always defined, 0 where something stays hidden. */
#ifdef _ATFILE_SOURCE
#define __ATFILE_VISIBLE 1
#else
#define __ATFILE_VISIBLE 0
#endif

#ifdef _DEFAULT_SOURCE
#define __BSD_VISIBLE 1
#define __MISC_VISIBLE 1
#define __SVID_VISIBLE 1
#else
#define __BSD_VISIBLE 0
#define __MISC_VISIBLE 0
#define __SVID_VISIBLE 0
#endif

#ifdef _GNU_SOURCE
#define __GNU_VISIBLE 1
#else
#define __GNU_VISIBLE 0
#endif

#if defined(_ISOC11_SOURCE) || (__STDC_VERSION__ - 0) >= 201112L
#define __ISO_C_VISIBLE 2011
#elif defined(_ISOC99_SOURCE) || (_POSIX_C_SOURCE - 0) >= 200112L || (__STDC_VERSION__ - 0) >= 199901L
#define __ISO_C_VISIBLE 1999
#else
#define __ISO_C_VISIBLE 1990
#endif

#if defined(_LARGEFILE_SOURCE) || (_XOPEN_SOURCE - 0) >= 500
#define __LARGEFILE_VISIBLE 1
#else
#define __LARGEFILE_VISIBLE 0
#endif

#if (_POSIX_C_SOURCE - 0) >= 200809L
#define __POSIX_VISIBLE 200809
#elif (_POSIX_C_SOURCE - 0) >= 200112L
#define __POSIX_VISIBLE 200112
#elif (_POSIX_C_SOURCE - 0) >= 199506L
#define __POSIX_VISIBLE 199506
#elif (_POSIX_C_SOURCE - 0) >= 199309L
#define __POSIX_VISIBLE 199309
#elif (_POSIX_C_SOURCE - 0) >= 2 || defined(_XOPEN_SOURCE)
#define __POSIX_VISIBLE 199209
#elif defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE)
#define __POSIX_VISIBLE 199009
#else
#define __POSIX_VISIBLE 0
#endif

#if (_XOPEN_SOURCE - 0) >= 700
#define __XSI_VISIBLE 700
#elif (_XOPEN_SOURCE - 0) >= 600
#define __XSI_VISIBLE 600
#elif (_XOPEN_SOURCE - 0) >= 500
#define __XSI_VISIBLE 500
#elif defined(_XOPEN_SOURCE) && defined(_XOPEN_SOURCE_EXTENDED)
#define __XSI_VISIBLE 4
#elif defined(_XOPEN_SOURCE)
#define __XSI_VISIBLE 1
#else
#define __XSI_VISIBLE 0
#endif

#define __SSP_FORTIFY_LEVEL 0

#endif
