/*
 * Reference interface of RT-Thread 5.2: pipes.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_PIPE_H_
#define IPC_PIPE_H_

#include <rtdef.h>
#include <rtconfig.h>
#include <ipc/condvar.h>

struct rt_ringbuffer;

/** A pipe. */
struct rt_pipe_device
{
    struct rt_device parent;
    rt_bool_t is_named;
#ifdef RT_USING_POSIX_DEVIO
    int pipeno;
#endif
    struct rt_ringbuffer *fifo;         /* its buffer */
    rt_uint16_t bufsz;
    rt_wqueue_t reader_queue;
    rt_wqueue_t writer_queue;
    int writer;
    int reader;
    struct rt_condvar waitfor_parter;
    struct rt_mutex lock;
};
typedef struct rt_pipe_device rt_pipe_t;

/**
 * Create a pipe.
 *
 * @param name its name as a device; RT_NULL chooses one
 * @param bufsz size of its buffer in bytes
 * @return the pipe, or RT_NULL
 */
rt_pipe_t *rt_pipe_create(const char *name, int bufsz);

rt_err_t rt_pipe_open(rt_device_t device, rt_uint16_t oflag);
rt_ssize_t rt_pipe_read(rt_device_t device, rt_off_t pos, void *buffer, rt_size_t count);
rt_ssize_t rt_pipe_write(rt_device_t device, rt_off_t pos, const void *buffer, rt_size_t count);
rt_err_t rt_pipe_control(rt_device_t dev, int cmd, void *args);
rt_err_t rt_pipe_close(rt_device_t device);

/**
 * Free a pipe.
 *
 * @return 0, or a negative error code
 */
int rt_pipe_delete(const char *name);

#endif /* IPC_PIPE_H_ */
