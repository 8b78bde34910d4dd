/*
 * pthread types, hidden under -D_POSIX_C_SOURCE=1: RT-Thread's pthread.h declares others.
 */
#ifndef _SYS__PTHREADTYPES_H_
#define _SYS__PTHREADTYPES_H_

#if defined(_POSIX_THREADS) || __POSIX_VISIBLE >= 199506

#include <sys/sched.h>

#define PTHREAD_SCOPE_PROCESS 0
#define PTHREAD_SCOPE_SYSTEM 1
#define PTHREAD_INHERIT_SCHED 1
#define PTHREAD_EXPLICIT_SCHED 2
#define PTHREAD_CREATE_DETACHED 0
#define PTHREAD_CREATE_JOINABLE 1

typedef __uint32_t pthread_t;
typedef struct {
    int is_initialized;
    void *stackaddr;
    int stacksize;
    int contentionscope;
    int inheritsched;
    int schedpolicy;
    struct sched_param schedparam;
    int detachstate;
} pthread_attr_t;

typedef __uint32_t pthread_mutex_t;
typedef struct {
    int is_initialized;
    int recursive;
} pthread_mutexattr_t;
#define _PTHREAD_MUTEX_INITIALIZER ((pthread_mutex_t)0xFFFFFFFF)

typedef __uint32_t pthread_cond_t;
typedef struct {
    int is_initialized;
    clock_t clock;
} pthread_condattr_t;
#define _PTHREAD_COND_INITIALIZER ((pthread_cond_t)0xFFFFFFFF)

typedef __uint32_t pthread_key_t;
typedef struct {
    int is_initialized;
    int init_executed;
} pthread_once_t;
#define _PTHREAD_ONCE_INIT { 1, 0 }

#endif

#endif
