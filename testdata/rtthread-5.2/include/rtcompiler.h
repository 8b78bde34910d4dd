/*
 * Reference interface of RT-Thread 5.2: compiler abstraction.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTCOMPILER_H_
#define RTCOMPILER_H_

#include <rtconfig.h>

#define __RT_STRINGIFY(x...)    #x
#define RT_STRINGIFY(x...)      __RT_STRINGIFY(x)

/* GNU C spelling; every supported compiler of the reference target understands it. */
#define rt_section(x)           __attribute__((section(x)))
#define rt_used                 __attribute__((used))
#define rt_align(n)             __attribute__((aligned(n)))
#define rt_weak                 __attribute__((weak))
#define rt_typeof               __typeof__
#define rt_packed(declare)      declare __attribute__((packed))
#define rt_noreturn             __attribute__((noreturn))
#define rt_inline               static __inline
#define rt_always_inline        static inline __attribute__((always_inline))

#endif /* RTCOMPILER_H_ */
