/* Each ref_ function makes the calls of a piece in C and writes what they return; it returns how many results there are. */
#include <rtthread.h>

#define RESULT(value) (*results++ = (int)(value), n++)

/* the priority of a thread at the moment */
#ifdef RT_SCHED_PRIV
#define PRIORITY(thread) RT_SCHED_PRIV(thread).current_priority
#else
#define PRIORITY(thread) (thread)->current_priority
#endif

/* ticks that a call takes, one more counted as none: it may begin just after a tick */
#define TICKS(expected, call) \
    do \
    { \
        rt_tick_t begin = rt_tick_get(), took; \
        RESULT(call); \
        took = rt_tick_get() - begin; \
        RESULT((expected) != 0 && took == (expected) + 1 ? (expected) : took); \
    } while (0)
