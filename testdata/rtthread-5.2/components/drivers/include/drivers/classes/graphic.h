/*
 * Reference interface of RT-Thread 5.2: graphic devices.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_CLASSES_GRAPHIC_H_
#define DRIVERS_CLASSES_GRAPHIC_H_

#include <rtdef.h>

/* Cursor of a character display. */
#define RT_DEVICE_CTRL_CURSOR_SET_POSITION  0x10
#define RT_DEVICE_CTRL_CURSOR_SET_TYPE      0x11

/* Commands of rt_device_control. */
#define RTGRAPHIC_CTRL_RECT_UPDATE          (RT_DEVICE_CTRL_BASE(Graphic) + 0)    /* redraw a rectangle */
#define RTGRAPHIC_CTRL_POWERON              (RT_DEVICE_CTRL_BASE(Graphic) + 1)
#define RTGRAPHIC_CTRL_POWEROFF             (RT_DEVICE_CTRL_BASE(Graphic) + 2)
#define RTGRAPHIC_CTRL_GET_INFO             (RT_DEVICE_CTRL_BASE(Graphic) + 3)    /* struct rt_device_graphic_info: get */
#define RTGRAPHIC_CTRL_SET_MODE             (RT_DEVICE_CTRL_BASE(Graphic) + 4)
#define RTGRAPHIC_CTRL_GET_EXT              (RT_DEVICE_CTRL_BASE(Graphic) + 5)
#define RTGRAPHIC_CTRL_SET_BRIGHTNESS       (RT_DEVICE_CTRL_BASE(Graphic) + 6)
#define RTGRAPHIC_CTRL_GET_BRIGHTNESS       (RT_DEVICE_CTRL_BASE(Graphic) + 7)
#define RTGRAPHIC_CTRL_GET_MODE             (RT_DEVICE_CTRL_BASE(Graphic) + 8)
#define RTGRAPHIC_CTRL_GET_STATUS           (RT_DEVICE_CTRL_BASE(Graphic) + 9)
#define RTGRAPHIC_CTRL_PAN_DISPLAY          (RT_DEVICE_CTRL_BASE(Graphic) + 10)
#define RTGRAPHIC_CTRL_WAIT_VSYNC           (RT_DEVICE_CTRL_BASE(Graphic) + 11)

/** The format of a pixel. */
enum
{
    RTGRAPHIC_PIXEL_FORMAT_MONO = 0,
    RTGRAPHIC_PIXEL_FORMAT_GRAY4,
    RTGRAPHIC_PIXEL_FORMAT_GRAY16,
    RTGRAPHIC_PIXEL_FORMAT_RGB332,
    RTGRAPHIC_PIXEL_FORMAT_RGB444,
    RTGRAPHIC_PIXEL_FORMAT_RGB565,
    RTGRAPHIC_PIXEL_FORMAT_RGB565P,
    RTGRAPHIC_PIXEL_FORMAT_BGR565 = RTGRAPHIC_PIXEL_FORMAT_RGB565P,
    RTGRAPHIC_PIXEL_FORMAT_RGB666,
    RTGRAPHIC_PIXEL_FORMAT_RGB888,
    RTGRAPHIC_PIXEL_FORMAT_BGR888,
    RTGRAPHIC_PIXEL_FORMAT_ARGB888,
    RTGRAPHIC_PIXEL_FORMAT_ABGR888,
    RTGRAPHIC_PIXEL_FORMAT_RESERVED
};

/** The position of a pixel as an argument of the drawing operations. */
#define RTGRAPHIC_PIXEL_POSITION(x, y)      ((char *)((x) | ((y) << 16)))

/** What a graphic device is like. */
struct rt_device_graphic_info
{
    rt_uint8_t pixel_format;            /* RTGRAPHIC_PIXEL_FORMAT_* */
    rt_uint8_t bits_per_pixel;
    rt_uint16_t pitch;                  /* bytes of a line */
    rt_uint16_t width;
    rt_uint16_t height;
    rt_uint8_t *framebuffer;
    rt_uint32_t smem_len;               /* of the framebuffer, in bytes */
};

/** A rectangle on the screen. */
struct rt_device_rect_info
{
    rt_uint16_t x;
    rt_uint16_t y;
    rt_uint16_t width;
    rt_uint16_t height;
};

/** The drawing operations of a graphic device. */
struct rt_device_graphic_ops
{
    void (*set_pixel)(const char *pixel, int x, int y);
    void (*get_pixel)(char *pixel, int x, int y);
    void (*draw_hline)(const char *pixel, int x1, int x2, int y);
    void (*draw_vline)(const char *pixel, int x, int y1, int y2);
    void (*blit_line)(const char *pixel, int x, int y, rt_size_t size);
};

/** The drawing operations of a device. */
#define rt_graphix_ops(device)              ((struct rt_device_graphic_ops *)((device)->user_data))

#endif /* DRIVERS_CLASSES_GRAPHIC_H_ */
