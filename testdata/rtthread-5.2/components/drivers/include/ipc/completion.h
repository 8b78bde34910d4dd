/*
 * Reference interface of RT-Thread 5.2: completions.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_COMPLETION_H_
#define IPC_COMPLETION_H_

#include <rtdef.h>
#include <rtconfig.h>

/** Something a thread waits for and another, or an interrupt, reports done. */
struct rt_completion
{
    rt_atomic_t susp_thread_n_flag;     /* waiting thread, and in bit 0 whether it is done */
};

/** Initialiser of a completion. */
#define RT_COMPLETION_INIT(comp)    { 0 }

/** Initialise a completion. */
void rt_completion_init(struct rt_completion *completion);

/**
 * Wait until it is done.
 *
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return RT_EOK, -RT_ETIMEOUT, or another negative error code
 */
rt_err_t rt_completion_wait(struct rt_completion *completion, rt_int32_t timeout);

rt_err_t rt_completion_wait_noisr(struct rt_completion *completion, rt_int32_t timeout);
rt_err_t rt_completion_wait_flags(struct rt_completion *completion, rt_int32_t timeout,
                                  int suspend_flag);
rt_err_t rt_completion_wait_flags_noisr(struct rt_completion *completion, rt_int32_t timeout,
                                        int suspend_flag);

/** Report it done and wake the waiting thread. Also in an interrupt. */
void rt_completion_done(struct rt_completion *completion);

rt_err_t rt_completion_wakeup(struct rt_completion *completion);
rt_err_t rt_completion_wakeup_by_errno(struct rt_completion *completion, rt_err_t error);

#endif /* IPC_COMPLETION_H_ */
