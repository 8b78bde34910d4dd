#include <rtthread.h>

unsigned tick_rate(void)
{
    return RT_TICK_PER_SECOND;
}

int main(void)
{
    return 0;
}
