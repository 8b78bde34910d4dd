/*
 * Reference interface of RT-Thread 5.2: SPI buses.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef DRIVERS_DEV_SPI_H_
#define DRIVERS_DEV_SPI_H_

#include <stdlib.h>
#include <rtthread.h>
#include <drivers/dev_pin.h>

/* Modes of a device. */
#define RT_SPI_CPHA             (1 << 0)                        /* sampled at the second edge */
#define RT_SPI_CPOL             (1 << 1)                        /* the clock rests high */
#define RT_SPI_LSB              (0 << 2)                        /* lowest bit first */
#define RT_SPI_MSB              (1 << 2)                        /* highest bit first */
#define RT_SPI_MASTER           (0 << 3)
#define RT_SPI_SLAVE            (1 << 3)
#define RT_SPI_CS_HIGH          (1 << 4)                        /* selected by a high level */
#define RT_SPI_NO_CS            (1 << 5)                        /* not selected by the bus */
#define RT_SPI_3WIRE            (1 << 6)                        /* one line for both directions */
#define RT_SPI_READY            (1 << 7)                        /* the device may hold the bus up */

#define RT_SPI_MODE_MASK        (RT_SPI_CPHA | RT_SPI_CPOL | RT_SPI_MSB | RT_SPI_SLAVE | \
                                 RT_SPI_CS_HIGH | RT_SPI_NO_CS | RT_SPI_3WIRE | RT_SPI_READY)

#define RT_SPI_MODE_0           (0 | 0)
#define RT_SPI_MODE_1           (0 | RT_SPI_CPHA)
#define RT_SPI_MODE_2           (RT_SPI_CPOL | 0)
#define RT_SPI_MODE_3           (RT_SPI_CPOL | RT_SPI_CPHA)

/* Modes of a bus. */
#define RT_SPI_BUS_MODE_SPI     (1 << 0)
#define RT_SPI_BUS_MODE_QSPI    (1 << 1)

/** The most devices that a bus selects by pins of its own. */
#define RT_SPI_CS_CNT_MAX       16

/** A part of a transfer. */
struct rt_spi_message
{
    const void *send_buf;               /* may be RT_NULL */
    void *recv_buf;                     /* may be RT_NULL */
    rt_size_t length;                   /* in bytes */
    struct rt_spi_message *next;
    unsigned int cs_take:1;             /* select before */
    unsigned int cs_release:1;          /* deselect after */
};

/** The settings of a device. */
struct rt_spi_configuration
{
    rt_uint8_t mode;                    /* RT_SPI_MODE_0 and so on */
    rt_uint8_t data_width;              /* bits of a word */
    rt_uint16_t reserved;
    rt_uint32_t max_hz;                 /* highest clock */
};

struct rt_spi_ops;
struct rt_spi_device;

/** A bus. */
struct rt_spi_bus
{
    struct rt_device parent;
    rt_uint8_t mode;                    /* RT_SPI_BUS_MODE_* */
    const struct rt_spi_ops *ops;
    struct rt_mutex lock;
    struct rt_spi_device *owner;        /* the device it is configured for */
};

/** What a driver implements. */
struct rt_spi_ops
{
    rt_err_t (*configure)(struct rt_spi_device *device, struct rt_spi_configuration *configuration);
    rt_ssize_t (*xfer)(struct rt_spi_device *device, struct rt_spi_message *message);
};

/** A device on a bus. */
struct rt_spi_device
{
    struct rt_device parent;
    struct rt_spi_bus *bus;
    struct rt_spi_configuration config;
    rt_base_t cs_pin;                   /* selects it; PIN_NONE: the driver does */
    void *user_data;
};

/** A transfer with an instruction and an address, over up to four lines. */
struct rt_qspi_message
{
    struct rt_spi_message parent;
    struct
    {
        rt_uint8_t content;
        rt_uint8_t qspi_lines;
    } instruction;
    struct
    {
        rt_uint32_t content;
        rt_uint8_t size;
        rt_uint8_t qspi_lines;
    } address, alternate_bytes;
    rt_uint32_t dummy_cycles;
    rt_uint8_t qspi_data_lines;
};

/** The settings of a device on several lines. */
struct rt_qspi_configuration
{
    struct rt_spi_configuration parent;
    rt_uint32_t medium_size;            /* of the memory, in bytes */
    rt_uint8_t ddr_mode;                /* two words per clock */
    rt_uint8_t qspi_dl_width;           /* data lines */
};

