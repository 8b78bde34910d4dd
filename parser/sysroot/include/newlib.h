/* Which C library this is: the version the arm-none-eabi packages of 2022 carry. */
#ifndef __NEWLIB_H__
#define __NEWLIB_H__ 1

#include <_newlib_version.h>

#endif
