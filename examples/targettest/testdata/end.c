/* Gives the Go program ten seconds, which pass in an instant in the emulator, and ends the emulator. */
#include <rtthread.h>

void rtt_exit(int status); /* of the board */

int main(void)
{
    rt_thread_delay(10 * RT_TICK_PER_SECOND);
    rtt_exit(0);
    return 0;
}
