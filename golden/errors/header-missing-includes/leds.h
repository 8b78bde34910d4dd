#include "colours.h"
int leds;
