#include "ref.h"

int ref_event(int *results)
{
    static const struct
    {
        rt_uint32_t set;
        rt_uint8_t option;
    } cases[] = {
        {0, RT_EVENT_FLAG_OR},
        {6, RT_EVENT_FLAG_OR},
        {7, RT_EVENT_FLAG_AND},
        {6, RT_EVENT_FLAG_AND | RT_EVENT_FLAG_CLEAR},
        {2, RT_EVENT_FLAG_OR},
    };
    int n = 0;
    rt_size_t i;
    rt_event_t event = rt_event_create("ref", RT_IPC_FLAG_FIFO);

    for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
    {
        rt_uint32_t got = 0;
        rt_err_t err;

        RESULT(rt_event_send(event, 6 & cases[i].set));
        err = rt_event_recv(event, cases[i].set, cases[i].option, 2, &got);
        RESULT(err);
        RESULT(err == RT_EOK ? got : 0);
    }
    rt_event_delete(event);
    return n;
}
