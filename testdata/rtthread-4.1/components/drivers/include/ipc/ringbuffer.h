/*
 * Reference interface of RT-Thread 4.1: ring buffers of bytes.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_RINGBUFFER_H_
#define IPC_RINGBUFFER_H_

#include <rtthread.h>

/**
 * A ring buffer. One reader and one writer need no lock. The mirror bits tell
 * an empty buffer from a full one: the indices agree in both.
 */
struct rt_ringbuffer
{
    rt_uint8_t *buffer_ptr;
    rt_uint16_t read_mirror:1;
    rt_uint16_t read_index:15;
    rt_uint16_t write_mirror:1;
    rt_uint16_t write_index:15;
    rt_int16_t buffer_size;
};

/** How full a ring buffer is. */
enum rt_ringbuffer_state
{
    RT_RINGBUFFER_EMPTY = 0,
    RT_RINGBUFFER_FULL,
    RT_RINGBUFFER_HALFFULL
};

/**
 * Initialise a ring buffer.
 *
 * @param pool its memory
 * @param size of the memory, in bytes
 */
void rt_ringbuffer_init(struct rt_ringbuffer *rb, rt_uint8_t *pool, rt_int16_t size);

/** Empty a ring buffer. */
void rt_ringbuffer_reset(struct rt_ringbuffer *rb);

/**
 * Add bytes; what does not fit is left out.
 *
 * @return the bytes added
 */
rt_size_t rt_ringbuffer_put(struct rt_ringbuffer *rb, const rt_uint8_t *ptr, rt_uint16_t length);

/**
 * Add bytes; the oldest give way.
 *
 * @return the bytes added
 */
rt_size_t rt_ringbuffer_put_force(struct rt_ringbuffer *rb, const rt_uint8_t *ptr,
                                  rt_uint16_t length);

/**
 * Add a byte, if it fits.
 *
 * @return the bytes added
 */
rt_size_t rt_ringbuffer_putchar(struct rt_ringbuffer *rb, const rt_uint8_t ch);

/**
 * Add a byte; the oldest gives way.
 *
 * @return the bytes added
 */
rt_size_t rt_ringbuffer_putchar_force(struct rt_ringbuffer *rb, const rt_uint8_t ch);

/**
 * Take bytes.
 *
 * @return the bytes taken
 */
rt_size_t rt_ringbuffer_get(struct rt_ringbuffer *rb, rt_uint8_t *ptr, rt_uint16_t length);

/**
 * The next bytes in a row, which are taken without being copied.
 *
 * @param ptr receives where they are
 * @return how many they are
 */
rt_size_t rt_ringbuffer_peek(struct rt_ringbuffer *rb, rt_uint8_t **ptr);

/**
 * Take a byte.
 *
 * @return the bytes taken
 */
rt_size_t rt_ringbuffer_getchar(struct rt_ringbuffer *rb, rt_uint8_t *ch);

/** How many bytes are in a ring buffer. */
rt_size_t rt_ringbuffer_data_len(struct rt_ringbuffer *rb);

#ifdef RT_USING_HEAP
/**
 * Create a ring buffer.
 *
 * @param length its capacity in bytes
 * @return the ring buffer, or RT_NULL if there is no memory
 */
struct rt_ringbuffer *rt_ringbuffer_create(rt_uint16_t length);

/** Free a ring buffer that was created. */
void rt_ringbuffer_destroy(struct rt_ringbuffer *rb);
#endif /* RT_USING_HEAP */

/** The capacity of a ring buffer in bytes. */
rt_inline rt_uint16_t rt_ringbuffer_get_size(struct rt_ringbuffer *rb)
{
    RT_ASSERT(rb != RT_NULL);
    return rb->buffer_size;
}

/** The free space of a ring buffer in bytes. */
#define rt_ringbuffer_space_len(rb)     ((rb)->buffer_size - rt_ringbuffer_data_len(rb))

#endif /* IPC_RINGBUFFER_H_ */
