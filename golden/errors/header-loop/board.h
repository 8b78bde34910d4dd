#include "leds.h"
