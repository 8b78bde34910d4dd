/*
 * Reference interface of RT-Thread 5.2: the scheduler's view of a thread.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTSCHED_H_
#define RTSCHED_H_

#include <rttypes.h>
#include <rtcompiler.h>

typedef rt_uint8_t rt_sched_thread_status_t;

struct rt_thread;

/** Scheduling parameters of a thread; the scheduler's own. */
struct rt_sched_thread_priv
{
    rt_tick_t init_tick;
    rt_tick_t remaining_tick;
    rt_uint8_t current_priority;
    rt_uint8_t init_priority;
#if RT_THREAD_PRIORITY_MAX > 32
    rt_uint8_t number;
    rt_uint8_t high_mask;
#endif
    rt_uint32_t number_mask;
};

/** Scheduling state of a thread. */
struct rt_sched_thread_ctx
{
    rt_list_t thread_list_node;
    rt_uint8_t stat;
    rt_uint8_t sched_flag_locked:1;
    rt_uint8_t sched_flag_ttmr_set:1;
#ifdef ARCH_USING_HW_THREAD_SELF
    rt_uint8_t critical_switch_flag:1;
#endif
#ifdef RT_USING_SMP
    rt_uint8_t bind_cpu;
    rt_uint8_t oncpu;
    rt_base_t critical_lock_nest;
#endif
    struct rt_sched_thread_priv sched_thread_priv;
};

/** The member of a thread that holds its scheduling state. */
#define RT_SCHED_THREAD_CTX                 struct rt_sched_thread_ctx sched_thread_ctx;

#define RT_SCHED_CTX(thread)                ((thread)->sched_thread_ctx)
#define RT_SCHED_PRIV(thread)               ((thread)->sched_thread_ctx.sched_thread_priv)
#define RT_THREAD_LIST_NODE(thread)         (RT_SCHED_CTX(thread).thread_list_node)
#define RT_THREAD_LIST_NODE_ENTRY(node)     \
    rt_container_of((node), struct rt_thread, sched_thread_ctx.thread_list_node)

/* The scheduler's lock; for the kernel and its IPC, not for applications. */
typedef rt_ubase_t rt_sched_lock_level_t;

rt_err_t rt_sched_lock(rt_sched_lock_level_t *plvl);
rt_err_t rt_sched_unlock(rt_sched_lock_level_t level);
rt_err_t rt_sched_unlock_n_resched(rt_sched_lock_level_t level);
rt_bool_t rt_sched_is_locked(void);

#ifdef RT_USING_SMP
#define RT_SCHED_DEBUG_IS_LOCKED    RT_ASSERT(rt_sched_is_locked())
#define RT_SCHED_DEBUG_IS_UNLOCKED  RT_ASSERT(!rt_sched_is_locked())
#else
#define RT_SCHED_DEBUG_IS_LOCKED
#define RT_SCHED_DEBUG_IS_UNLOCKED
#endif

#endif /* RTSCHED_H_ */
