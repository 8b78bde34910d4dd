/*
 * Reference interface of RT-Thread 4.1: debugging switches and assertions.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTDEBUG_H_
#define RTDEBUG_H_

#include <rtconfig.h>

#ifdef RT_DEBUG

/* What to log: 0 is off. Any of them may be set in rtconfig.h. */
#ifndef RT_DEBUG_MEM
#define RT_DEBUG_MEM                    0
#endif
#ifndef RT_DEBUG_MEMHEAP
#define RT_DEBUG_MEMHEAP                0
#endif
#ifndef RT_DEBUG_MODULE
#define RT_DEBUG_MODULE                 0
#endif
#ifndef RT_DEBUG_SCHEDULER
#define RT_DEBUG_SCHEDULER              0
#endif
#ifndef RT_DEBUG_SLAB
#define RT_DEBUG_SLAB                   0
#endif
#ifndef RT_DEBUG_THREAD
#define RT_DEBUG_THREAD                 0
#endif
#ifndef RT_DEBUG_TIMER
#define RT_DEBUG_TIMER                  0
#endif
#ifndef RT_DEBUG_IRQ
#define RT_DEBUG_IRQ                    0
#endif
#ifndef RT_DEBUG_IPC
#define RT_DEBUG_IPC                    0
#endif
#ifndef RT_DEBUG_DEVICE
#define RT_DEBUG_DEVICE                 1
#endif
#ifndef RT_DEBUG_INIT
#define RT_DEBUG_INIT                   0
#endif

/* Whether to check the context of calls. */
#ifndef RT_DEBUG_CONTEXT_CHECK
#define RT_DEBUG_CONTEXT_CHECK          1
#endif

/** Print message, a parenthesised argument list of rt_kprintf, if the given switch is on. */
#define RT_DEBUG_LOG(type, message)                                             \
    do                                                                          \
    {                                                                           \
        if (type)                                                               \
        {                                                                       \
            rt_kprintf message;                                                 \
        }                                                                       \
    } while (0)

/** Call the assertion handler if EX does not hold. */
#define RT_ASSERT(EX)                                                           \
    do                                                                          \
    {                                                                           \
        if (!(EX))                                                              \
            rt_assert_handler(#EX, __FUNCTION__, __LINE__);                     \
    } while (0)

#if RT_DEBUG_CONTEXT_CHECK

/** Assert that the caller is not an interrupt. */
#define RT_DEBUG_NOT_IN_INTERRUPT                                               \
    do                                                                          \
    {                                                                           \
        if (rt_interrupt_get_nest() != 0)                                       \
        {                                                                       \
            rt_kprintf("%s must not be called in an interrupt\n", __FUNCTION__); \
            RT_ASSERT(0);                                                       \
        }                                                                       \
    } while (0)

/** Assert that the caller is a thread. */
#define RT_DEBUG_IN_THREAD_CONTEXT                                              \
    do                                                                          \
    {                                                                           \
        if (rt_thread_self() == RT_NULL)                                        \
        {                                                                       \
            rt_kprintf("%s needs a running scheduler\n", __FUNCTION__);         \
            RT_ASSERT(0);                                                       \
        }                                                                       \
        RT_DEBUG_NOT_IN_INTERRUPT;                                              \
    } while (0)

/** Assert, if need_check holds, that the caller is a thread and the scheduler is not locked. */
#define RT_DEBUG_SCHEDULER_AVAILABLE(need_check)                                \
    do                                                                          \
    {                                                                           \
        if (need_check)                                                         \
        {                                                                       \
            if (rt_critical_level() != 0)                                       \
            {                                                                   \
                rt_kprintf("%s needs an unlocked scheduler\n", __FUNCTION__);   \
                RT_ASSERT(0);                                                   \
            }                                                                   \
            RT_DEBUG_IN_THREAD_CONTEXT;                                         \
        }                                                                       \
    } while (0)

#else

#define RT_DEBUG_NOT_IN_INTERRUPT
#define RT_DEBUG_IN_THREAD_CONTEXT
#define RT_DEBUG_SCHEDULER_AVAILABLE(need_check)

#endif /* RT_DEBUG_CONTEXT_CHECK */

#else

#define RT_ASSERT(EX)
#define RT_DEBUG_LOG(type, message)
#define RT_DEBUG_NOT_IN_INTERRUPT
#define RT_DEBUG_IN_THREAD_CONTEXT
#define RT_DEBUG_SCHEDULER_AVAILABLE(need_check)

#endif /* RT_DEBUG */

#endif /* RTDEBUG_H_ */
