/* Ticks of clock(). RT-Thread's own machine/time.h, found first, says RT_TICK_PER_SECOND. */
#ifndef _MACHTIME_H_
#define _MACHTIME_H_

#define _CLOCKS_PER_SEC_ 100

#endif
