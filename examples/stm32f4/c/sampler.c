/*
 * Stands for a driver whose interrupt handler delivers a sample: the function of
 * a hard timer runs in the interrupt of the kernel's clock.
 */
#include <rtthread.h>

void app_on_sample(int value); /* in Go: internal/sampler */

static rt_timer_t timer;
static int value;

static void on_timer(void *unused)
{
    (void)unused;
    value = (value + 37) % 100;
    app_on_sample(value);
}

int app_sampler_start(rt_tick_t period)
{
    value = 0;
    timer = rt_timer_create("sample", on_timer, RT_NULL, period, RT_TIMER_FLAG_PERIODIC | RT_TIMER_FLAG_HARD_TIMER);
    if (timer == RT_NULL)
        return -RT_ENOMEM;
    return rt_timer_start(timer);
}

void app_sampler_stop(void)
{
    rt_timer_delete(timer);
}
