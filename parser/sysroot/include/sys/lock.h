/* Locks of a C library without threads: the retargetable ones are opaque pointers there. */
#ifndef __SYS_LOCK_H__
#define __SYS_LOCK_H__

typedef int _LOCK_T;
typedef int _LOCK_RECURSIVE_T;

#include <_ansi.h>

#define __LOCK_INIT(class, lock) static int lock = 0;
#define __LOCK_INIT_RECURSIVE(class, lock) static int lock = 0;
#define __lock_init(lock) ((void)0)
#define __lock_init_recursive(lock) ((void)0)
#define __lock_close(lock) ((void)0)
#define __lock_close_recursive(lock) ((void)0)
#define __lock_acquire(lock) ((void)0)
#define __lock_acquire_recursive(lock) ((void)0)
#define __lock_try_acquire(lock) ((void)0)
#define __lock_try_acquire_recursive(lock) ((void)0)
#define __lock_release(lock) ((void)0)
#define __lock_release_recursive(lock) ((void)0)

#endif
