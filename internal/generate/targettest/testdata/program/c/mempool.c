#include "ref.h"

int ref_mempool(int *results)
{
    int n = 0;
    rt_mp_t mp = rt_mp_create("ref", 2, 12);
    char *a = rt_mp_alloc(mp, 0), *b = rt_mp_alloc(mp, RT_WAITING_FOREVER);
    rt_tick_t begin, took;
    void *none;

    RESULT(b - a);
    begin = rt_tick_get();
    none = rt_mp_alloc(mp, 3);
    took = rt_tick_get() - begin;
    RESULT(none == RT_NULL ? -RT_ETIMEOUT : 0);
    RESULT(took == 4 ? 3 : took);
    rt_mp_delete(mp);
    return n;
}
