/* The C side of the program, which has none, but for the end of the emulator. */
#include <rthw.h>
#include <rtthread.h>
#include "board.h"

void rttgo_exited(int code)
{
    if (code == 0)
        rtt_exit(0);
    rt_kprintf("[os.Exit(%d)]\n", code);
}

int main(void)
{
    return 0;
}
