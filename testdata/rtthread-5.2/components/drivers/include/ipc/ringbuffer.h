/*
 * Reference interface of RT-Thread 5.2: ring buffers of bytes.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_RINGBUFFER_H_
#define IPC_RINGBUFFER_H_

#include <rtdef.h>
#include <rtconfig.h>
#include <rtthread.h>

/**
 * A ring buffer. One reader and one writer need no lock. The mirror bits tell
 * an empty buffer from a full one: the indices agree in both.
 */
struct rt_ringbuffer
{
    rt_uint8_t *buffer_ptr;
    rt_uint32_t read_mirror:1;
    rt_uint32_t read_index:31;
    rt_uint32_t write_mirror:1;
    rt_uint32_t write_index:31;
    rt_int32_t buffer_size;
};

/** How full a ring buffer is. */
enum rt_ringbuffer_state
{
    RT_RINGBUFFER_EMPTY = 0,
    RT_RINGBUFFER_FULL,
    RT_RINGBUFFER_HALFFULL
};

void rt_ringbuffer_init(struct rt_ringbuffer *rb, rt_uint8_t *pool, rt_int32_t size);
void rt_ringbuffer_reset(struct rt_ringbuffer *rb);
rt_size_t rt_ringbuffer_put(struct rt_ringbuffer *rb, const rt_uint8_t *ptr, rt_uint32_t length);
rt_size_t rt_ringbuffer_put_force(struct rt_ringbuffer *rb, const rt_uint8_t *ptr,
                                  rt_uint32_t length);
rt_size_t rt_ringbuffer_putchar(struct rt_ringbuffer *rb, const rt_uint8_t ch);
rt_size_t rt_ringbuffer_putchar_force(struct rt_ringbuffer *rb, const rt_uint8_t ch);
rt_size_t rt_ringbuffer_get(struct rt_ringbuffer *rb, rt_uint8_t *ptr, rt_uint32_t length);
rt_size_t rt_ringbuffer_peek(struct rt_ringbuffer *rb, rt_uint8_t **ptr);
rt_size_t rt_ringbuffer_getchar(struct rt_ringbuffer *rb, rt_uint8_t *ch);
rt_size_t rt_ringbuffer_data_len(struct rt_ringbuffer *rb);

#ifdef RT_USING_HEAP
struct rt_ringbuffer *rt_ringbuffer_create(rt_uint32_t length);
void rt_ringbuffer_destroy(struct rt_ringbuffer *rb);
#endif /* RT_USING_HEAP */

/** The capacity of a ring buffer in bytes. */
rt_inline rt_uint32_t rt_ringbuffer_get_size(struct rt_ringbuffer *rb)
{
    RT_ASSERT(rb != RT_NULL);
    return rb->buffer_size;
}

/** The free space of a ring buffer in bytes. */
#define rt_ringbuffer_space_len(rb)     ((rb)->buffer_size - rt_ringbuffer_data_len(rb))

#endif /* IPC_RINGBUFFER_H_ */
