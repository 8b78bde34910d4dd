/*
 * Reference interface of RT-Thread 4.1: the rate of clock().
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef MACHINE_TIME_H_
#define MACHINE_TIME_H_

#include <rtconfig.h>

#define _CLOCKS_PER_SEC_        RT_TICK_PER_SECOND

#endif /* MACHINE_TIME_H_ */
