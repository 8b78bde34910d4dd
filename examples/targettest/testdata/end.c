/* Gives the Go program ten seconds, which pass in an instant in the emulator, and ends the emulator. With a shell to type into, a
 * command ends it. */
#include <rtthread.h>

void rtt_exit(int status); /* of the board */

#ifdef TYPED
#include <finsh.h>

static int quit(int argc, char **argv)
{
    rtt_exit(0);
    return 0;
}
MSH_CMD_EXPORT(quit, ends the emulator);
#endif

int main(void)
{
#ifndef TYPED
    rt_thread_delay(10 * RT_TICK_PER_SECOND);
    rtt_exit(0);
#endif
    return 0;
}
