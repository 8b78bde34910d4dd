#include "ref.h"

static struct rt_semaphore wakes;
static volatile int handled;

static void handler(int number)
{
    handled = number;
}

static void waiter(void *unused)
{
    rt_signal_install(10, handler);
    rt_signal_unmask(10);
    rt_sem_take(&wakes, RT_WAITING_FOREVER);
    rt_thread_delay(10);
}

/* whether the handler of a thread that waits is called: older kernels only wake the thread */
int ref_signals(int *results)
{
    int n = 0;
    rt_thread_t thread;

    handled = 0;
    rt_sem_init(&wakes, "ref", 0, RT_IPC_FLAG_FIFO);
    thread = rt_thread_create("ref", waiter, RT_NULL, 1024, PRIORITY(rt_thread_self()) - 4, 10);
    rt_thread_startup(thread);
    rt_thread_kill(thread, 10);
    rt_thread_delay(5);
    RESULT(handled);
    rt_sem_detach(&wakes);
    rt_thread_delay(20);
    return n;
}
