#include <rtthread.h>
#include "board.h"

int main(void)
{
    rt_thread_delay(10);
    rt_kprintf("C goes on\n");
    rtt_exit(0);
}
