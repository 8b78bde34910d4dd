#include "ref.h"

int ref_semaphore(int *results)
{
    int n = 0;
    rt_sem_t sem = rt_sem_create("sem", 1, RT_IPC_FLAG_PRIO);

    RESULT(rt_sem_trytake(sem));
    RESULT(rt_sem_trytake(sem));
    TICKS(7, rt_sem_take(sem, 7));
    RESULT(rt_sem_release(sem));
    RESULT(rt_sem_take(sem, RT_WAITING_FOREVER));
    rt_sem_delete(sem);
    sem = rt_sem_create("full", 65535, RT_IPC_FLAG_PRIO);
    RESULT(rt_sem_release(sem));
    rt_sem_delete(sem);
    return n;
}
