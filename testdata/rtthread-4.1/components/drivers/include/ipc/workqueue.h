/*
 * Reference interface of RT-Thread 4.1: work queues.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_WORKQUEUE_H_
#define IPC_WORKQUEUE_H_

#include <rtthread.h>

/* State of a work. */
enum
{
    RT_WORK_STATE_PENDING = 1,
    RT_WORK_STATE_SUBMITTING
};

/* Type of a work. */
enum
{
    RT_WORK_TYPE_DELAYED = 1
};

/** A thread that does works, one after the other. */
struct rt_workqueue
{
    rt_list_t work_list;
    rt_list_t delayed_list;
    struct rt_work *work_current;
    struct rt_semaphore sem;
    rt_thread_t work_thread;
};

/** A work: a function to be called in the thread of a work queue. */
struct rt_work
{
    rt_list_t list;
    void (*work_func)(struct rt_work *work, void *work_data);
    void *work_data;
    rt_uint16_t flags;
    rt_uint16_t type;
    struct rt_timer timer;
    struct rt_workqueue *workqueue;
};

#ifdef RT_USING_HEAP
void rt_work_init(struct rt_work *work, void (*work_func)(struct rt_work *work, void *work_data),
                  void *work_data);
struct rt_workqueue *rt_workqueue_create(const char *name, rt_uint16_t stack_size,
                                         rt_uint8_t priority);
rt_err_t rt_workqueue_destroy(struct rt_workqueue *queue);
rt_err_t rt_workqueue_dowork(struct rt_workqueue *queue, struct rt_work *work);
rt_err_t rt_workqueue_submit_work(struct rt_workqueue *queue, struct rt_work *work,
                                  rt_tick_t ticks);
rt_err_t rt_workqueue_cancel_work(struct rt_workqueue *queue, struct rt_work *work);
rt_err_t rt_workqueue_cancel_work_sync(struct rt_workqueue *queue, struct rt_work *work);
rt_err_t rt_workqueue_cancel_all_work(struct rt_workqueue *queue);
rt_err_t rt_workqueue_urgent_work(struct rt_workqueue *queue, struct rt_work *work);

#ifdef RT_USING_SYSTEM_WORKQUEUE
rt_err_t rt_work_submit(struct rt_work *work, rt_tick_t ticks);
rt_err_t rt_work_urgent(struct rt_work *work);
rt_err_t rt_work_cancel(struct rt_work *work);
#endif /* RT_USING_SYSTEM_WORKQUEUE */
#endif /* RT_USING_HEAP */

#endif /* IPC_WORKQUEUE_H_ */
