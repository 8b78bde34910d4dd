#include <rtthread.h>

/* Overwrites the first word below the stack that a goroutine may use. */
void smash(void)
{
    *(unsigned *)((char *)rt_thread_self()->stack_addr + 124) = 0;
}

int main(void)
{
    return 0;
}
