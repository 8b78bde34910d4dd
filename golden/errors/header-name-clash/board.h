#include <rtthread.h>

#define Rt_stop 1
#define C_rt_stop 1
int rt_stop(void);
int rt__stop(void);
