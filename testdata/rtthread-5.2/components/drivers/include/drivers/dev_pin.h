/*
 * Reference interface of RT-Thread 5.2: pins.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_DEV_PIN_H_
#define DRIVERS_DEV_PIN_H_

#include <rtthread.h>

/** The device that has all pins. */
struct rt_device_pin
{
    struct rt_device parent;
    const struct rt_pin_ops *ops;
};

#define PIN_NONE                    (-RT_EEMPTY)    /* no pin */

#define PIN_LOW                     0x00
#define PIN_HIGH                    0x01

/* Modes. */
#define PIN_MODE_OUTPUT             0x00
#define PIN_MODE_INPUT              0x01
#define PIN_MODE_INPUT_PULLUP       0x02
#define PIN_MODE_INPUT_PULLDOWN     0x03
#define PIN_MODE_OUTPUT_OD          0x04    /* open drain */

/* When a pin interrupts. */
#define PIN_IRQ_MODE_RISING         0x00
#define PIN_IRQ_MODE_FALLING        0x01
#define PIN_IRQ_MODE_RISING_FALLING 0x02
#define PIN_IRQ_MODE_HIGH_LEVEL     0x03
#define PIN_IRQ_MODE_LOW_LEVEL      0x04

#define PIN_IRQ_DISABLE             0x00
#define PIN_IRQ_ENABLE              0x01

#define PIN_IRQ_PIN_NONE            PIN_NONE    /* no interrupt */

/** The mode of a pin, as it is written to the device. */
struct rt_device_pin_mode
{
    rt_base_t pin;
    rt_uint8_t mode;                    /* PIN_MODE_* */
};

/** The level of a pin, as it is read from and written to the device. */
struct rt_device_pin_value
{
    rt_base_t pin;
    rt_uint8_t value;                   /* PIN_LOW or PIN_HIGH */
};

/** The interrupt handler of a pin. */
struct rt_pin_irq_hdr
{
    rt_base_t pin;
    rt_uint8_t mode;                    /* PIN_IRQ_MODE_* */
    void (*hdr)(void *args);
    void *args;
};

/** What a driver implements. */
struct rt_pin_ops
{
    void (*pin_mode)(struct rt_device *device, rt_base_t pin, rt_uint8_t mode);
    void (*pin_write)(struct rt_device *device, rt_base_t pin, rt_uint8_t value);
    rt_ssize_t (*pin_read)(struct rt_device *device, rt_base_t pin);
    rt_err_t (*pin_attach_irq)(struct rt_device *device, rt_base_t pin, rt_uint8_t mode,
                               void (*hdr)(void *), void *args);
    rt_err_t (*pin_detach_irq)(struct rt_device *device, rt_base_t pin);
    rt_err_t (*pin_irq_enable)(struct rt_device *device, rt_base_t pin, rt_uint8_t enabled);
    rt_base_t (*pin_get)(const char *name);
    rt_err_t (*pin_debounce)(struct rt_device *device, rt_base_t pin, rt_uint32_t debounce);
};

int rt_device_pin_register(const char *name, const struct rt_pin_ops *ops, void *user_data);

/**
 * Set the mode of a pin.
 *
 * @param mode PIN_MODE_*
 */
void rt_pin_mode(rt_base_t pin, rt_uint8_t mode);

/**
 * Set the level of a pin.
 *
 * @param value PIN_LOW or PIN_HIGH
 */
void rt_pin_write(rt_base_t pin, rt_ssize_t value);

/** The level of a pin: PIN_LOW or PIN_HIGH. */
rt_ssize_t rt_pin_read(rt_base_t pin);

/** The number of a pin by its name, such as "PA.1"; negative if there is none. */
rt_base_t rt_pin_get(const char *name);

/**
 * Set the interrupt handler of a pin. rt_pin_irq_enable switches it on.
 *
 * @param mode PIN_IRQ_MODE_*
 * @param hdr called with args in the interrupt
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_pin_attach_irq(rt_base_t pin, rt_uint8_t mode, void (*hdr)(void *args), void *args);

/**
 * Remove the interrupt handler of a pin.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_pin_detach_irq(rt_base_t pin);

/**
 * Switch the interrupt of a pin on or off.
 *
 * @param enabled PIN_IRQ_ENABLE or PIN_IRQ_DISABLE
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_pin_irq_enable(rt_base_t pin, rt_uint8_t enabled);

/**
 * Set how long a pin must keep its level before it counts.
 *
 * @param debounce the time; its unit is the driver's
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_pin_debounce(rt_base_t pin, rt_uint32_t debounce);

#endif /* DRIVERS_DEV_PIN_H_ */
