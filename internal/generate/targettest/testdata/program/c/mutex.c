#include "ref.h"

int ref_mutex(int *results)
{
    int n = 0;
    rt_mutex_t mutex = rt_mutex_create("ref", RT_IPC_FLAG_PRIO);

    RESULT(rt_mutex_take(mutex, 0));
    RESULT(rt_mutex_take(mutex, RT_WAITING_FOREVER));
    RESULT(rt_mutex_release(mutex));
    RESULT(rt_mutex_release(mutex));
    RESULT(rt_mutex_release(mutex));
    RESULT(rt_mutex_delete(mutex));
    return n;
}
