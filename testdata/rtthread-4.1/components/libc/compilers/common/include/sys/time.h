/*
 * Reference interface of RT-Thread 4.1: time of day.
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

/* Kinds of daylight saving time. */
#define DST_NONE    0
#define DST_USA     1
#define DST_AUST    2       /* Australia */
#define DST_WET     3       /* western Europe */
#define DST_MET     4       /* middle Europe */
#define DST_EET     5       /* eastern Europe */
#define DST_CAN     6       /* Canada */
#define DST_GB      7       /* Great Britain */
#define DST_RUM     8       /* Romania */
#define DST_TUR     9       /* Turkey */
#define DST_AUSTALT 10      /* Australia, with the shift of 1986 */

/** A time zone. */
struct timezone
{
    int tz_minuteswest;                 /* of Greenwich */
    int tz_dsttime;                     /* DST_* */
};

#ifndef _TIMEVAL_DEFINED
#define _TIMEVAL_DEFINED
/** Seconds and microseconds. */
struct timeval
{
    time_t tv_sec;
    suseconds_t tv_usec;
};
#endif

int stime(const time_t *t);
time_t timegm(struct tm *const t);
int gettimeofday(struct timeval *tv, struct timezone *tz);
int settimeofday(const struct timeval *tv, const struct timezone *tz);
void tz_set(int8_t tz);
int8_t tz_get(void);
int8_t tz_is_dst(void);

#endif /* SYS_TIME_H_ */
