#include <rtthread.h>

void rttgo_test_tick(void);

static void on_timer(void *unused)
{
    rttgo_test_tick();
}

void start_timer(void)
{
    rt_timer_start(rt_timer_create("tick", on_timer, RT_NULL, 1, RT_TIMER_FLAG_PERIODIC | RT_TIMER_FLAG_HARD_TIMER));
}

int main(void)
{
    return 0;
}
