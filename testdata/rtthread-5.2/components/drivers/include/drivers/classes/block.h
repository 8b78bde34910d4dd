/*
 * Reference interface of RT-Thread 5.2: block devices.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_CLASSES_BLOCK_H_
#define DRIVERS_CLASSES_BLOCK_H_

#include <rtdef.h>

/* Commands of rt_device_control. */
#define RT_DEVICE_CTRL_BLK_GETGEOME     (RT_DEVICE_CTRL_BASE(Block) + 1)    /* struct rt_device_blk_geometry: get */
#define RT_DEVICE_CTRL_BLK_SYNC         (RT_DEVICE_CTRL_BASE(Block) + 2)    /* write what is cached */
#define RT_DEVICE_CTRL_BLK_ERASE        (RT_DEVICE_CTRL_BASE(Block) + 3)    /* struct rt_device_blk_sectors: erase */
#define RT_DEVICE_CTRL_BLK_AUTOREFRESH  (RT_DEVICE_CTRL_BASE(Block) + 4)    /* refresh by itself, or not */
#define RT_DEVICE_CTRL_BLK_PARTITION    (RT_DEVICE_CTRL_BASE(Block) + 5)    /* get the partition */

/** The shape of a block device. */
struct rt_device_blk_geometry
{
    rt_uint64_t sector_count;
    rt_uint32_t bytes_per_sector;
    rt_uint32_t block_size;             /* unit of erasing, in bytes */
};

/** A range of sectors. */
struct rt_device_blk_sectors
{
    rt_uint64_t sector_begin;           /* the first */
    rt_uint64_t sector_end;             /* the last */
};

#endif /* DRIVERS_CLASSES_BLOCK_H_ */
