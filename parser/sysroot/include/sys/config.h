/* Choices newlib makes per target; these are arm-none-eabi's. */
#ifndef __SYS_CONFIG_H__
#define __SYS_CONFIG_H__

#include <sys/features.h>

#define __IEEE_LITTLE_ENDIAN
#define __RAND_MAX 0x7fffffff
#define _POINTER_INT long
#define _READ_WRITE_RETURN_TYPE int
#define _READ_WRITE_BUFSIZE_TYPE int
#define __EXPORT
#define __IMPORT

#ifdef _WANT_USE_LONG_TIME_T
#ifndef _USE_LONG_TIME_T
#define _USE_LONG_TIME_T
#endif
#endif

#endif