/** A device on several lines. */
struct rt_qspi_device
{
    struct rt_spi_device parent;
    struct rt_qspi_configuration config;
    void (*enter_qspi_mode)(struct rt_qspi_device *device);
    void (*exit_qspi_mode)(struct rt_qspi_device *device);
};

/** The SPI device at the head of a driver's own record. */
#define SPI_DEVICE(dev)         ((struct rt_spi_device *)(dev))

/**
 * Register a bus.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_bus_register(struct rt_spi_bus *bus, const char *name,
                             const struct rt_spi_ops *ops);

/**
 * Attach a device to a bus and register it.
 *
 * @param device storage the caller supplies
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_bus_attach_device(struct rt_spi_device *device, const char *name,
                                  const char *bus_name, void *user_data);

/**
 * Attach a device that a pin selects to a bus and register it.
 *
 * @param device storage the caller supplies
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_bus_attach_device_cspin(struct rt_spi_device *device, const char *name,
                                        const char *bus_name, rt_base_t cs_pin, void *user_data);

/**
 * Apply the settings of a device to its bus.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_bus_configure(struct rt_spi_device *device);

/**
 * Reserve the bus of a device.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_take_bus(struct rt_spi_device *device);

/**
 * Give the bus of a device back.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_release_bus(struct rt_spi_device *device);

/**
 * Select a device.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_take(struct rt_spi_device *device);

/**
 * Deselect a device.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_release(struct rt_spi_device *device);

/**
 * Set the mode and the speed of a device.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_configure(struct rt_spi_device *device, struct rt_spi_configuration *cfg);

/**
 * Send, then receive, with the device selected throughout.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_send_then_recv(struct rt_spi_device *device, const void *send_buf,
                               rt_size_t send_length, void *recv_buf, rt_size_t recv_length);

/**
 * Send two buffers with the device selected throughout.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_send_then_send(struct rt_spi_device *device, const void *send_buf1,
                               rt_size_t send_length1, const void *send_buf2,
                               rt_size_t send_length2);

/**
 * Send and receive at the same time.
 *
 * @param send_buf may be RT_NULL
 * @param recv_buf may be RT_NULL
 * @param length in bytes
 * @return the bytes transferred, or a negative error code
 */
rt_ssize_t rt_spi_transfer(struct rt_spi_device *device, const void *send_buf, void *recv_buf,
                           rt_size_t length);

/**
 * Send a byte, then receive one.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_sendrecv8(struct rt_spi_device *device, rt_uint8_t senddata, rt_uint8_t *recvdata);

/**
 * Send two bytes, then receive two.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_spi_sendrecv16(struct rt_spi_device *device, rt_uint16_t senddata,
                           rt_uint16_t *recvdata);

/**
 * Transfer a list of messages.
 *
 * @return RT_NULL, or the message that failed
 */
struct rt_spi_message *rt_spi_transfer_message(struct rt_spi_device *device,
                                               struct rt_spi_message *message);

/** Receive length bytes. */
rt_inline rt_size_t rt_spi_recv(struct rt_spi_device *device, void *recv_buf, rt_size_t length)
{
    return rt_spi_transfer(device, RT_NULL, recv_buf, length);
}

/** Send length bytes. */
rt_inline rt_size_t rt_spi_send(struct rt_spi_device *device, const void *send_buf, rt_size_t length)
{
    return rt_spi_transfer(device, send_buf, RT_NULL, length);
}

/** Append a message to a list of messages. */
rt_inline void rt_spi_message_append(struct rt_spi_message *list, struct rt_spi_message *message)
{
    if (list == RT_NULL || message == RT_NULL)
        return;
    while (list->next != RT_NULL)
        list = list->next;
    list->next = message;
    message->next = RT_NULL;
}

/* Several lines. */

rt_err_t rt_qspi_configure(struct rt_qspi_device *device, struct rt_qspi_configuration *cfg);
rt_err_t rt_qspi_bus_register(struct rt_spi_bus *bus, const char *name,
                              const struct rt_spi_ops *ops);
rt_size_t rt_qspi_transfer_message(struct rt_qspi_device *device, struct rt_qspi_message *message);
rt_err_t rt_qspi_send_then_recv(struct rt_qspi_device *device, const void *send_buf,
                                rt_size_t send_length, void *recv_buf, rt_size_t recv_length);
rt_err_t rt_qspi_send(struct rt_qspi_device *device, const void *send_buf, rt_size_t length);

#endif /* DRIVERS_DEV_SPI_H_ */
