/* What the program needs of C: the board's way out, and the functions ref_<name> by name. */
#include <rtthread.h>
#include "ref.h"

#define EACH(F) F(event) F(mailbox) F(mempool) F(mutex) F(queue) F(semaphore) F(signals) F(thread) F(timer)

/* weak: the file of a piece that is left out is left out too */
#define DECLARE(name) int ref_##name(int *results) __attribute__((weak));
EACH(DECLARE)

#define ENTRY(name) {#name, ref_##name},
static const struct
{
    const char *name;
    int (*call)(int *results);
} refs[] = {EACH(ENTRY)};

int ref_call(const char *name, int *results)
{
    rt_size_t i;

    for (i = 0; i < sizeof(refs) / sizeof(refs[0]); i++)
        if (rt_strncmp(refs[i].name, name, 16) == 0 && refs[i].call != RT_NULL)
            return refs[i].call(results);
    return -1;
}

/* 502 for 5.2 */
int ref_version(void)
{
#ifdef RT_VERSION_MAJOR
    return RT_VERSION_MAJOR * 100 + RT_VERSION_MINOR;
#else
    return RT_VERSION * 100 + RT_SUBVERSION;
#endif
}

void rtt_exit(int status); /* of the board */

void rttgo_exited(int status)
{
    rtt_exit(status);
}

int main(void)
{
    return 0;
}
