#include <rtthread.h>

#if RT_NAME_MAX < 16
#error "the drivers of this board need names of 16 bytes"
#endif
int board_init(void);
