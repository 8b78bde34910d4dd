#include <rtthread.h>

rt_uint32_t rtt_icount_fn(void); /* of the board */
void rtt_exit(int status);

void cost_row(unsigned n)
{
    rt_kprintf("adds %d\n", (int)n);
}

/* Instructions of a bare pair in C, which looks at what they return as a program has to. */
unsigned cost_of_c(void)
{
    enum { rounds = 1000 };
    rt_sem_t sem = rt_sem_create("c", 0, RT_IPC_FLAG_FIFO);
    rt_uint32_t begin = rtt_icount_fn();
    int i;

    for (i = 0; i < rounds; i++)
        if (rt_sem_release(sem) != RT_EOK || rt_sem_trytake(sem) != RT_EOK)
            rtt_exit(1);
    return (rtt_icount_fn() - begin) / rounds;
}

int main(void)
{
    return 0;
}
