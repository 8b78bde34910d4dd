/*
 * Reference interface of RT-Thread 5.2: character devices.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_CLASSES_CHAR_H_
#define DRIVERS_CLASSES_CHAR_H_

#include <rtdef.h>

/* Commands of rt_device_control. */
#define RT_DEVICE_CTRL_CHAR_STREAM      (RT_DEVICE_CTRL_BASE(Char) + 1)     /* set stream mode */

#endif /* DRIVERS_CLASSES_CHAR_H_ */
