/*
 * Reference interface of RT-Thread 5.2: memory technology devices.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_CLASSES_MTD_H_
#define DRIVERS_CLASSES_MTD_H_

#include <rtdef.h>

/* Commands of rt_device_control. */
#define RT_DEVICE_CTRL_MTD_FORMAT       (RT_DEVICE_CTRL_BASE(MTD) + 1)      /* format */

#endif /* DRIVERS_CLASSES_MTD_H_ */
