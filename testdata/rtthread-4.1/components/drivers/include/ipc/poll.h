/*
 * Reference interface of RT-Thread 4.1: polling.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_POLL_H_
#define IPC_POLL_H_

#include <rtthread.h>

struct rt_pollreq;

/** Enters a request into a wait queue. */
typedef void (*poll_queue_proc)(rt_wqueue_t *wq, struct rt_pollreq *req);

/** A request to be woken by one of several wait queues. */
struct rt_pollreq
{
    poll_queue_proc _proc;
    short _key;                         /* events it waits for */
};
typedef struct rt_pollreq rt_pollreq_t;

/** Enter a request into a wait queue. */
rt_inline void rt_poll_add(rt_wqueue_t *wq, rt_pollreq_t *req)
{
    if (req != RT_NULL && wq != RT_NULL && req->_proc != RT_NULL)
        req->_proc(wq, req);
}

#endif /* IPC_POLL_H_ */
