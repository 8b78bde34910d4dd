/*
 * Reference interface of RT-Thread 5.2: time of day.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef SYS_TIME_H_
#define SYS_TIME_H_

#include <rtconfig.h>
#include <sys/types.h>
#include <stdint.h>
#include <time.h>

#define DST_NONE    0       /* no daylight saving time */

/** A time zone. */
struct timezone
{
    int tz_minuteswest;                 /* of Greenwich */
    int tz_dsttime;                     /* DST_* */
};

/* The system's time zone. */

#ifdef RT_LIBC_USING_LIGHT_TZ_DST
void rt_tz_set(int32_t offset_sec);
int32_t rt_tz_get(void);
int8_t rt_tz_is_dst(void);
#endif /* RT_LIBC_USING_LIGHT_TZ_DST */

#if !defined(__x86_64__) && !defined(_TIMEVAL_DEFINED)
#define _TIMEVAL_DEFINED
/** Seconds and microseconds. */
struct timeval
{
    time_t tv_sec;
    suseconds_t tv_usec;
};
#endif

#undef CLOCKS_PER_SEC
#define CLOCKS_PER_SEC          RT_TICK_PER_SECOND

/* Units of time. */
#define MILLISECOND_PER_SECOND  1000UL
#define MICROSECOND_PER_SECOND  1000000UL
#define NANOSECOND_PER_SECOND   1000000000UL

#define MILLISECOND_PER_TICK    (MILLISECOND_PER_SECOND / RT_TICK_PER_SECOND)
#define MICROSECOND_PER_TICK    (MICROSECOND_PER_SECOND / RT_TICK_PER_SECOND)
#define NANOSECOND_PER_TICK     (NANOSECOND_PER_SECOND / RT_TICK_PER_SECOND)

int stime(const time_t *t);
time_t timegm(struct tm *const t);
int gettimeofday(struct timeval *tv, struct timezone *tz);
int settimeofday(const struct timeval *tv, const struct timezone *tz);

#endif /* SYS_TIME_H_ */
