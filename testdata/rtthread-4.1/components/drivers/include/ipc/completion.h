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
    rt_uint32_t flag;
    rt_list_t suspended_list;
};

void rt_completion_init(struct rt_completion *completion);
rt_err_t rt_completion_wait(struct rt_completion *completion, rt_int32_t timeout);
void rt_completion_done(struct rt_completion *completion);

#endif /* IPC_COMPLETION_H_ */
