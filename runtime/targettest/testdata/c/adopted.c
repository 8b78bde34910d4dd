#include <rtthread.h>

int rttgo_test_call(int n);
void rttgo_test_fail(void);

static void caller(void *n)
{
    rttgo_test_call((int)n);
}

static void failer(void *unused)
{
    rttgo_test_fail();
}

int main(void)
{
    int n;

    rt_thread_delay(2);
    for (n = 1; n <= 5; n++)
    {
        rt_thread_startup(rt_thread_create("caller", caller, (void *)n, 1024, 12, 10));
        rt_thread_delay(5);
    }
    rttgo_test_call(6); /* the thread main, too */
    rt_thread_startup(rt_thread_create("failer", failer, RT_NULL, 1024, 12, 10));
    rt_thread_delay(5);
    rttgo_test_call(7);
    return 0;
}
