/*
 * Reference interface of RT-Thread 5.2: the kernel's own C library subset.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTKLIBC_H_
#define RTKLIBC_H_

#include <rtconfig.h>
#include <rtdef.h>

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

/* Error number of the calling thread. */

/** The error number of the calling thread. */
rt_err_t rt_get_errno(void);

/** Set the error number of the calling thread. */
void rt_set_errno(rt_err_t no);

int *_rt_errno(void);

/** The name of an error code. */
const char *rt_strerror(rt_err_t error);

#if !defined(RT_USING_NEWLIBC) && !defined(_WIN32)
#ifndef errno
#define errno   (*_rt_errno())
#endif
#endif

/* Memory and strings. */

void *rt_memset(void *src, int c, rt_ubase_t n);
void *rt_memcpy(void *dest, const void *src, rt_ubase_t n);
void *rt_memmove(void *dest, const void *src, rt_size_t n);
rt_int32_t rt_memcmp(const void *cs, const void *ct, rt_size_t count);

/**
 * Copy a string into memory from rt_malloc.
 *
 * @return the copy, or RT_NULL
 */
char *rt_strdup(const char *s);

rt_size_t rt_strnlen(const char *s, rt_ubase_t maxlen);
char *rt_strstr(const char *str1, const char *str2);
rt_int32_t rt_strcasecmp(const char *a, const char *b);
char *rt_strcpy(char *dst, const char *src);
char *rt_strncpy(char *dest, const char *src, rt_size_t n);
rt_int32_t rt_strncmp(const char *cs, const char *ct, rt_size_t count);
rt_int32_t rt_strcmp(const char *cs, const char *ct);
rt_size_t rt_strlen(const char *src);

#endif /* RTKLIBC_H_ */
