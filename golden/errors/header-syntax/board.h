#include <rtthread.h>

int board_init(void);
int board_led_set(int led, ;
