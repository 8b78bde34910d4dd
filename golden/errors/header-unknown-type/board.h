#include <rtthread.h>

void board_notify(rt_mailbox_t mb);
board_led_t board_led(void);
