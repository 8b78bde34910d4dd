/*
 * Reference interface of RT-Thread 5.2: real time clocks.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_DEV_RTC_H_
#define DRIVERS_DEV_RTC_H_

#include <rtdef.h>
#include <sys/time.h>

/* Commands of rt_device_control. */
#define RT_DEVICE_CTRL_RTC_GET_TIME         (RT_DEVICE_CTRL_BASE(RTC) + 0x01)   /* time_t */
#define RT_DEVICE_CTRL_RTC_SET_TIME         (RT_DEVICE_CTRL_BASE(RTC) + 0x02)   /* time_t */
#define RT_DEVICE_CTRL_RTC_GET_TIMEVAL      (RT_DEVICE_CTRL_BASE(RTC) + 0x03)   /* struct timeval */
#define RT_DEVICE_CTRL_RTC_SET_TIMEVAL      (RT_DEVICE_CTRL_BASE(RTC) + 0x04)   /* struct timeval */
#define RT_DEVICE_CTRL_RTC_GET_ALARM        (RT_DEVICE_CTRL_BASE(RTC) + 0x05)   /* struct rt_rtc_wkalarm */
#define RT_DEVICE_CTRL_RTC_SET_ALARM        (RT_DEVICE_CTRL_BASE(RTC) + 0x06)   /* struct rt_rtc_wkalarm */
#define RT_DEVICE_CTRL_RTC_GET_TIMESPEC     (RT_DEVICE_CTRL_BASE(RTC) + 0x07)   /* struct timespec */
#define RT_DEVICE_CTRL_RTC_SET_TIMESPEC     (RT_DEVICE_CTRL_BASE(RTC) + 0x08)   /* struct timespec */
#define RT_DEVICE_CTRL_RTC_GET_TIMERES      (RT_DEVICE_CTRL_BASE(RTC) + 0x09)   /* struct timespec: resolution */

/** The time of an alarm. */
struct rt_rtc_wkalarm
{
    rt_bool_t enable;
    rt_int32_t tm_sec;
    rt_int32_t tm_min;
    rt_int32_t tm_hour;
    rt_int32_t tm_mday;
    rt_int32_t tm_mon;
    rt_int32_t tm_year;
};

/** What a driver implements. */
struct rt_rtc_ops
{
    rt_err_t (*init)(void);
    rt_err_t (*get_secs)(time_t *sec);
    rt_err_t (*set_secs)(time_t *sec);
    rt_err_t (*get_alarm)(struct rt_rtc_wkalarm *alarm);
    rt_err_t (*set_alarm)(struct rt_rtc_wkalarm *alarm);
    rt_err_t (*get_timeval)(struct timeval *tv);
    rt_err_t (*set_timeval)(struct timeval *tv);
};

/** A clock. */
struct rt_rtc_device
{
    struct rt_device parent;
    const struct rt_rtc_ops *ops;
};
typedef struct rt_rtc_device rt_rtc_dev_t;

rt_err_t rt_hw_rtc_register(rt_rtc_dev_t *rtc, const char *name, rt_uint32_t flag, void *data);

/**
 * Set the date of the real time clock.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t set_date(rt_uint32_t year, rt_uint32_t month, rt_uint32_t day);

/**
 * Set the time of the real time clock.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t set_time(rt_uint32_t hour, rt_uint32_t minute, rt_uint32_t second);

/**
 * Set the real time clock.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t set_timestamp(time_t timestamp);

/**
 * Read the real time clock.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t get_timestamp(time_t *timestamp);

#ifdef RT_USING_SYSTEM_WORKQUEUE
rt_err_t rt_soft_rtc_sync(void);
rt_err_t rt_soft_rtc_set_source(const char *name);
#endif /* RT_USING_SYSTEM_WORKQUEUE */

#endif /* DRIVERS_DEV_RTC_H_ */
