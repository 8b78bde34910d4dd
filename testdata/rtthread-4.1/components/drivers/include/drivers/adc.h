/*
 * Reference interface of RT-Thread 4.1: analog to digital converters.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_ADC_H_
#define DRIVERS_ADC_H_

#include <rtthread.h>

struct rt_adc_device;

/** What a driver implements. */
struct rt_adc_ops
{
    rt_err_t (*enabled)(struct rt_adc_device *device, rt_uint32_t channel, rt_bool_t enabled);
    rt_err_t (*convert)(struct rt_adc_device *device, rt_uint32_t channel, rt_uint32_t *value);
    rt_uint8_t (*get_resolution)(struct rt_adc_device *device);
    rt_int16_t (*get_vref)(struct rt_adc_device *device);
};

/** A converter. */
struct rt_adc_device
{
    struct rt_device parent;
    const struct rt_adc_ops *ops;
};
typedef struct rt_adc_device *rt_adc_device_t;

/** Commands of rt_device_control; those for a channel take its number as their argument. */
typedef enum
{
    RT_ADC_CMD_ENABLE = RT_DEVICE_CTRL_BASE(ADC) + 1,
    RT_ADC_CMD_DISABLE,
    RT_ADC_CMD_GET_RESOLUTION,
    RT_ADC_CMD_GET_VREF
} rt_adc_cmd_t;

rt_err_t rt_hw_adc_register(rt_adc_device_t adc, const char *name, const struct rt_adc_ops *ops,
                            const void *user_data);

/**
 * Read a channel.
 *
 * @return the raw value
 */
rt_uint32_t rt_adc_read(rt_adc_device_t dev, rt_uint32_t channel);

/**
 * Switch a channel on.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_adc_enable(rt_adc_device_t dev, rt_uint32_t channel);

/**
 * Switch a channel off.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_adc_disable(rt_adc_device_t dev, rt_uint32_t channel);

/** Read a channel in millivolts. */
rt_int16_t rt_adc_voltage(rt_adc_device_t dev, rt_uint32_t channel);

#endif /* DRIVERS_ADC_H_ */
