/*
 * Reference interface of RT-Thread 4.1: completions.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_COMPLETION_H_
#define IPC_COMPLETION_H_

#include <rtthread.h>

/** Something a thread waits for and another, or an interrupt, reports done. */
struct rt_completion
{
    rt_uint32_t flag;                   /* whether it is done */
    rt_list_t suspended_list;           /* waiting threads */
};

/** Initialise a completion. */
void rt_completion_init(struct rt_completion *completion);

/**
 * Wait until it is done.
 *
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return RT_EOK, -RT_ETIMEOUT, or another negative error code
 */
rt_err_t rt_completion_wait(struct rt_completion *completion, rt_int32_t timeout);

/** Report it done and wake the waiting thread. Also in an interrupt. */
void rt_completion_done(struct rt_completion *completion);

#endif /* IPC_COMPLETION_H_ */
