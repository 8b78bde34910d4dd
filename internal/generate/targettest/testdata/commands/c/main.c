/* The C side: marks behind each level of the start-up, and a command that tells the result of another. */
#include <rthw.h>
#include <rtthread.h>
#include <finsh.h>
#include <msh.h>
#include "board.h"

#define MARK(level) \
    static int mark_##level(void) \
    { \
        rt_kprintf("-- " #level "\n"); \
        return 0; \
    } \
    INIT_EXPORT(mark_##level, #level ".5")

MARK(1);
MARK(2);
MARK(3);
MARK(4);
MARK(5);
MARK(6);

static int result(int argc, char **argv)
{
    char line[] = "fail";
    int code = msh_exec(line, sizeof(line) - 1);

    rt_kprintf("the result is %s\n", code == -RT_ENOMEM ? "RT_ENOMEM" : "another");
    return 0;
}
MSH_CMD_EXPORT(result, tells the result of fail);

void rttgo_exited(int code)
{
    rtt_exit(code);
}

int main(void)
{
    return 0;
}
