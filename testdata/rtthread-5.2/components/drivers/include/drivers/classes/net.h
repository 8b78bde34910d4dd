/*
 * Reference interface of RT-Thread 5.2: network interfaces.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_CLASSES_NET_H_
#define DRIVERS_CLASSES_NET_H_

#include <rtdef.h>

/* Commands of rt_device_control. */
#define RT_DEVICE_CTRL_NETIF_GETMAC     (RT_DEVICE_CTRL_BASE(NetIf) + 1)    /* get the MAC address */

#endif /* DRIVERS_CLASSES_NET_H_ */
