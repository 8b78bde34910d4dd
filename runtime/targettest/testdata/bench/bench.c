/* The C side of the table. */
#include <rtthread.h>
#include "board.h"

void bench_row(const char *name, unsigned n)
{
    rt_kprintf("row %s: %d\n", name, n);
}

void bench_escape(void *unused)
{
}

static rt_sem_t sem;

void bench_sem(rt_sem_t *s)
{
    *s = sem;
}

static rt_sem_t ping, pong;

static void answer(void *unused)
{
    for (;;)
    {
        rt_sem_take(ping, RT_WAITING_FOREVER);
        rt_sem_release(pong);
    }
}

static void nothing(void *unused)
{
}

void bench_c(void)
{
    enum { n = 1000 };
    unsigned t, i, total = 0;

    sem = rt_sem_create("s", 0, RT_IPC_FLAG_FIFO);
    ping = rt_sem_create("ping", 0, RT_IPC_FLAG_FIFO);
    pong = rt_sem_create("pong", 0, RT_IPC_FLAG_FIFO);

    t = rtt_icount();
    for (i = 0; i < n; i++)
    {
        rt_sem_release(sem);
        rt_sem_take(sem, 0);
    }
    bench_row("C sem", (rtt_icount() - t) / n);

    t = rtt_icount();
    for (i = 0; i < n; i++)
        rt_free(rt_malloc(16));
    bench_row("C alloc", (rtt_icount() - t) / n);

    for (i = 0; i < 20; i++)
    {
        rt_thread_t thread;
        rt_thread_delay(3); /* the idle thread frees the last one */
        t = rtt_icount();
        thread = rt_thread_create("x", nothing, RT_NULL, 512, 16, 10);
        rt_thread_startup(thread);
        rt_thread_yield();
        total += rtt_icount() - t;
    }
    bench_row("C goroutine", total / 20);

    rt_thread_startup(rt_thread_create("answer", answer, RT_NULL, 512, 16, 10));
    rt_sem_release(ping);
    rt_sem_take(pong, RT_WAITING_FOREVER);
    t = rtt_icount();
    for (i = 0; i < n; i++)
    {
        rt_sem_release(ping);
        rt_sem_take(pong, RT_WAITING_FOREVER);
    }
    bench_row("C ping-pong", (rtt_icount() - t) / n);

    rt_kprintf("12345678901234567890\n");
    t = rtt_icount();
    for (i = 0; i < 10; i++)
        rt_kprintf("12345678901234567890\n");
    bench_row("C println", (rtt_icount() - t) / 10);
}

int main(void)
{
    return 0;
}
