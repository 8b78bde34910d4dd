#include "ref.h"

static int fired;

static void fire(void *unused)
{
    fired++;
}

int ref_timer(int *results)
{
    int n = 0;
    rt_tick_t period = 7;
    rt_timer_t timer = rt_timer_create("ref", fire, RT_NULL, 5, RT_TIMER_FLAG_PERIODIC);

    RESULT(rt_timer_stop(timer));
    RESULT(rt_timer_start(timer));
    RESULT(rt_timer_start(timer));
    rt_thread_delay(28);
    RESULT(rt_timer_stop(timer));
    RESULT(fired);
    RESULT(rt_timer_control(timer, RT_TIMER_CTRL_SET_TIME, &period));
    rt_timer_control(timer, RT_TIMER_CTRL_GET_TIME, &period);
    RESULT(period);
    RESULT(rt_timer_delete(timer));
    return n;
}
