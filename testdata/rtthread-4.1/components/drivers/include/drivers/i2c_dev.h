/*
 * Reference interface of RT-Thread 4.1: I2C buses as devices.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_I2C_DEV_H_
#define DRIVERS_I2C_DEV_H_

#include <rtthread.h>

struct rt_i2c_bus_device;
struct rt_i2c_msg;

/* Commands of rt_device_control. */
#define RT_I2C_DEV_CTRL_10BIT           (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x01)    /* 10-bit addresses */
#define RT_I2C_DEV_CTRL_ADDR            (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x02)    /* rt_uint16_t: set the address */
#define RT_I2C_DEV_CTRL_TIMEOUT         (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x03)    /* rt_uint32_t: set the timeout */
#define RT_I2C_DEV_CTRL_RW              (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x04)    /* struct rt_i2c_priv_data: transfer */
#define RT_I2C_DEV_CTRL_CLK             (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x05)    /* rt_uint32_t: set the clock */

/** The messages of RT_I2C_DEV_CTRL_RW. */
struct rt_i2c_priv_data
{
    struct rt_i2c_msg *msgs;
    rt_size_t number;                   /* of messages */
};

rt_err_t rt_i2c_bus_device_device_init(struct rt_i2c_bus_device *bus, const char *name);

#endif /* DRIVERS_I2C_DEV_H_ */
