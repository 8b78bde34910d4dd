#include <rtthread.h>
#include <nowhere.h>
int board_init(void);
#include "drivers/none.h"
#include "leds.h"
