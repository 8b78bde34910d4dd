/*
 * Reference interface of RT-Thread 5.2: serial ports.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_DEV_SERIAL_H_
#define DRIVERS_DEV_SERIAL_H_

#include <rtthread.h>
#include <ipc/completion.h>
#include <ipc/dataqueue.h>

/* Speeds. */
#define BAUD_RATE_2400          2400
#define BAUD_RATE_4800          4800
#define BAUD_RATE_9600          9600
#define BAUD_RATE_19200         19200
#define BAUD_RATE_38400         38400
#define BAUD_RATE_57600         57600
#define BAUD_RATE_115200        115200
#define BAUD_RATE_230400        230400
#define BAUD_RATE_460800        460800
#define BAUD_RATE_500000        500000
#define BAUD_RATE_576000        576000
#define BAUD_RATE_921600        921600
#define BAUD_RATE_1000000       1000000
#define BAUD_RATE_1152000       1152000
#define BAUD_RATE_1500000       1500000
#define BAUD_RATE_2000000       2000000
#define BAUD_RATE_2500000       2500000
#define BAUD_RATE_3000000       3000000
#define BAUD_RATE_3500000       3500000
#define BAUD_RATE_4000000       4000000

#define DATA_BITS_5             5
#define DATA_BITS_6             6
#define DATA_BITS_7             7
#define DATA_BITS_8             8
#define DATA_BITS_9             9

#define STOP_BITS_1             0
#define STOP_BITS_2             1
#define STOP_BITS_3             2
#define STOP_BITS_4             3

#define PARITY_NONE             0
#define PARITY_ODD              1
#define PARITY_EVEN             2

#define BIT_ORDER_LSB           0
#define BIT_ORDER_MSB           1

#define NRZ_NORMAL              0
#define NRZ_INVERTED            1

/* Size of the receive buffer. */
#ifndef RT_SERIAL_RB_BUFSZ
#define RT_SERIAL_RB_BUFSZ      64
#endif

/* What a driver reports to rt_hw_serial_isr. */
#define RT_SERIAL_EVENT_RX_IND      0x01    /* received */
#define RT_SERIAL_EVENT_TX_DONE     0x02    /* sent */
#define RT_SERIAL_EVENT_RX_DMADONE  0x03    /* received by DMA */
#define RT_SERIAL_EVENT_TX_DMADONE  0x04    /* sent by DMA */
#define RT_SERIAL_EVENT_RX_TIMEOUT  0x05    /* the line is idle */

#define RT_SERIAL_DMA_RX            0x01
#define RT_SERIAL_DMA_TX            0x02

#define RT_SERIAL_RX_INT            0x01
#define RT_SERIAL_TX_INT            0x02

#define RT_SERIAL_ERR_OVERRUN       0x01
#define RT_SERIAL_ERR_FRAMING       0x02
#define RT_SERIAL_ERR_PARITY        0x03

#define RT_SERIAL_TX_DATAQUEUE_SIZE 2048
#define RT_SERIAL_TX_DATAQUEUE_LWM  30

#define RT_SERIAL_FLOWCONTROL_NONE      0
#define RT_SERIAL_FLOWCONTROL_CTSRTS    1

/** Called when something has been received. */
typedef void (*rt_hw_serial_rxind_hookproto_t)(rt_device_t dev, rt_size_t size);
RT_OBJECT_HOOKLIST_DECLARE(rt_hw_serial_rxind_hookproto_t, rt_hw_serial_rxind)

/** The settings of a port; the argument of RT_DEVICE_CTRL_CONFIG. */
struct serial_configure
{
    rt_uint32_t baud_rate;
    rt_uint32_t data_bits:4;
    rt_uint32_t stop_bits:2;
    rt_uint32_t parity:2;
    rt_uint32_t bit_order:1;
    rt_uint32_t invert:1;
    rt_uint32_t bufsz:16;               /* of the receive buffer */
    rt_uint32_t flowcontrol:1;
    rt_uint32_t reserved:5;
};

/** 115200 baud, 8 data bits, no parity, 1 stop bit, no flow control. */
#define RT_SERIAL_CONFIG_DEFAULT                        \
    {                                                   \
        BAUD_RATE_115200,                               \
        DATA_BITS_8,                                    \
        STOP_BITS_1,                                    \
        PARITY_NONE,                                    \
        BIT_ORDER_LSB,                                  \
        NRZ_NORMAL,                                     \
        RT_SERIAL_RB_BUFSZ,                             \
        RT_SERIAL_FLOWCONTROL_NONE,                     \
        0                                               \
    }

/** Bytes received by interrupt. */
struct rt_serial_rx_fifo
{
    rt_uint8_t *buffer;
    rt_uint16_t put_index;
    rt_uint16_t get_index;
    rt_bool_t is_full;
};

/** Sending by interrupt. */
struct rt_serial_tx_fifo
{
    struct rt_completion completion;
};

/** Receiving by DMA. */
struct rt_serial_rx_dma
{
    rt_bool_t activated;
};

/** Sending by DMA. */
struct rt_serial_tx_dma
{
    rt_bool_t activated;
    struct rt_data_queue data_queue;
};

/** A port. */
struct rt_serial_device
{
    struct rt_device parent;
    const struct rt_uart_ops *ops;
    struct serial_configure config;
    void *serial_rx;                    /* depends on how it receives */
    void *serial_tx;                    /* depends on how it sends */
    struct rt_spinlock spinlock;
#ifdef RT_USING_SERIAL_BYPASS
    struct rt_serial_bypass *bypass;
#endif
    struct rt_device_notify rx_notify;
};
typedef struct rt_serial_device rt_serial_t;

/** What a driver implements. */
struct rt_uart_ops
{
    rt_err_t (*configure)(struct rt_serial_device *serial, struct serial_configure *cfg);
    rt_err_t (*control)(struct rt_serial_device *serial, int cmd, void *arg);
    int (*putc)(struct rt_serial_device *serial, char c);
    int (*getc)(struct rt_serial_device *serial);
    rt_ssize_t (*dma_transmit)(struct rt_serial_device *serial, rt_uint8_t *buf, rt_size_t size,
                               int direction);
};

/**
 * Tell a port what happened. Called by its driver.
 *
 * @param event RT_SERIAL_EVENT_*
 */
void rt_hw_serial_isr(struct rt_serial_device *serial, int event);

/**
 * Register a port.
 *
 * @param flag RT_DEVICE_FLAG_*
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_hw_serial_register(struct rt_serial_device *serial, const char *name, rt_uint32_t flag,
                               void *data);

rt_err_t rt_hw_serial_register_tty(struct rt_serial_device *serial);

#endif /* DRIVERS_DEV_SERIAL_H_ */
