/* Gives the Go program ten seconds, which pass in an instant in the emulator, and ends the emulator. */
#include <rtthread.h>

/* Semihosting: SYS_EXIT_EXTENDED with ADP_Stopped_ApplicationExit and a status. */
static void end(int status)
{
    int block[2] = {0x20026, status};
    register int operation __asm__("r0") = 0x20;
    register int *argument __asm__("r1") = block;

    __asm volatile("bkpt 0xab" : : "r"(operation), "r"(argument) : "memory");
}

int main(void)
{
    rt_thread_delay(10 * RT_TICK_PER_SECOND);
    end(0);
    return 0;
}
