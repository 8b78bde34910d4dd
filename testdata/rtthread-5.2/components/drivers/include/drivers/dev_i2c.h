/*
 * Reference interface of RT-Thread 5.2: I2C buses.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_DEV_I2C_H_
#define DRIVERS_DEV_I2C_H_

#include <rtthread.h>

/* Flags of a message. */
#define RT_I2C_WR               0x0000
#define RT_I2C_RD               (1u << 0)
#define RT_I2C_ADDR_10BIT       (1u << 2)
#define RT_I2C_NO_START         (1u << 4)
#define RT_I2C_IGNORE_NACK      (1u << 5)
#define RT_I2C_NO_READ_ACK      (1u << 6)
#define RT_I2C_NO_STOP          (1u << 7)

/* Commands of rt_device_control. */
#define RT_I2C_DEV_CTRL_10BIT           (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x01)    /* 10-bit addresses */
#define RT_I2C_DEV_CTRL_ADDR            (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x02)    /* rt_uint16_t: set the address */
#define RT_I2C_DEV_CTRL_TIMEOUT         (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x03)    /* rt_uint32_t: set the timeout */
#define RT_I2C_DEV_CTRL_RW              (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x04)    /* struct rt_i2c_priv_data: transfer */
#define RT_I2C_DEV_CTRL_CLK             (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x05)    /* rt_uint32_t: set the clock */
#define RT_I2C_DEV_CTRL_UNLOCK          (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x06)    /* free a stuck bus */
#define RT_I2C_DEV_CTRL_GET_STATE       (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x07)
#define RT_I2C_DEV_CTRL_GET_MODE        (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x08)
#define RT_I2C_DEV_CTRL_GET_ERROR       (RT_DEVICE_CTRL_BASE(I2CBUS) + 0x09)

/** A part of a transfer. */
struct rt_i2c_msg
{
    rt_uint16_t addr;
    rt_uint16_t flags;                  /* RT_I2C_WR, RT_I2C_RD and so on */
    rt_uint16_t len;                    /* of buf, in bytes */
    rt_uint8_t *buf;
};

/** The messages of RT_I2C_DEV_CTRL_RW. */
struct rt_i2c_priv_data
{
    struct rt_i2c_msg *msgs;
    rt_size_t number;                   /* of messages */
};

struct rt_i2c_bus_device;

/** What a driver implements. */
struct rt_i2c_bus_device_ops
{
    rt_ssize_t (*master_xfer)(struct rt_i2c_bus_device *bus, struct rt_i2c_msg *msgs,
                              rt_uint32_t num);
    rt_ssize_t (*slave_xfer)(struct rt_i2c_bus_device *bus, struct rt_i2c_msg *msgs,
                             rt_uint32_t num);
    rt_err_t (*i2c_bus_control)(struct rt_i2c_bus_device *bus, int cmd, void *arg);
};

/** A bus. */
struct rt_i2c_bus_device
{
    struct rt_device parent;
    const struct rt_i2c_bus_device_ops *ops;
    rt_uint16_t flags;
    struct rt_mutex lock;
    rt_uint32_t timeout;                /* of a transfer, in ticks */
    rt_uint32_t retries;
    void *priv;
};

/** A device on a bus. */
struct rt_i2c_client
{
    struct rt_i2c_bus_device *bus;
    rt_uint16_t client_addr;
};

rt_err_t rt_i2c_bus_device_device_init(struct rt_i2c_bus_device *bus, const char *name);
rt_err_t rt_i2c_bus_device_register(struct rt_i2c_bus_device *bus, const char *bus_name);

/**
 * Find a bus by name.
 *
 * @return the bus, or RT_NULL if there is none
 */
struct rt_i2c_bus_device *rt_i2c_bus_device_find(const char *bus_name);

/**
 * Transfer messages.
 *
 * @param num how many messages
 * @return how many were transferred, or a negative error code
 */
rt_ssize_t rt_i2c_transfer(struct rt_i2c_bus_device *bus, struct rt_i2c_msg *msgs, rt_uint32_t num);

/**
 * Send a command to the driver of a bus.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_i2c_control(struct rt_i2c_bus_device *bus, int cmd, void *args);

/**
 * Write to a device on a bus.
 *
 * @param count how many bytes
 * @return the bytes written, or a negative error code
 */
rt_ssize_t rt_i2c_master_send(struct rt_i2c_bus_device *bus, rt_uint16_t addr, rt_uint16_t flags,
                              const rt_uint8_t *buf, rt_uint32_t count);

/**
 * Read from a device on a bus.
 *
 * @param count how many bytes
 * @return the bytes read, or a negative error code
 */
rt_ssize_t rt_i2c_master_recv(struct rt_i2c_bus_device *bus, rt_uint16_t addr, rt_uint16_t flags,
                              rt_uint8_t *buf, rt_uint32_t count);

/** Reserve a bus. */
rt_inline rt_err_t rt_i2c_bus_lock(struct rt_i2c_bus_device *bus, rt_tick_t timeout)
{
    return rt_mutex_take(&bus->lock, (rt_int32_t)timeout);
}

/** Give a reserved bus back. */
rt_inline rt_err_t rt_i2c_bus_unlock(struct rt_i2c_bus_device *bus)
{
    return rt_mutex_release(&bus->lock);
}

#endif /* DRIVERS_DEV_I2C_H_ */
