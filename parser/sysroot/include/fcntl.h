/* RT-Thread's newlib/fcntl.h, when it is on the include path, takes the place of this one. */
#include <sys/fcntl.h>
