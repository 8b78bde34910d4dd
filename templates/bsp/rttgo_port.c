/*
 * What Go on RT-Thread needs from C: everything that depends on the layout of
 * the kernel's structures, compiled by the BSP with its own rtconfig.h.
 * RT-Thread 3.1 to 5.2, Cortex-M, one core.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include <rtthread.h>
#include <rthw.h>
#include "rttgo_port.h"

#ifdef RT_USING_SMP
#error "rttgo: RT_USING_SMP is not supported: the collector stops one core only. Turn it off in menuconfig."
#endif
#ifndef RT_USING_HEAP
#error "rttgo: Go needs RT_USING_HEAP: its heap and its threads come from rt_malloc. Turn it on in menuconfig."
#endif

#ifndef RTTGO_HEAP_SIZE
#define RTTGO_HEAP_SIZE 32768
#endif
#ifndef RTTGO_STACK_SIZE /* of Go's main thread */
#define RTTGO_STACK_SIZE 4096
#endif
#ifndef RTTGO_GOROUTINE_STACK_SIZE
#define RTTGO_GOROUTINE_STACK_SIZE 2048
#endif
#ifndef RTTGO_PRIORITY
#define RTTGO_PRIORITY (RT_THREAD_PRIORITY_MAX / 2)
#endif
#ifndef RTTGO_TICK /* time slice among goroutines */
#define RTTGO_TICK 10
#endif
#ifndef RTTGO_LINE_BUFFER
#define RTTGO_LINE_BUFFER 80
#endif

/* What a thread does after a panic that nobody recovered from. */
#define RTTGO_PANIC_PARK 0   /* waits for ever, the others go on */
#define RTTGO_PANIC_RESET 1  /* the chip is reset */
#define RTTGO_PANIC_ASSERT 2 /* as a failed RT_ASSERT */
#ifndef RTTGO_PANIC_POLICY
#define RTTGO_PANIC_POLICY RTTGO_PANIC_PARK
#endif

#define RTTGO_TASK_SIZE 72 /* internal/task checks it */
#define ALIGN8(n) (((n) + 7u) & ~7u)

/* Start of Go's task.Task; Go knows the rest. */
struct task
{
    rt_uint32_t go[4];
    rt_thread_t thread;
    rt_uint8_t awake, parked, in_c;
    rt_uint32_t *guard;
    char rest[RTTGO_TASK_SIZE - 28];
};

/* A goroutine: control block, task and, behind them, the stack. */
struct goroutine
{
    struct rt_thread thread;
    struct task task;
};

/* A C thread that runs Go code. */
struct adopted
{
    struct adopted *next;
    void (*cleanup)(struct rt_thread *); /* what it had before */
    struct task task;
};

/* Exported by Go. */
void rttgo_thread_main(struct task *task);
void rttgo_mark_range(rt_ubase_t from, rt_ubase_t to);

const rt_uint32_t rttgo_tick_hz = RT_TICK_PER_SECOND;
const rt_uint32_t rttgo_line_size = RTTGO_LINE_BUFFER;

static struct adopted *adopted_threads;

#ifndef RT_USING_CONSOLE /* then rt_kprintf is a macro that drops its arguments, and the compiler calls them unused */
#undef rt_kprintf
#define rt_kprintf(...) not_printed(__VA_ARGS__)
static void not_printed(const char *format, ...)
{
    (void)format;
}
#endif

static const char *name_of(rt_thread_t thread)
{
    return ((rt_object_t)thread)->name; /* every thread starts as an object */
}

/* The thread waits for ever. */
static void park(void)
{
    rt_hw_interrupt_enable(0); /* in case the thread had disabled them */
    for (;;)
    {
        rt_thread_suspend(rt_thread_self());
        rt_schedule();
    }
}

/* ---- threads ---------------------------------------------------------- */

/* Marks a thread as a goroutine. Goroutines never end, so it is never called. */
static void goroutine_cleanup(struct rt_thread *thread)
{
    (void)thread;
}

static void goroutine_entry(void *task)
{
    rttgo_thread_main(task);
}

static struct task *goroutine_new(rt_uint32_t stack_size)
{
    static rt_uint16_t count;
    char name[RT_NAME_MAX];
    rt_size_t head = ALIGN8(sizeof(struct goroutine));
    struct goroutine *g = rt_malloc(head + stack_size);

