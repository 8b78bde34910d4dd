#include <rtthread.h>

#ifdef RT_USING_HEAP
int board_init(void);
