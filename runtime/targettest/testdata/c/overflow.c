#include <rtthread.h>

void smash(void)
{
    *(unsigned *)rt_thread_self()->stack_addr = 0;
}

int main(void)
{
    return 0;
}
