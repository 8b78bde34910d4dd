#include "board.h"
extern int leds;
