/* sys/unistd.h may be RT-Thread's: it comes first on its include path. */
#ifndef _UNISTD_H_
#define _UNISTD_H_

#include <sys/unistd.h>

#endif