    if (g == RT_NULL)
        return RT_NULL;
    rt_memset(g, 0, head);
    rt_snprintf(name, sizeof(name), count ? "go%d" : "go", count);
    count++;
    /* A collection may happen from here on: a thread without a stack pointer is
     * skipped, and once it has one its first frame holds nothing of Go's. */
    rt_thread_init(&g->thread, name, goroutine_entry, &g->task, (char *)g + head, stack_size, RTTGO_PRIORITY, RTTGO_TICK);
    g->task.thread = &g->thread;
    g->task.guard = g->thread.stack_addr;
    g->thread.cleanup = goroutine_cleanup;
    return &g->task;
}

struct task *rttgo_thread_new(void)
{
    return goroutine_new(ALIGN8(RTTGO_GOROUTINE_STACK_SIZE));
}

/* Runs when a C thread that used Go ends; on some versions with interrupts off,
 * so the memory stays, for the next one. */
static void adopted_cleanup(struct rt_thread *thread)
{
    struct adopted *a;

    for (a = adopted_threads; a != RT_NULL; a = a->next)
        if (a->task.thread == thread)
        {
            a->task.thread = RT_NULL;
            if (a->cleanup != RT_NULL)
                a->cleanup(thread);
            return;
        }
}

static struct task *adopt(rt_thread_t self)
{
    static rt_uint32_t no_guard = 0x23232323;
    struct adopted *a;
    rt_base_t level = rt_hw_interrupt_disable();

    for (a = adopted_threads; a != RT_NULL; a = a->next)
        if (a->task.thread == self)
            break;
    if (a == RT_NULL)
        for (a = adopted_threads; a != RT_NULL; a = a->next)
            if (a->task.thread == RT_NULL)
            {
                a->task.thread = self;
                break;
            }
    rt_hw_interrupt_enable(level);
    if (a == RT_NULL)
    {
        a = rt_malloc(sizeof(*a));
        if (a == RT_NULL)
        {
            rt_kprintf("fatal error: no memory to run Go code in thread %.*s\n", RT_NAME_MAX, name_of(self));
            park();
        }
        a->task.thread = self;
        level = rt_hw_interrupt_disable();
        a->next = adopted_threads;
        adopted_threads = a;
        rt_hw_interrupt_enable(level);
    }
    if (self->cleanup == adopted_cleanup)
        return &a->task;
    rt_memset(&a->task, 0, sizeof(a->task));
    a->task.thread = self;
    a->task.in_c = 1;
    a->task.guard = self->stack_addr;
    if (*a->task.guard != no_guard)
        a->task.guard = &no_guard;
    a->cleanup = self->cleanup;
    self->cleanup = adopted_cleanup;
    return &a->task;
}

struct task *rttgo_self(void)
{
    rt_thread_t self = rt_thread_self();

    if (self->cleanup == goroutine_cleanup)
        return &((struct goroutine *)self)->task;
    return adopt(self);
}

/* Wakes a thread that suspended itself. Interrupts are off. */
void rttgo_wake(rt_thread_t thread)
{
    rt_thread_resume(thread);
#if !defined(RT_VER_NUM) || RT_VER_NUM < 0x50100 /* later ones do it in rt_thread_resume */
    rt_schedule();
#endif
}

/* Suspends the calling thread for some ticks. Interrupts are off; the switch
 * happens in the rt_schedule that follows. */
void rttgo_suspend_for(rt_thread_t self, rt_tick_t ticks)
{
    rt_thread_suspend(self);
    rt_timer_control(&self->thread_timer, RT_TIMER_CTRL_SET_TIME, &ticks);
    rt_timer_start(&self->thread_timer);
}

/* ---- memory ----------------------------------------------------------- */

rt_ubase_t rttgo_arena(rt_ubase_t *size)
{
    void *arena = rt_malloc(RTTGO_HEAP_SIZE);

    if (arena == RT_NULL)
    {
        rt_kprintf("fatal error: the Go heap of %d bytes does not fit: lower RTTGO_HEAP_SIZE or enlarge RT-Thread's heap\n", RTTGO_HEAP_SIZE);
        park();
    }
    *size = RTTGO_HEAP_SIZE & ~7u;
    return (rt_ubase_t)arena;
}

/* The scheduler is locked, so the list of threads stands still: interrupts do
 * not create or delete threads. */
