#include <rtthread.h>
#include "rttgo_port.h"

static volatile unsigned count;

unsigned collections(void)
{
    return count;
}

/* A thread of high priority that collects at every tick, so
 * in the middle of whatever the goroutines do. */
static void collector(void *unused)
{
    rt_thread_delay(3);
    *(volatile unsigned *)0xE000E014 /= 10; /* SysTick: ten times as often */
    for (;;)
    {
        rt_thread_delay(1);
        rttgo_gc();
        count++;
    }
}

int main(void)
{
    rt_thread_startup(rt_thread_create("gc", collector, RT_NULL, 1024, 2, 10));
    return 0;
}
