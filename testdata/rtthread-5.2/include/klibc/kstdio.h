/*
 * Reference interface of RT-Thread 5.2: formatted output and input.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef KLIBC_KSTDIO_H_
#define KLIBC_KSTDIO_H_

#include <rttypes.h>
#include <stdarg.h>

/* Formatted output. */

/**
 * Format into a buffer that must be large enough.
 *
 * @return how many characters were written, without the terminator
 */
int rt_vsprintf(char *dest, const char *format, va_list arg_ptr);

/**
 * Format into a buffer; what does not fit is cut.
 *
 * @param size size of the buffer
 * @return how many characters the whole text has, without the terminator
 */
int rt_vsnprintf(char *buf, rt_size_t size, const char *fmt, va_list args);

/**
 * Format into a buffer that must be large enough.
 *
 * @return how many characters were written, without the terminator
 */
int rt_sprintf(char *buf, const char *format, ...);

/**
 * Format into a buffer; what does not fit is cut.
 *
 * @param size size of the buffer
 * @return how many characters the whole text has, without the terminator
 */
int rt_snprintf(char *buf, rt_size_t size, const char *format, ...);

/* Formatted input. */

/** Read values out of a string, as vsscanf does. */
int rt_vsscanf(const char *buffer, const char *format, va_list ap);

/**
 * Read values out of a string, as sscanf does.
 *
 * @return how many values were stored
 */
int rt_sscanf(const char *str, const char *format, ...);

#endif /* KLIBC_KSTDIO_H_ */
