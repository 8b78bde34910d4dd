/*
 * Reference interface of RT-Thread 4.1: device drivers.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTDEVICE_H_
#define RTDEVICE_H_

#include <rtthread.h>

/* A driver needs the device framework; the helpers need the kernel objects they are made of. */
#ifdef RT_USING_DEVICE

#include <ipc/ringbuffer.h>
#include <ipc/completion.h>
#include <ipc/dataqueue.h>
#ifdef RT_USING_SEMAPHORE
#include <ipc/workqueue.h>
#endif
#include <ipc/waitqueue.h>
#ifdef RT_USING_MUTEX
#include <ipc/pipe.h>
#endif
#include <ipc/poll.h>
#include <ipc/ringblk_buf.h>

/** The device at the head of a driver's own record. */
#define RT_DEVICE(device)   ((rt_device_t)(device))

#ifdef RT_USING_RTC
#include <drivers/rtc.h>
#endif

#if defined(RT_USING_SPI) && defined(RT_USING_MUTEX)
#include <drivers/spi.h>
#endif

#if defined(RT_USING_SERIAL) && !defined(RT_USING_SERIAL_V2)
#include <drivers/serial.h>
#endif

#if defined(RT_USING_I2C) && defined(RT_USING_MUTEX)
#include <drivers/i2c.h>
#include <drivers/i2c_dev.h>
#ifdef RT_USING_I2C_BITOPS
#include <drivers/i2c-bit-ops.h>
#endif
#endif

#ifdef RT_USING_WDT
#include <drivers/watchdog.h>
#endif

#ifdef RT_USING_PIN
#include <drivers/pin.h>
#endif

#ifdef RT_USING_HWTIMER
#include <drivers/hwtimer.h>
#endif

#ifdef RT_USING_ADC
#include <drivers/adc.h>
#endif

#ifdef RT_USING_DAC
#include <drivers/dac.h>
#endif

#ifdef RT_USING_PWM
#include <drivers/rt_drv_pwm.h>
#endif

#endif /* RT_USING_DEVICE */

#endif /* RTDEVICE_H_ */
