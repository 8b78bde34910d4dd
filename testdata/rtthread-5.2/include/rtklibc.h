/*
 * Reference interface of RT-Thread 5.2: the kernel's own C library subset.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTKLIBC_H_
#define RTKLIBC_H_

#include <rtconfig.h>
#include <rtdef.h>

#include <klibc/kstring.h>
#include <klibc/kstdio.h>
#include <klibc/kerrno.h>

#endif /* RTKLIBC_H_ */
