#include <rtthread.h>

void rttgo_test_wait(int how);

static void waiter(void *how)
{
    rttgo_test_wait((int)how);
}

static rt_thread_t threads[16];

void start_waiter(int how)
{
    threads[how] = rt_thread_create("waiter", waiter, (void *)how, 1024, 12, 10);
    rt_thread_startup(threads[how]);
}

void delete_waiter(int how)
{
    rt_thread_delete(threads[how]);
}

int main(void)
{
    return 0;
}
