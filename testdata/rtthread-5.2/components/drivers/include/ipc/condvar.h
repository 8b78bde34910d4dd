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
    struct rt_wqueue event;
};
typedef struct rt_condvar *rt_condvar_t;

void rt_condvar_init(rt_condvar_t cv, char *name);
int rt_condvar_timedwait(rt_condvar_t cv, rt_mutex_t mtx, int suspend_flag, rt_tick_t timeout);
int rt_condvar_signal(rt_condvar_t cv);
int rt_condvar_broadcast(rt_condvar_t cv);

/** Nothing is left to release. */
rt_inline void rt_condvar_detach(rt_condvar_t cv)
{
    RT_UNUSED(cv);
}

#endif /* IPC_CONDVAR_H_ */
