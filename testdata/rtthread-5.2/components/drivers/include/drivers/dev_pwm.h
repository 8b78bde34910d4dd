/*
 * Reference interface of RT-Thread 5.2: pulse width modulation.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_DEV_PWM_H_
#define DRIVERS_DEV_PWM_H_

#include <rtthread.h>

/* Commands of rt_device_control. */
#define PWM_CMD_ENABLE          (RT_DEVICE_CTRL_BASE(PWM) + 0)
#define PWM_CMD_DISABLE         (RT_DEVICE_CTRL_BASE(PWM) + 1)
#define PWM_CMD_SET             (RT_DEVICE_CTRL_BASE(PWM) + 2)
#define PWM_CMD_GET             (RT_DEVICE_CTRL_BASE(PWM) + 3)
#define PWMN_CMD_ENABLE         (RT_DEVICE_CTRL_BASE(PWM) + 4)      /* complementary output */
#define PWMN_CMD_DISABLE        (RT_DEVICE_CTRL_BASE(PWM) + 5)
#define PWM_CMD_SET_PERIOD      (RT_DEVICE_CTRL_BASE(PWM) + 6)
#define PWM_CMD_SET_PULSE       (RT_DEVICE_CTRL_BASE(PWM) + 7)
#define PWM_CMD_SET_DEAD_TIME   (RT_DEVICE_CTRL_BASE(PWM) + 8)
#define PWM_CMD_SET_PHASE       (RT_DEVICE_CTRL_BASE(PWM) + 9)
#define PWM_CMD_ENABLE_IRQ      (RT_DEVICE_CTRL_BASE(PWM) + 10)
#define PWM_CMD_DISABLE_IRQ     (RT_DEVICE_CTRL_BASE(PWM) + 11)

/** The settings of a channel; times in nanoseconds. */
struct rt_pwm_configuration
{
    rt_uint32_t channel;                /* from 0 */
    rt_uint32_t period;
    rt_uint32_t pulse;
    rt_uint32_t dead_time;
    rt_uint32_t phase;
    rt_bool_t complementary;            /* the complementary output */
};

struct rt_device_pwm;

/** What a driver implements. */
struct rt_pwm_ops
{
    rt_err_t (*control)(struct rt_device_pwm *device, int cmd, void *arg);
};

/** A generator. */
struct rt_device_pwm
{
    struct rt_device parent;
    const struct rt_pwm_ops *ops;
};

rt_err_t rt_device_pwm_register(struct rt_device_pwm *device, const char *name,
                                const struct rt_pwm_ops *ops, const void *user_data);

/**
 * Switch a channel on. A negative channel is the complementary output.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_pwm_enable(struct rt_device_pwm *device, int channel);

/**
 * Switch a channel off. A negative channel is the complementary output.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_pwm_disable(struct rt_device_pwm *device, int channel);

/**
 * Set a channel.
 *
 * @param period in nanoseconds
 * @param pulse in nanoseconds
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_pwm_set(struct rt_device_pwm *device, int channel, rt_uint32_t period,
                    rt_uint32_t pulse);

/** Set the period of a channel, in nanoseconds. */
rt_err_t rt_pwm_set_period(struct rt_device_pwm *device, int channel, rt_uint32_t period);

/** Set the pulse of a channel, in nanoseconds. */
rt_err_t rt_pwm_set_pulse(struct rt_device_pwm *device, int channel, rt_uint32_t pulse);

/** Set the dead time of a channel, in nanoseconds. */
rt_err_t rt_pwm_set_dead_time(struct rt_device_pwm *device, int channel, rt_uint32_t dead_time);

rt_err_t rt_pwm_set_phase(struct rt_device_pwm *device, int channel, rt_uint32_t phase);

#endif /* DRIVERS_DEV_PWM_H_ */
