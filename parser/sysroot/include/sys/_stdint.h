/* The part of stdint.h that sys/types.h provides: types, no limits. */
#ifndef _SYS__STDINT_H
#define _SYS__STDINT_H

#include <machine/_default_types.h>

#ifndef _INT8_T_DECLARED
#define _INT8_T_DECLARED
typedef __INT8_TYPE__ int8_t;
#endif
#ifndef _UINT8_T_DECLARED
#define _UINT8_T_DECLARED
typedef __UINT8_TYPE__ uint8_t;
#endif
#ifndef _INT16_T_DECLARED
#define _INT16_T_DECLARED
typedef __INT16_TYPE__ int16_t;
#endif
#ifndef _UINT16_T_DECLARED
#define _UINT16_T_DECLARED
typedef __UINT16_TYPE__ uint16_t;
#endif
#ifndef _INT32_T_DECLARED
#define _INT32_T_DECLARED
typedef __INT32_TYPE__ int32_t;
#endif
#ifndef _UINT32_T_DECLARED
#define _UINT32_T_DECLARED
typedef __UINT32_TYPE__ uint32_t;
#endif
#ifndef _INT64_T_DECLARED
#define _INT64_T_DECLARED
typedef __INT64_TYPE__ int64_t;
#endif
#ifndef _UINT64_T_DECLARED
#define _UINT64_T_DECLARED
typedef __UINT64_TYPE__ uint64_t;
#endif
#ifndef _INTMAX_T_DECLARED
#define _INTMAX_T_DECLARED
typedef __INTMAX_TYPE__ intmax_t;
#endif
#ifndef _UINTMAX_T_DECLARED
#define _UINTMAX_T_DECLARED
typedef __UINTMAX_TYPE__ uintmax_t;
#endif
#ifndef _INTPTR_T_DECLARED
#define _INTPTR_T_DECLARED
typedef __INTPTR_TYPE__ intptr_t;
#endif
#ifndef _UINTPTR_T_DECLARED
#define _UINTPTR_T_DECLARED
typedef __UINTPTR_TYPE__ uintptr_t;
#endif
#define __int8_t_defined 1
#define __int16_t_defined 1
#define __int32_t_defined 1
#define __int64_t_defined 1

#endif
