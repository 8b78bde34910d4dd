/*
 * Reference interface of RT-Thread 5.2: error codes.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef KLIBC_KERRNO_H_
#define KLIBC_KERRNO_H_

#include <rtconfig.h>
#include <rttypes.h>

/* Error codes; functions return them negated. With a C library they are its errno values. */
#define RT_EOK                  0               /* no error */
#if defined(RT_USING_LIBC) && !defined(RT_USING_NANO)
#define RT_ERROR                255             /* any other error */
#define RT_ETIMEOUT             ETIMEDOUT       /* timed out */
#define RT_EFULL                ENOSPC          /* the resource is full */
#define RT_EEMPTY               ENODATA         /* the resource is empty */
#define RT_ENOMEM               ENOMEM          /* out of memory */
#define RT_ENOSYS               ENOSYS          /* not supported */
#define RT_EBUSY                EBUSY           /* busy */
#define RT_EIO                  EIO             /* input or output failed */
#define RT_EINTR                EINTR           /* interrupted by a signal */
#define RT_EINVAL               EINVAL          /* invalid argument */
#define RT_ENOENT               ENOENT          /* no such entry */
#define RT_ENOSPC               ENOSPC          /* no space left */
#define RT_EPERM                EPERM           /* not permitted */
#define RT_EFAULT               EFAULT          /* bad address */
#define RT_ENOBUFS              ENOBUFS         /* no buffer space */
#define RT_ESCHEDISR            253             /* the scheduler was called in an interrupt */
#define RT_ESCHEDLOCKED         252             /* the scheduler is locked */
#define RT_ETRAP                254             /* stopped by a trap */
#else
#define RT_ERROR                1               /* any other error */
#define RT_ETIMEOUT             2               /* timed out */
#define RT_EFULL                3               /* the resource is full */
#define RT_EEMPTY               4               /* the resource is empty */
#define RT_ENOMEM               5               /* out of memory */
#define RT_ENOSYS               6               /* not supported */
#define RT_EBUSY                7               /* busy */
#define RT_EIO                  8               /* input or output failed */
#define RT_EINTR                9               /* interrupted by a signal */
#define RT_EINVAL               10              /* invalid argument */
#define RT_ENOENT               11              /* no such entry */
#define RT_ENOSPC               12              /* no space left */
#define RT_EPERM                13              /* not permitted */
#define RT_ETRAP                14              /* stopped by a trap */
#define RT_EFAULT               15              /* bad address */
#define RT_ENOBUFS              16              /* no buffer space */
#define RT_ESCHEDISR            17              /* the scheduler was called in an interrupt */
#define RT_ESCHEDLOCKED         18              /* the scheduler is locked */
#endif /* RT_USING_LIBC && !RT_USING_NANO */

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

#endif /* KLIBC_KERRNO_H_ */
