/* A kernel for a chip with little memory. */
#define RT_NAME_MAX             4
#define RT_ALIGN_SIZE           4
#define RT_THREAD_PRIORITY_8
#define RT_THREAD_PRIORITY_MAX  8
#define RT_TICK_PER_SECOND      100
#define IDLE_THREAD_STACK_SIZE  256
#define RT_USING_SEMAPHORE
