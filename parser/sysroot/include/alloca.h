/* Stack allocation. */
#ifndef _NEWLIB_ALLOCA_H
#define _NEWLIB_ALLOCA_H

#include <_ansi.h>
#include <sys/reent.h>

#undef alloca
#define alloca(size) __builtin_alloca(size)

#endif
