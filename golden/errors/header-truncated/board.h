#include <rtthread.h>

struct board
{
    int leds;
    rt_uint