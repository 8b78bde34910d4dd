#include <rtthread.h>

#define Rt_stop 1
int rt_stop(void);
int rt__stop(void);
