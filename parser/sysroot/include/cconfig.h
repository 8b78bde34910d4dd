/*
 * What RT-Thread 3.x and 4.0 find out about the toolchain by running it: their build writes cconfig.h
 * and passes -DHAVE_CCONFIG_H. These are the answers for newlib. The build asks without the BSP's
 * flags; but below -std=c99 newlib hides the signals of POSIX.1b, and minilibc has none, so they are
 * RT-Thread's own then. A cconfig.h of the BSP, found first, takes precedence.
 */
#ifndef CCONFIG_H__
#define CCONFIG_H__

#include <sys/features.h>

#define HAVE_NEWLIB_H 1
#define LIBC_VERSION "newlib 3.3.0"
#define HAVE_SYS_SIGNAL_H 1
#define HAVE_SYS_SELECT_H 1
#define HAVE_PTHREAD_H 1
#define HAVE_FDSET 1
#define HAVE_SIGACTION 1
#if __POSIX_VISIBLE >= 199309 && !defined(RT_USING_MINILIBC)
#define HAVE_SIGEVENT 1
#define HAVE_SIGINFO 1
#define HAVE_SIGVAL 1
#endif
#define GCC_VERSION "12.2.1 20221205"
#define STDC "2011"

#endif
