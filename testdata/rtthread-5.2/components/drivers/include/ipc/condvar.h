/*
 * Reference interface of RT-Thread 5.2: condition variables.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_CONDVAR_H_
#define IPC_CONDVAR_H_

#include <rtthread.h>

/** A condition that threads wait for, with a mutex around it. */
struct rt_condvar
{
    rt_atomic_t waiters_cnt;
    rt_atomic_t waiting_mtx;
    struct rt_wqueue event;             /* waiting threads */
};
typedef struct rt_condvar *rt_condvar_t;

void rt_condvar_init(rt_condvar_t cv, char *name);

/**
 * Release a mutex and wait until the condition is signalled; take the mutex again.
 *
 * @param suspend_flag RT_INTERRUPTIBLE, RT_KILLABLE or RT_UNINTERRUPTIBLE
 * @param timeout in ticks, or RT_WAITING_FOREVER
 * @return 0, or a negative error code
 */
int rt_condvar_timedwait(rt_condvar_t cv, rt_mutex_t mtx, int suspend_flag, rt_tick_t timeout);

/**
 * Wake a waiting thread.
 *
 * @return 0
 */
int rt_condvar_signal(rt_condvar_t cv);

/**
 * Wake all waiting threads.
 *
 * @return 0
 */
int rt_condvar_broadcast(rt_condvar_t cv);

/** Nothing is left to release. */
rt_inline void rt_condvar_detach(rt_condvar_t cv)
{
    RT_UNUSED(cv);
}

#endif /* IPC_CONDVAR_H_ */
