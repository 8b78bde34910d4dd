/*
 * The reentrancy structure and FILE stay opaque: code that only passes pointers to them parses, and
 * no layout can be wrong (newlib and newlib-nano disagree about it).
 */
#ifndef _SYS_REENT_H_
#define _SYS_REENT_H_

#include <_ansi.h>
#include <stddef.h>
#include <sys/_types.h>
#include <sys/lock.h>

struct _reent;
struct __sFILE;
struct __locale_t;
typedef struct __sFILE __FILE;

extern struct _reent *_impure_ptr;
extern struct _reent *const _global_impure_ptr;
void _reclaim_reent(struct _reent *);

#define _REENT _impure_ptr
#define _GLOBAL_REENT _global_impure_ptr

#endif
