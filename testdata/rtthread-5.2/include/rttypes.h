/*
 * Reference interface of RT-Thread 5.2: basic types.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTTYPES_H_
#define RTTYPES_H_

#include <rtconfig.h>

#ifdef RT_USING_SMART
#error "RT-Smart (RT_USING_SMART) is not part of the reference interface"
#endif

#include <stdint.h>
#include <stddef.h>
#include <stdarg.h>
#ifndef RT_USING_NANO
#include <sys/types.h>
#include <sys/errno.h>
#ifdef RT_USING_SIGNALS
#include <sys/signal.h>
#endif
#endif /* RT_USING_NANO */

typedef int                     rt_bool_t;

/* Exact widths. A port may bring its own with RT_USING_ARCH_DATA_TYPE. */
#ifndef RT_USING_ARCH_DATA_TYPE
#ifdef RT_USING_LIBC
typedef int8_t                  rt_int8_t;
typedef int16_t                 rt_int16_t;
typedef int32_t                 rt_int32_t;
typedef uint8_t                 rt_uint8_t;
typedef uint16_t                rt_uint16_t;
typedef uint32_t                rt_uint32_t;
typedef int64_t                 rt_int64_t;
typedef uint64_t                rt_uint64_t;
#else
typedef signed char             rt_int8_t;
typedef signed short            rt_int16_t;
typedef signed int              rt_int32_t;
typedef unsigned char           rt_uint8_t;
typedef unsigned short          rt_uint16_t;
typedef unsigned int            rt_uint32_t;
#ifdef ARCH_CPU_64BIT
typedef signed long             rt_int64_t;
typedef unsigned long           rt_uint64_t;
#else
typedef signed long long        rt_int64_t;
typedef unsigned long long      rt_uint64_t;
#endif /* ARCH_CPU_64BIT */
#endif /* RT_USING_LIBC */
#endif /* RT_USING_ARCH_DATA_TYPE */

/* As wide as a register. */
#ifdef ARCH_CPU_64BIT
typedef rt_int64_t              rt_base_t;
typedef rt_uint64_t             rt_ubase_t;
#else
typedef rt_int32_t              rt_base_t;
typedef rt_uint32_t             rt_ubase_t;
#endif

#if defined(RT_USING_LIBC) && !defined(RT_USING_NANO)
typedef size_t                  rt_size_t;
typedef ssize_t                 rt_ssize_t;
typedef intptr_t                rt_intptr_t;
typedef uintptr_t               rt_uintptr_t;
#else
typedef rt_ubase_t              rt_size_t;
typedef rt_base_t               rt_ssize_t;
typedef rt_base_t               rt_intptr_t;
typedef rt_ubase_t              rt_uintptr_t;
#endif

typedef rt_base_t               rt_err_t;       /* RT_EOK, or a negative error code */
typedef rt_uint32_t             rt_time_t;
typedef rt_uint32_t             rt_tick_t;      /* 1 / RT_TICK_PER_SECOND seconds */
typedef rt_base_t               rt_flag_t;
typedef rt_ubase_t              rt_dev_t;
typedef rt_base_t               rt_off_t;

#ifdef RT_USING_STDC_ATOMIC
#include <stdatomic.h>
typedef _Atomic(rt_base_t)      rt_atomic_t;
#else
typedef rt_base_t               rt_atomic_t;
#endif

#define RT_TRUE                 1
#define RT_FALSE                0
#define RT_NULL                 0

/** A node of a doubly linked list, and the head of one. */
struct rt_list_node
{
    struct rt_list_node *next;
    struct rt_list_node *prev;
};
typedef struct rt_list_node rt_list_t;

/** A node of a singly linked list, and the head of one. */
struct rt_slist_node
{
    struct rt_slist_node *next;
};
typedef struct rt_slist_node rt_slist_t;

/** A node of a singly linked list without locks, and the head of one. */
struct rt_lockless_slist_node
{
    rt_atomic_t next;                   /* address of the next node */
};
typedef struct rt_lockless_slist_node rt_ll_slist_t;

#ifdef RT_USING_SMP

/* The lock word belongs to the port (cpuport.h); this is the 32-bit ARM ticket lock. */
typedef union
{
    unsigned long slock;
    struct __arch_tickets
    {
        unsigned short owner;
        unsigned short next;
    } tickets;
} rt_hw_spinlock_t;

/** A lock between processors. */
struct rt_spinlock
{
    rt_hw_spinlock_t lock;
#ifdef RT_USING_DEBUG
    rt_uint32_t critical_level;
#endif
#ifdef RT_DEBUGING_SPINLOCK
    void *owner;                /* thread that holds the lock */
    void *pc;                   /* where it took it */
#endif
};

#define RT_SPINLOCK_INIT        { .lock = { 0 } }

#else

/** With one processor a spinlock only locks the scheduler. */
struct rt_spinlock
{
#ifdef RT_USING_DEBUG
    rt_uint32_t critical_level;
#endif
    rt_ubase_t lock;
};

#define RT_SPINLOCK_INIT        { 0 }

#endif /* RT_USING_SMP */

typedef struct rt_spinlock rt_spinlock_t;

/* Records the owner of a lock (RT_DEBUGING_SPINLOCK). */
#if defined(RT_DEBUGING_SPINLOCK) && defined(RT_USING_SMP)
#define _SPIN_LOCK_DEBUG_OWNER(lock)                        \
    do                                                      \
    {                                                       \
        (lock)->owner = rt_thread_self();                   \
        (lock)->pc = __builtin_return_address(0);           \
    } while (0)
#define _SPIN_UNLOCK_DEBUG_OWNER(lock)                      \
    do                                                      \
    {                                                       \
        (lock)->owner = RT_NULL;                            \
        (lock)->pc = RT_NULL;                               \
    } while (0)
#else
#define _SPIN_LOCK_DEBUG_OWNER(lock)            ((void)(lock))
#define _SPIN_UNLOCK_DEBUG_OWNER(lock)          ((void)(lock))
#endif

/* Records the depth of critical sections at which a lock was taken (RT_DEBUGING_CRITICAL). */
#ifdef RT_DEBUGING_CRITICAL
#define _SPIN_LOCK_DEBUG_CRITICAL(lock)                     \
    do                                                      \
    {                                                       \
        (lock)->critical_level = rt_critical_level();       \
    } while (0)
#define _SPIN_UNLOCK_DEBUG_CRITICAL(lock, critical)         \
    do                                                      \
    {                                                       \
        (critical) = (lock)->critical_level;                \
    } while (0)
#else
#define _SPIN_LOCK_DEBUG_CRITICAL(lock)             ((void)(lock))
#define _SPIN_UNLOCK_DEBUG_CRITICAL(lock, critical) ((critical) = 0)
#endif

#define RT_SPIN_LOCK_DEBUG(lock)                            \
    do                                                      \
    {                                                       \
        _SPIN_LOCK_DEBUG_OWNER(lock);                       \
        _SPIN_LOCK_DEBUG_CRITICAL(lock);                    \
    } while (0)
#define RT_SPIN_UNLOCK_DEBUG(lock, critical)                \
    do                                                      \
    {                                                       \
        _SPIN_UNLOCK_DEBUG_OWNER(lock);                     \
        _SPIN_UNLOCK_DEBUG_CRITICAL(lock, critical);        \
    } while (0)

/** Define and initialise a spinlock. */
#define RT_DEFINE_SPINLOCK(x)   struct rt_spinlock x = RT_SPINLOCK_INIT

#endif /* RTTYPES_H_ */
