#include <rtthread.h>

void rttgo_test_print(int n);

static void printer(void *n)
{
    rttgo_test_print((int)n);
}

void print_in_thread(int n)
{
    rt_thread_startup(rt_thread_create("printer", printer, (void *)n, 1024, 12, 10));
}

unsigned memory_used(void)
{
#if defined(RT_VER_NUM) && RT_VER_NUM >= 0x50000 || RTTHREAD_VERSION >= 40100
    rt_size_t total, used, most;
#else
    rt_uint32_t total, used, most;
#endif
    rt_memory_info(&total, &used, &most);
    return used;
}

int main(void)
{
    return 0;
}
