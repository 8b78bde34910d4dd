/*
 * Reference interface of RT-Thread 4.1: wait queues.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_WAITQUEUE_H_
#define IPC_WAITQUEUE_H_

#include <rtthread.h>

#define RT_WQ_FLAG_CLEAN        0x00
#define RT_WQ_FLAG_WAKEUP       0x01    /* woken while nobody waited */

struct rt_wqueue_node;

/** Decides whether a waiter is to be woken: 0 is yes. */
typedef int (*rt_wqueue_func_t)(struct rt_wqueue_node *wait, void *key);

/** A waiter. */
struct rt_wqueue_node
{
    rt_thread_t polling_thread;
    rt_list_t list;
    rt_wqueue_func_t wakeup;
    rt_uint32_t key;                    /* events it waits for */
};
typedef struct rt_wqueue_node rt_wqueue_node_t;

int __wqueue_default_wake(struct rt_wqueue_node *wait, void *key);

/** Make a wait queue empty. */
rt_inline void rt_wqueue_init(rt_wqueue_t *queue)
{
    RT_ASSERT(queue != RT_NULL);
    queue->flag = RT_WQ_FLAG_CLEAN;
    rt_list_init(&queue->waiting_list);
}

void rt_wqueue_add(rt_wqueue_t *queue, struct rt_wqueue_node *node);
void rt_wqueue_remove(struct rt_wqueue_node *node);

/**
 * Wait until the queue is woken, unless the condition holds already.
 *
 * @param timeout in milliseconds; negative is for ever
 * @return 0, or a negative error code
 */
int rt_wqueue_wait(rt_wqueue_t *queue, int condition, int timeout);

/** Wake the first waiter that accepts the key. */
void rt_wqueue_wakeup(rt_wqueue_t *queue, void *key);

/** Define a waiter that is the calling thread. */
#define DEFINE_WAIT_FUNC(name, function)                \
    struct rt_wqueue_node name =                        \
    {                                                   \
        .polling_thread = rt_thread_self(),             \
        .list = RT_LIST_OBJECT_INIT(name.list),         \
        .wakeup = (function),                           \
        .key = 0                                        \
    }
#define DEFINE_WAIT(name)       DEFINE_WAIT_FUNC(name, __wqueue_default_wake)

#endif /* IPC_WAITQUEUE_H_ */
