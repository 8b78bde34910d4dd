/*
 * Reference interface of RT-Thread 5.2: the driver model.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_CORE_DRIVER_H_
#define DRIVERS_CORE_DRIVER_H_

#include <rtdef.h>

struct rt_bus;
struct filesystem_ops;

/** A driver. */
struct rt_driver
{
    struct rt_object parent;
    struct rt_bus *bus;
    rt_list_t node;                     /* in the bus's list */
    rt_uint32_t ref_count;
#ifdef RT_USING_DEVICE_OPS
    const struct rt_device_ops *dev_ops;
#else
    rt_err_t (*init)(rt_device_t dev);
    rt_err_t (*open)(rt_device_t dev, rt_uint16_t oflag);
    rt_err_t (*close)(rt_device_t dev);
    rt_ssize_t (*read)(rt_device_t dev, rt_off_t pos, void *buffer, rt_size_t size);
    rt_ssize_t (*write)(rt_device_t dev, rt_off_t pos, const void *buffer, rt_size_t size);
    rt_err_t (*control)(rt_device_t dev, int cmd, void *args);
#endif /* RT_USING_DEVICE_OPS */
    const struct filesystem_ops *fops;
    int (*probe)(struct rt_device *dev);
    int (*remove)(struct rt_device *dev);
    int (*shutdown)(struct rt_device *dev);
};

rt_err_t rt_driver_register(rt_driver_t drv);
rt_err_t rt_driver_unregister(rt_driver_t drv);

/** Register a driver on a bus when the system starts. */
#define RT_DRIVER_EXPORT(driver, bus_name, mode)                                \
    static int rt_##driver##_register(void)                                     \
    {                                                                           \
        driver.bus = rt_bus_find_by_name(#bus_name);                            \
        return rt_driver_register(&driver);                                     \
    }                                                                           \
    INIT_##mode##_EXPORT(rt_##driver##_register)

#endif /* DRIVERS_CORE_DRIVER_H_ */
