/*
 * Reference interface of RT-Thread 5.2: work queues.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_WORKQUEUE_H_
#define IPC_WORKQUEUE_H_

#include <rtdef.h>
#include <rtconfig.h>
#include <ipc/completion.h>

/* State of a work. */
enum
{
    RT_WORK_STATE_PENDING = 1,  /* to be done */
    RT_WORK_STATE_SUBMITTING    /* to be done later */
};

/* Type of a work. */
enum
{
    RT_WORK_TYPE_DELAYED = 1
};

/** A thread that does works, one after the other. */
struct rt_workqueue
{
    rt_list_t work_list;                /* works to be done */
    rt_list_t delayed_list;             /* works to be done later */
    struct rt_work *work_current;       /* the one being done */
    struct rt_semaphore sem;            /* released for each work */
    rt_thread_t work_thread;
    struct rt_spinlock spinlock;
    struct rt_completion wakeup_completion;     /* wakes the thread when the next work is due */
};

/** A work: a function to be called in the thread of a work queue. */
struct rt_work
{
    rt_list_t list;
    void (*work_func)(struct rt_work *work, void *work_data);
    void *work_data;
    rt_uint16_t flags;                  /* RT_WORK_STATE_* */
    rt_uint16_t type;                   /* RT_WORK_TYPE_* */
    rt_tick_t timeout_tick;             /* when it is due, if it is delayed */
    struct rt_workqueue *workqueue;
};

#ifdef RT_USING_HEAP
/**
 * Initialise a work.
 *
 * @param work_func called with the work and work_data
 */
void rt_work_init(struct rt_work *work, void (*work_func)(struct rt_work *work, void *work_data),
                  void *work_data);

/**
 * Create a work queue and its thread.
 *
 * @param name of the thread
 * @param stack_size of the thread, in bytes
 * @param priority of the thread
 * @return the work queue, or RT_NULL
 */
struct rt_workqueue *rt_workqueue_create(const char *name, rt_uint16_t stack_size,
                                         rt_uint8_t priority);

/**
 * Free a work queue and its thread.
 *
 * @return RT_EOK
 */
rt_err_t rt_workqueue_destroy(struct rt_workqueue *queue);

/**
 * Submit a work.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_workqueue_dowork(struct rt_workqueue *queue, struct rt_work *work);

/**
 * Submit a work, to be done after a number of ticks.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_workqueue_submit_work(struct rt_workqueue *queue, struct rt_work *work,
                                  rt_tick_t ticks);

/**
 * Take a work back.
 *
 * @return RT_EOK, or -RT_EBUSY if it is being done
 */
rt_err_t rt_workqueue_cancel_work(struct rt_workqueue *queue, struct rt_work *work);

/**
 * Take a work back, or wait until it is done.
 *
 * @return RT_EOK
 */
rt_err_t rt_workqueue_cancel_work_sync(struct rt_workqueue *queue, struct rt_work *work);

/**
 * Take all works back.
 *
 * @return RT_EOK
 */
rt_err_t rt_workqueue_cancel_all_work(struct rt_workqueue *queue);

/**
 * Submit a work that is done before all others.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_workqueue_urgent_work(struct rt_workqueue *queue, struct rt_work *work);

#ifdef RT_USING_SYSTEM_WORKQUEUE
/**
 * Submit a work to the system's work queue, to be done after a number of ticks.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_work_submit(struct rt_work *work, rt_tick_t ticks);

/**
 * Submit a work to the system's work queue that is done before all others.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_work_urgent(struct rt_work *work);

/**
 * Take a work back from the system's work queue.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_work_cancel(struct rt_work *work);
#endif /* RT_USING_SYSTEM_WORKQUEUE */
#endif /* RT_USING_HEAP */

#endif /* IPC_WORKQUEUE_H_ */
