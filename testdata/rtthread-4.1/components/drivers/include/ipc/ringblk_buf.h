/*
 * Reference interface of RT-Thread 4.1: ring buffers of blocks.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef IPC_RINGBLK_BUF_H_
#define IPC_RINGBLK_BUF_H_

#include <rtthread.h>

/** The state of a block. */
enum rt_rbb_status
{
    RT_RBB_BLK_UNUSED = 0,  /* free */
    RT_RBB_BLK_INITED,      /* allocated */
    RT_RBB_BLK_PUT,         /* filled */
    RT_RBB_BLK_GET          /* being read */
};
typedef enum rt_rbb_status rt_rbb_status_t;

/** A block. */
struct rt_rbb_blk
{
    rt_rbb_status_t status:8;
    rt_size_t size:24;                  /* of the block, in bytes */
    rt_uint8_t *buf;
    rt_slist_t list;
};
typedef struct rt_rbb_blk *rt_rbb_blk_t;

/** Blocks that lie next to each other. */
struct rt_rbb_blk_queue
{
    rt_rbb_blk_t blocks;                /* the first */
    rt_size_t blk_num;                  /* how many */
};
typedef struct rt_rbb_blk_queue *rt_rbb_blk_queue_t;

/** A ring buffer of blocks. */
struct rt_rbb
{
    rt_uint8_t *buf;
    rt_size_t buf_size;
    rt_rbb_blk_t blk_set;               /* all blocks */
    rt_size_t blk_max_num;
    rt_slist_t blk_list;                /* blocks in use */
    rt_slist_t *tail;
    rt_slist_t free_list;               /* blocks not in use */
};
typedef struct rt_rbb *rt_rbb_t;

void rt_rbb_init(rt_rbb_t rbb, rt_uint8_t *buf, rt_size_t buf_size, rt_rbb_blk_t block_set,
                 rt_size_t blk_max_num);
rt_size_t rt_rbb_get_buf_size(rt_rbb_t rbb);

#ifdef RT_USING_HEAP
rt_rbb_t rt_rbb_create(rt_size_t buf_size, rt_size_t blk_max_num);
void rt_rbb_destroy(rt_rbb_t rbb);
#endif /* RT_USING_HEAP */

rt_rbb_blk_t rt_rbb_blk_alloc(rt_rbb_t rbb, rt_size_t blk_size);
void rt_rbb_blk_put(rt_rbb_blk_t block);
rt_rbb_blk_t rt_rbb_blk_get(rt_rbb_t rbb);
rt_size_t rt_rbb_blk_size(rt_rbb_blk_t block);
rt_uint8_t *rt_rbb_blk_buf(rt_rbb_blk_t block);
void rt_rbb_blk_free(rt_rbb_t rbb, rt_rbb_blk_t block);
rt_size_t rt_rbb_blk_queue_get(rt_rbb_t rbb, rt_size_t queue_data_len,
                               rt_rbb_blk_queue_t blk_queue);
rt_size_t rt_rbb_blk_queue_len(rt_rbb_blk_queue_t blk_queue);
rt_uint8_t *rt_rbb_blk_queue_buf(rt_rbb_blk_queue_t blk_queue);
void rt_rbb_blk_queue_free(rt_rbb_t rbb, rt_rbb_blk_queue_t blk_queue);
rt_size_t rt_rbb_next_blk_queue_len(rt_rbb_t rbb);

#endif /* IPC_RINGBLK_BUF_H_ */