void rttgo_scan_stacks(rt_ubase_t sp)
{
    struct rt_object_information *info = rt_object_get_information(RT_Object_Class_Thread);
    rt_list_t *node;
    struct adopted *a;

    for (node = info->object_list.next; node != &info->object_list; node = node->next)
    {
        rt_thread_t thread = (rt_thread_t)rt_list_entry(node, struct rt_object, list);
        rt_ubase_t from = thread == rt_thread_self() ? sp : (rt_ubase_t)thread->sp;
        rt_ubase_t low = (rt_ubase_t)thread->stack_addr;

        /* A thread that is being created has no valid stack pointer yet. */
        if (from - low < thread->stack_size && (from & 3) == 0)
            rttgo_mark_range(from, low + thread->stack_size);
        if (thread->cleanup == goroutine_cleanup)
        {
            struct task *task = &((struct goroutine *)thread)->task;
            rttgo_mark_range((rt_ubase_t)task, (rt_ubase_t)(task + 1));
        }
    }
    for (a = adopted_threads; a != RT_NULL; a = a->next)
        rttgo_mark_range((rt_ubase_t)&a->task, (rt_ubase_t)(&a->task + 1));
}

/* ---- console ---------------------------------------------------------- */

char *rttgo_line_new(void)
{
    return rt_malloc(RTTGO_LINE_BUFFER + 1);
}

void rttgo_write(const char *text, rt_size_t n)
{
    char part[33];
    rt_size_t i;

#if defined(RT_USING_DEVICE) && defined(RT_USING_CONSOLE)
    rt_device_t console = rt_console_get_device();
    if (console != RT_NULL)
    {
        rt_device_write(console, 0, text, n);
        return;
    }
#endif
    while (n != 0)
    {
        for (i = 0; i < n && i < sizeof(part) - 1; i++)
            part[i] = text[i];
        part[i] = 0;
        rt_kputs(part);
        text += i;
        n -= i;
    }
}

/* ---- the end of a thread ---------------------------------------------- */

static rt_uint32_t ipsr(void)
{
    rt_uint32_t n;
    __asm volatile("mrs %0, ipsr" : "=r"(n));
    return n;
}

/* The message is on the console. */
void rttgo_abort(void)
{
    static const char *const fate[] = {"it is parked, the others go on", "the chip is reset", "the system stops"};
    rt_uint32_t exception = ipsr();
    rt_thread_t self = rt_thread_self();
    int policy = RTTGO_PANIC_POLICY;

    if ((exception != 0 || rt_critical_level() != 0) && policy == RTTGO_PANIC_PARK)
        policy = RTTGO_PANIC_ASSERT; /* an interrupt cannot wait, nor a thread that holds the scheduler */
    if (exception != 0)
        rt_kprintf("[in interrupt %d, thread %.*s: %s]\n", (int)exception - 16, RT_NAME_MAX, self ? name_of(self) : "-", fate[policy]);
    else
        rt_kprintf("[in %sthread %.*s: %s]\n", self->cleanup == goroutine_cleanup ? "" : "C ", RT_NAME_MAX, name_of(self), fate[policy]);
    if (policy == RTTGO_PANIC_RESET)
        *(volatile rt_uint32_t *)0xE000ED0C = 0x05FA0004; /* AIRCR: SYSRESETREQ */
    if (policy == RTTGO_PANIC_ASSERT)
    {
        RT_ASSERT(!"Go panic");
        rt_hw_interrupt_disable();
        for (;;)
            ;
    }
    park();
}

/* os.Exit ends the thread that calls it. Define rttgo_exited to do more. */
__attribute__((weak)) void rttgo_exited(int code)
{
    rt_kprintf("[os.Exit(%d) in thread %.*s: it is parked, the others go on]\n", code, RT_NAME_MAX, name_of(rt_thread_self()));
}

void rttgo_exit(int code)
{
    rttgo_exited(code);
    park();
}

/* ---- start ------------------------------------------------------------ */

int rttgo_start(void)
{
    static rt_uint8_t started;
    struct task *task;

    if (started)
        return RT_EOK;
    started = 1;
    task = goroutine_new(ALIGN8(RTTGO_STACK_SIZE));
    if (task == RT_NULL)
    {
        rt_kprintf("fatal error: no memory for Go's main thread: lower RTTGO_STACK_SIZE or enlarge RT-Thread's heap\n");
        return -RT_ENOMEM;
    }
    return rt_thread_startup(task->thread);
}
INIT_APP_EXPORT(rttgo_start);
