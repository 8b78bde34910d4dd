/* Calendar time. */
#ifndef _TIME_H_
#define _TIME_H_

#include <_ansi.h>
#include <sys/cdefs.h>
#include <sys/reent.h>

#define __need_size_t
#define __need_NULL
#include <stddef.h>

#include <machine/time.h>
#ifndef _CLOCKS_PER_SEC_
#define _CLOCKS_PER_SEC_ 1000
#endif
#define CLOCKS_PER_SEC _CLOCKS_PER_SEC_
#define CLK_TCK CLOCKS_PER_SEC

#include <sys/types.h>
#include <sys/timespec.h>

struct tm {
    int tm_sec;
    int tm_min;
    int tm_hour;
    int tm_mday;
    int tm_mon;
    int tm_year;
    int tm_wday;
    int tm_yday;
    int tm_isdst;
};

clock_t clock(void);
double difftime(time_t, time_t);
time_t mktime(struct tm *);
time_t time(time_t *);
char *asctime(const struct tm *);
char *ctime(const time_t *);
struct tm *gmtime(const time_t *);
struct tm *localtime(const time_t *);
size_t strftime(char *, size_t, const char *, const struct tm *);
char *asctime_r(const struct tm *, char *);
char *ctime_r(const time_t *, char *);
struct tm *gmtime_r(const time_t *, struct tm *);
struct tm *localtime_r(const time_t *, struct tm *);
#if __XSI_VISIBLE
char *strptime(const char *, const char *, struct tm *);
#endif
#if __POSIX_VISIBLE
void tzset(void);
extern char *_tzname[2];
#define tzname _tzname
#endif
#if __SVID_VISIBLE || __XSI_VISIBLE
extern long _timezone;
extern int _daylight;
#endif

#define CLOCK_ENABLED 1
#define CLOCK_DISABLED 0
#define CLOCK_ALLOWED 1
#define CLOCK_DISALLOWED 0
#define TIMER_ABSTIME 4

/* The clocks RT-Thread's sys/time.h adds have other numbers only where none is defined here. */
#define CLOCK_REALTIME ((clockid_t)1)
#if __GNU_VISIBLE
#define CLOCK_REALTIME_COARSE ((clockid_t)0)
#define CLOCK_MONOTONIC_RAW ((clockid_t)5)
#define CLOCK_MONOTONIC_COARSE ((clockid_t)6)
#define CLOCK_BOOTTIME ((clockid_t)7)
#define CLOCK_REALTIME_ALARM ((clockid_t)8)
#define CLOCK_BOOTTIME_ALARM ((clockid_t)9)
#endif

#endif
