#include <rtthread.h>

static void busy(void *unused)
{
    volatile unsigned n = 0;
    for (;;)
        n++;
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
    rt_thread_startup(rt_thread_create("busy", busy, RT_NULL, 512, 25, 10));
    return 0;
}
