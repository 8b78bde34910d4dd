/*
 * Reference interface of RT-Thread 4.1: hardware timers.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_HWTIMER_H_
#define DRIVERS_HWTIMER_H_

#include <rtthread.h>

/** Commands of rt_device_control. */
typedef enum
{
    HWTIMER_CTRL_FREQ_SET = RT_DEVICE_CTRL_BASE(Timer) + 1,
    HWTIMER_CTRL_STOP,
    HWTIMER_CTRL_INFO_GET,
    HWTIMER_CTRL_MODE_SET
} rt_hwtimer_ctrl_t;

/** Whether a timer fires once or again and again. */
typedef enum
{
    HWTIMER_MODE_ONESHOT = 1,
    HWTIMER_MODE_PERIOD
} rt_hwtimer_mode_t;

/** A time: read from a timer or written to start it. */
struct rt_hwtimerval
{
    rt_int32_t sec;                     /* seconds */
    rt_int32_t usec;                    /* and microseconds */
};
typedef struct rt_hwtimerval rt_hwtimerval_t;

/* Counting direction. */
#define HWTIMER_CNTMODE_UP      0x01
#define HWTIMER_CNTMODE_DW      0x02

struct rt_hwtimer_device;

/** What a driver implements. */
struct rt_hwtimer_ops
{
    void (*init)(struct rt_hwtimer_device *timer, rt_uint32_t state);
    rt_err_t (*start)(struct rt_hwtimer_device *timer, rt_uint32_t cnt, rt_hwtimer_mode_t mode);
    void (*stop)(struct rt_hwtimer_device *timer);
    rt_uint32_t (*count_get)(struct rt_hwtimer_device *timer);
    rt_err_t (*control)(struct rt_hwtimer_device *timer, rt_uint32_t cmd, void *args);
};

/** What the hardware can do. */
struct rt_hwtimer_info
{
    rt_int32_t maxfreq;                 /* highest frequency */
    rt_int32_t minfreq;                 /* lowest frequency */
    rt_uint32_t maxcnt;                 /* greatest count */
    rt_uint8_t cntmode;                 /* HWTIMER_CNTMODE_UP or HWTIMER_CNTMODE_DW */
};

/** A timer. */
struct rt_hwtimer_device
{
    struct rt_device parent;
    const struct rt_hwtimer_ops *ops;
    const struct rt_hwtimer_info *info;
    rt_int32_t freq;
    rt_int32_t overflow;                /* how often the interval has passed */
    float period_sec;                   /* the interval */
    rt_int32_t cycles;                  /* how often the counter runs in an interval */
    rt_int32_t reload;                  /* what is left of them */
    rt_hwtimer_mode_t mode;
};
typedef struct rt_hwtimer_device rt_hwtimer_t;

rt_err_t rt_device_hwtimer_register(rt_hwtimer_t *timer, const char *name, void *user_data);
void rt_device_hwtimer_isr(rt_hwtimer_t *timer);

#endif /* DRIVERS_HWTIMER_H_ */
