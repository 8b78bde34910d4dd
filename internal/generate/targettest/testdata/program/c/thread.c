#include "ref.h"

static volatile int stop;

static void sleeper(void *unused)
{
    while (!stop)
    {
        rt_thread_suspend(rt_thread_self());
        rt_schedule();
    }
}

int ref_thread(int *results)
{
    int n = 0;
    rt_uint8_t normal = PRIORITY(rt_thread_self()), low = normal + 4;
    rt_thread_t thread = rt_thread_create("ref", sleeper, RT_NULL, 1024, normal - 4, 10);

    stop = 0;
    RESULT(rt_thread_resume(thread));
    RESULT(rt_thread_startup(thread));
    RESULT(rt_thread_resume(thread));
    rt_thread_delay(5);
    RESULT(PRIORITY(thread));
    RESULT(rt_thread_control(thread, RT_THREAD_CTRL_CHANGE_PRIORITY, &low));
    RESULT(PRIORITY(thread));
    rt_thread_delay(5);
    RESULT(rt_thread_resume(thread));
    RESULT(rt_thread_resume(thread));
    rt_thread_delay(5);
    stop = 1;
    rt_thread_resume(thread);
    rt_thread_delay(5);
    TICKS(9, rt_thread_delay(9));
    return n;
}
