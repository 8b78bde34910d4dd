/*
 * Reference interface of RT-Thread 4.1: queues of buffers.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_DATAQUEUE_H_
#define IPC_DATAQUEUE_H_

#include <rtthread.h>

/* What evt_notify is told. */
#define RT_DATAQUEUE_EVENT_UNKNOWN  0x00
#define RT_DATAQUEUE_EVENT_POP      0x01    /* an item was taken */
#define RT_DATAQUEUE_EVENT_PUSH     0x02    /* an item was added */
#define RT_DATAQUEUE_EVENT_LWM      0x03    /* the queue is down to the low water mark */

struct rt_data_item;

/** A queue of references to buffers. */
struct rt_data_queue
{
    rt_uint32_t magic;
    rt_uint16_t size;
    rt_uint16_t lwm;                    /* low water mark */
    rt_uint16_t get_index:15;
    rt_uint16_t is_empty:1;
    rt_uint16_t put_index:15;
    rt_uint16_t is_full:1;
    struct rt_data_item *queue;
    rt_list_t suspended_push_list;
    rt_list_t suspended_pop_list;
    void (*evt_notify)(struct rt_data_queue *queue, rt_uint32_t event);
};

/**
 * Initialise a queue.
 *
 * @param size how many items fit
 * @param lwm low water mark: waiting senders go on when no more than this are left
 * @param evt_notify called with RT_DATAQUEUE_EVENT_*; may be RT_NULL
 * @return RT_EOK, or -RT_ENOMEM
 */
rt_err_t rt_data_queue_init(struct rt_data_queue *queue, rt_uint16_t size, rt_uint16_t lwm,
                            void (*evt_notify)(struct rt_data_queue *queue, rt_uint32_t event));

/**
 * Add a reference to a buffer; wait if the queue is full.
 *
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_data_queue_push(struct rt_data_queue *queue, const void *data_ptr, rt_size_t data_size,
                            rt_int32_t timeout);

/**
 * Take the first reference; wait if the queue is empty.
 *
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_data_queue_pop(struct rt_data_queue *queue, const void **data_ptr, rt_size_t *size,
                           rt_int32_t timeout);

/**
 * Read the first reference and leave it there.
 *
 * @return RT_EOK, or -RT_EEMPTY
 */
rt_err_t rt_data_queue_peek(struct rt_data_queue *queue, const void **data_ptr, rt_size_t *size);

/** Empty a queue. */
void rt_data_queue_reset(struct rt_data_queue *queue);

/**
 * Free what a queue has allocated.
 *
 * @return RT_EOK
 */
rt_err_t rt_data_queue_deinit(struct rt_data_queue *queue);

/** How many items are in a queue. */
rt_uint16_t rt_data_queue_len(struct rt_data_queue *queue);

#endif /* IPC_DATAQUEUE_H_ */
