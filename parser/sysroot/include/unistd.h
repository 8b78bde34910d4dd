/* sys/unistd.h may be RT-Thread's: it comes first on its include path. */
#ifndef _UNISTD_H_
#define _UNISTD_H_

#include <sys/unistd.h>

#ifndef L_SET
#define L_SET SEEK_SET
#define L_INCR SEEK_CUR
#define L_XTND SEEK_END
#endif

#endif
