#include <rtthread.h>

int board_init(void);
/* This comment does not end.
int board_exit(void);
