#include "ref.h"

int ref_queue(int *results)
{
    int n = 0, i;
    char buffer[5];
    rt_mq_t mq = rt_mq_create("ref", 5, 2, RT_IPC_FLAG_FIFO);

    RESULT(rt_mq_send(mq, "one", 3));
    RESULT(rt_mq_urgent(mq, "five5", 5));
    RESULT(rt_mq_send(mq, "full", 4));
    RESULT(rt_mq_send(mq, "toolong", 7));
    for (i = 0; i < 3; i++)
    {
        RESULT(rt_mq_recv(mq, buffer, 5, 2));
        RESULT(buffer[0]);
    }
    rt_mq_delete(mq);
    return n;
}
