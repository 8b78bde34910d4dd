/*
 * Reference interface of RT-Thread 5.2: device drivers.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTDEVICE_H_
#define RTDEVICE_H_

#include <rtthread.h>
#include <rthw.h>

/* A driver needs the device framework; the helpers need the kernel objects they are made of. */
#ifdef RT_USING_DEVICE

#include <drivers/core/driver.h>
#include <drivers/core/bus.h>

#include <drivers/classes/block.h>
#include <drivers/classes/char.h>
#include <drivers/classes/graphic.h>
#include <drivers/classes/mtd.h>
#include <drivers/classes/net.h>

#include <ipc/ringbuffer.h>
#include <ipc/completion.h>
#include <ipc/dataqueue.h>
#ifdef RT_USING_SEMAPHORE
#include <ipc/workqueue.h>
#endif
#ifdef RT_USING_MUTEX
#include <ipc/condvar.h>
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
#include <drivers/dev_rtc.h>
#endif

#if defined(RT_USING_SPI) && defined(RT_USING_MUTEX)
#include <drivers/dev_spi.h>
#endif

#if defined(RT_USING_SERIAL) && !defined(RT_USING_SERIAL_V2)
#include <drivers/dev_serial.h>
#endif

#if defined(RT_USING_I2C) && defined(RT_USING_MUTEX)
#include <drivers/dev_i2c.h>
#ifdef RT_USING_I2C_BITOPS
#include <drivers/dev_i2c_bit_ops.h>
#endif
#endif

#ifdef RT_USING_WDT
#include <drivers/dev_watchdog.h>
#endif

#ifdef RT_USING_PIN
#include <drivers/dev_pin.h>
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
#include <drivers/dev_pwm.h>
#endif

#endif /* RT_USING_DEVICE */

#endif /* RTDEVICE_H_ */
