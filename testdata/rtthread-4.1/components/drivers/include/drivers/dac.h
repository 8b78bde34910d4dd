/*
 * Reference interface of RT-Thread 4.1: digital to analog converters.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_DAC_H_
#define DRIVERS_DAC_H_

#include <rtthread.h>

struct rt_dac_device;

/** What a driver implements. */
struct rt_dac_ops
{
    rt_err_t (*disabled)(struct rt_dac_device *device, rt_uint32_t channel);
    rt_err_t (*enabled)(struct rt_dac_device *device, rt_uint32_t channel);
    rt_err_t (*convert)(struct rt_dac_device *device, rt_uint32_t channel, rt_uint32_t *value);
    rt_uint8_t (*get_resolution)(struct rt_dac_device *device);
};

/** A converter. */
struct rt_dac_device
{
    struct rt_device parent;
    const struct rt_dac_ops *ops;
};
typedef struct rt_dac_device *rt_dac_device_t;

/** Commands of rt_device_control; those for a channel take its number as their argument. */
typedef enum
{
    RT_DAC_CMD_ENABLE = RT_DEVICE_CTRL_BASE(DAC) + 0,
    RT_DAC_CMD_DISABLE,
    RT_DAC_CMD_GET_RESOLUTION
} rt_dac_cmd_t;

rt_err_t rt_hw_dac_register(rt_dac_device_t dac, const char *name, const struct rt_dac_ops *ops,
                            const void *user_data);

/**
 * Write a channel.
 *
 * @param value the raw value
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_dac_write(rt_dac_device_t dev, rt_uint32_t channel, rt_uint32_t value);

/**
 * Switch a channel on.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_dac_enable(rt_dac_device_t dev, rt_uint32_t channel);

/**
 * Switch a channel off.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_dac_disable(rt_dac_device_t dev, rt_uint32_t channel);

#endif /* DRIVERS_DAC_H_ */
