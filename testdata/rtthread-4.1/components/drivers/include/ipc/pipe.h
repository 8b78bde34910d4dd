/*
 * Reference interface of RT-Thread 4.1: pipes.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_PIPE_H_
#define IPC_PIPE_H_

#include <rtthread.h>

struct rt_ringbuffer;

/** A pipe. */
struct rt_pipe_device
{
    struct rt_device parent;
    rt_bool_t is_named;
    struct rt_ringbuffer *fifo;         /* its buffer */
    rt_uint16_t bufsz;
    rt_uint8_t readers;
    rt_uint8_t writers;
    rt_wqueue_t reader_queue;
    rt_wqueue_t writer_queue;
    struct rt_mutex lock;
};
typedef struct rt_pipe_device rt_pipe_t;

/**
 * Create a pipe.
 *
 * @param name its name as a device
 * @param bufsz size of its buffer in bytes
 * @return the pipe, or RT_NULL
 */
rt_pipe_t *rt_pipe_create(const char *name, int bufsz);

/**
 * Free a pipe.
 *
 * @return 0, or a negative error code
 */
int rt_pipe_delete(const char *name);

#endif /* IPC_PIPE_H_ */
