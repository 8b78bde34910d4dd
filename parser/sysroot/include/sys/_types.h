/*
 * What the public POSIX types are made of. The public names are one typedef away from these, which
 * is what a debugger and a type printer show: time_t is __int_least64_t, ssize_t is _ssize_t.
 */
#ifndef _SYS__TYPES_H
#define _SYS__TYPES_H

#define __need_size_t
#define __need_wint_t
#include <stddef.h>
#include <newlib.h>
#include <sys/config.h>
#include <machine/_types.h>

typedef unsigned int __size_t;
typedef int _ssize_t;
typedef _ssize_t __ssize_t;

typedef long _off_t;
typedef long long _off64_t;
typedef _off_t __off_t;
typedef _off64_t __loff_t;
typedef long _fpos_t;

typedef long __blkcnt_t;
typedef long __blksize_t;
typedef __uint64_t __fsblkcnt_t;
typedef __uint32_t __fsfilcnt_t;
typedef short __dev_t;
typedef unsigned short __ino_t;
typedef __uint32_t __mode_t;
typedef unsigned short __nlink_t;

typedef int __pid_t;
typedef unsigned short __uid_t;
typedef unsigned short __gid_t;
typedef __uint32_t __id_t;
typedef long __key_t;

/* newlib is built with a 64 bit time_t unless configured otherwise; the same macro selects here. */
#ifdef _USE_LONG_TIME_T
#define _TIME_T_ long
#else
#define _TIME_T_ __int_least64_t
#endif
#define _CLOCK_T_ unsigned long
#define _CLOCKID_T_ unsigned long
#define _TIMER_T_ unsigned long
typedef _TIME_T_ __time_t;
typedef _CLOCK_T_ __clock_t;
typedef _CLOCKID_T_ __clockid_t;
typedef _TIMER_T_ __timer_t;
typedef long __suseconds_t;
typedef unsigned long __useconds_t;

typedef __uint8_t __sa_family_t;
typedef __uint32_t __socklen_t;

typedef struct {
    int __count;
    union {
        wint_t __wch;
        unsigned char __wchb[4];
    } __value;
} _mbstate_t;
typedef void *_iconv_t;
typedef int __nl_item;
typedef __builtin_va_list __va_list;

#endif
