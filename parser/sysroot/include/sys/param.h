/* System parameters. */
#ifndef _SYS_PARAM_H
#define _SYS_PARAM_H

#include <sys/config.h>
#include <sys/syslimits.h>
#include <machine/endian.h>

#define HZ 100
#define NOFILE 60
#define PATHSIZE 1024
#define MAXPATHLEN PATH_MAX
#define NBBY 8
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#ifndef howmany
#define howmany(x, y) (((x) + ((y) - 1)) / (y))
#endif

#endif
