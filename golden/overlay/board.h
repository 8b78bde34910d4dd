/* What the BSP of this board adds to RT-Thread. */
#ifndef BOARD_H__
#define BOARD_H__

#include <rtthread.h>

/**
 * This function switches an LED.
 *
 * @param led is the number of the LED, from 0.
 * @param on is RT_TRUE to switch it on.
 *
 * @return RT_EOK, or -RT_EINVAL when the board has no such LED.
 */
rt_err_t board_led_set(rt_uint8_t led, rt_bool_t on);

/* The event set of the buttons, which the board makes when it starts. */
rt_event_t board_buttons(void);

#endif
