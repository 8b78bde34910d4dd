#include "ref.h"

int ref_mailbox(int *results)
{
    int n = 0, i;
    rt_ubase_t value = 0;
    rt_mailbox_t mb = rt_mb_create("ref", 2, RT_IPC_FLAG_FIFO);

    RESULT(rt_mb_send(mb, 7));
    RESULT(rt_mb_send_wait(mb, ~0u, RT_WAITING_FOREVER));
    RESULT(rt_mb_send(mb, 9));
    RESULT(rt_mb_send_wait(mb, 9, 2));
    for (i = 0; i < 2; i++)
    {
        RESULT(rt_mb_recv(mb, (void *)&value, RT_WAITING_FOREVER));
        RESULT(value);
    }
    RESULT(rt_mb_recv(mb, (void *)&value, 0));
    RESULT(rt_mb_recv(mb, (void *)&value, 3));
    rt_mb_delete(mb);
    return n;
}
