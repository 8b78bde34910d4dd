/* fcntl.h proper. */
#ifndef _SYS_FCNTL_H_
#define _SYS_FCNTL_H_

#include <sys/_default_fcntl.h>

#define _FBINARY 0x10000
#define O_BINARY _FBINARY

#endif
