/*
 * Reference interface of RT-Thread 5.2: buses of the driver model.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_CORE_BUS_H_
#define DRIVERS_CORE_BUS_H_

#include <rthw.h>
#include <rtdef.h>
#include <drivers/core/driver.h>

/** A bus: devices and the drivers that may serve them. */
struct rt_bus
{
    struct rt_object parent;
    const char *name;
    rt_list_t list;                     /* all buses */
    rt_list_t dev_list;                 /* its devices */
    rt_list_t drv_list;                 /* its drivers */
    struct rt_spinlock dev_lock;
    struct rt_spinlock drv_lock;
    rt_bool_t (*match)(rt_driver_t drv, rt_device_t dev);
    rt_err_t (*probe)(rt_device_t dev);
    rt_err_t (*remove)(rt_device_t dev);
    rt_err_t (*shutdown)(rt_device_t dev);
};
typedef struct rt_bus *rt_bus_t;

rt_err_t rt_bus_for_each_dev(rt_bus_t bus, void *data, int (*fn)(rt_device_t dev, void *data));
rt_err_t rt_bus_for_each_drv(rt_bus_t bus, void *data, int (*fn)(rt_driver_t drv, void *data));
rt_err_t rt_bus_add_driver(rt_bus_t bus, rt_driver_t drv);
rt_err_t rt_bus_add_device(rt_bus_t bus, rt_device_t dev);
rt_err_t rt_bus_remove_driver(rt_driver_t drv);
rt_err_t rt_bus_remove_device(rt_device_t dev);
rt_err_t rt_bus_shutdown(void);
rt_bus_t rt_bus_find_by_name(const char *name);
rt_err_t rt_bus_reload_driver_device(rt_bus_t new_bus, rt_device_t dev);
rt_err_t rt_bus_register(rt_bus_t bus);

#endif /* DRIVERS_CORE_BUS_H_ */
