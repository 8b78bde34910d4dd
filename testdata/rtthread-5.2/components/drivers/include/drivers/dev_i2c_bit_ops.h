/*
 * Reference interface of RT-Thread 5.2: I2C over pins.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_DEV_I2C_BIT_OPS_H_
#define DRIVERS_DEV_I2C_BIT_OPS_H_

#include <rtthread.h>
#include <drivers/dev_i2c.h>

/** What a driver implements: the two lines. */
struct rt_i2c_bit_ops
{
    void *data;
    void (*set_sda)(void *data, rt_int32_t state);
    void (*set_scl)(void *data, rt_int32_t state);
    rt_int32_t (*get_sda)(void *data);
    rt_int32_t (*get_scl)(void *data);
    void (*udelay)(rt_uint32_t us);
    rt_uint32_t delay_us;               /* half a clock */
    rt_uint32_t timeout;                /* of clock stretching, in ticks */
    void (*pin_init)(void);
    rt_bool_t i2c_pin_init_flag;
};

rt_err_t rt_i2c_bit_add_bus(struct rt_i2c_bus_device *bus, const char *bus_name);

#endif /* DRIVERS_DEV_I2C_BIT_OPS_H_ */
