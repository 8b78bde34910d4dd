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

#if RT_NAME_MAX > 0
#define NAME_WIDTH RT_NAME_MAX
#else /* objects point to their names */
#define NAME_WIDTH 32
#define NAMES_ARE_KEPT
#endif

#define RTTGO_TASK_SIZE 80 /* internal/task checks it */
#define ALIGN8(n) (((n) + 7u) & ~7u)

/* What lies below the stack of a goroutine for the first bytes that overflow it:
 * the kernel takes it for stack, so that it does not stop the system before Go
 * has seen that its mark is gone. */
#define RED_ZONE 128
/* What the kernel needs on a stack to switch to another thread, without the
 * floating point registers. */
#define SWITCH_ROOM 160
/* The smallest stack on which a goroutine can wait, print and panic. */
#define STACK_MIN 768

_Static_assert(RTTGO_GOROUTINE_STACK_SIZE >= STACK_MIN, "rttgo: RTTGO_GOROUTINE_STACK_SIZE is too small: a goroutine needs 768 bytes to wait and to print");
_Static_assert(RTTGO_STACK_SIZE >= STACK_MIN, "rttgo: RTTGO_STACK_SIZE is too small: a goroutine needs 768 bytes to wait and to print");

/* Start of Go's task.Task; Go knows the rest. */
struct task
{
    rt_uint32_t go[4];
    rt_thread_t thread;
    rt_uint8_t awake, parked, in_c, waits;
    rt_uint32_t *guard;    /* four words below the stack, and the last ones of the red */
    rt_uint32_t *lower;    /* zone: they hold STACK_MARK until the stack overflows */
    rt_ubase_t limit;      /* the lowest stack pointer with which a thread may wait */
    char *line;
    rt_size_t line_length;
    void *callback;        /* frame of the innermost callback of a kernel's thread */
    char rest[RTTGO_TASK_SIZE - 48];
};

/* A goroutine lies behind its stack, which overflows to the other side. */
struct goroutine
{
    struct rt_thread thread;
    struct task task;
#ifdef NAMES_ARE_KEPT
    char name[NAME_WIDTH];
#endif
};

#define STACK_MARK 0x23232323 /* RT-Thread fills stacks with '#' */

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
void rttgo_thread_gone(struct task *task);
void rttgo_initialize(void);

void rttgo_write(const char *text, rt_size_t n);

const rt_uint32_t rttgo_tick_hz = RT_TICK_PER_SECOND;
const rt_uint32_t rttgo_line_size = RTTGO_LINE_BUFFER;

static struct adopted *adopted_threads;
static rt_uint32_t no_guard[4] = {STACK_MARK, STACK_MARK, STACK_MARK, STACK_MARK}; /* of a stack that the kernel did not fill */

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

/* The thread waits for ever. Before the scheduler runs there is none: the system stops. */
static void park(void)
{
    if (rt_thread_self() == RT_NULL)
    {
        RT_ASSERT(!"Go panic");
        rt_hw_interrupt_disable();
        for (;;)
            ;
    }
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
    char copied[NAME_WIDTH], *name = copied;
    char *stack = rt_malloc(RED_ZONE + stack_size + sizeof(struct goroutine));
    struct goroutine *g;

    if (stack == RT_NULL)
        return RT_NULL;
    g = (struct goroutine *)(stack + RED_ZONE + stack_size);
    rt_memset(g, 0, sizeof(*g));
#ifdef NAMES_ARE_KEPT
    name = g->name;
#endif
    rt_snprintf(name, NAME_WIDTH, count ? "go%d" : "go", count);
    count++;
    /* A collection may happen from here on: a thread without a stack pointer is
     * skipped, and once it has one its first frame holds nothing of Go's. */
    rt_thread_init(&g->thread, name, goroutine_entry, &g->task, stack, RED_ZONE + stack_size, RTTGO_PRIORITY, RTTGO_TICK);
    g->task.thread = &g->thread;
    g->task.guard = (rt_uint32_t *)(stack + RED_ZONE - 16);
    g->task.lower = g->thread.stack_addr;
    g->task.limit = (rt_ubase_t)stack + RED_ZONE + SWITCH_ROOM;
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
            rttgo_thread_gone(&a->task);
            a->task.thread = RT_NULL;
            if (a->cleanup != RT_NULL)
                a->cleanup(thread);
            return;
        }
}

static struct task *adopt(rt_thread_t self)
{
    struct adopted *a;
    char *line;
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
            rt_kprintf("fatal error: no memory to run Go code in thread %.*s\n", NAME_WIDTH, name_of(self));
            park();
        }
        rt_memset(&a->task, 0, sizeof(a->task));
        a->task.thread = self;
        level = rt_hw_interrupt_disable();
        a->next = adopted_threads;
        adopted_threads = a;
        rt_hw_interrupt_enable(level);
    }
    if (self->cleanup == adopted_cleanup)
        return &a->task;
    if (a->task.waits)
        rttgo_thread_gone(&a->task); /* of a thread of C's that was made anew where it lay */
    /* The record of a thread that has ended has its line buffer, maybe with the
     * beginning of a line. */
    line = a->task.line;
    if (a->task.line_length != 0)
    {
        rttgo_write(line, a->task.line_length);
        rttgo_write("\n", 1);
    }
    rt_memset(&a->task, 0, sizeof(a->task));
    a->task.thread = self;
    a->task.in_c = 1;
    a->task.line = line;
    a->task.guard = a->task.lower = self->stack_addr;
    a->task.limit = (rt_ubase_t)self->stack_addr + SWITCH_ROOM;
    if (*a->task.guard != STACK_MARK) /* a stack that is not the kernel's */
    {
        a->task.guard = a->task.lower = no_guard;
        a->task.limit = 0;
    }
    a->cleanup = self->cleanup;
    self->cleanup = adopted_cleanup;
    return &a->task;
}

/* What runs at board level, before the scheduler, is no thread. */
static struct task *booting(void)
{
    static struct task task;

    task.in_c = 1;
    task.guard = task.lower = no_guard;
    return &task;
}

struct task *rttgo_self(void)
{
    rt_thread_t self = rt_thread_self();

    if (self == RT_NULL)
        return booting();
    if (self->cleanup == goroutine_cleanup)
        return &((struct goroutine *)self)->task;
    return adopt(self);
}

#ifdef RT_SCHED_CTX
#define STAT(thread) RT_SCHED_CTX(thread).stat
#else
#define STAT(thread) (thread)->stat
#endif

/* Reports whether a thread has ended, or was deleted: nothing wakes it any more. */
int rttgo_ended(rt_thread_t thread)
{
    return (STAT(thread) & RT_THREAD_STAT_MASK) == RT_THREAD_CLOSE;
}

/* Runs the handlers of the signals that have woken the calling thread, if that is
 * still to be done: some kernels forget it where they switch to it at once. */
void rttgo_heed_signals(void)
{
#ifdef RT_USING_SIGNALS
    rt_thread_t self = rt_thread_self();
    rt_sigset_t signals = self->sig_pending & self->sig_mask;

    if ((STAT(self) & RT_THREAD_STAT_SIGNAL) != 0 && signals != 0)
        rt_signal_unmask(__builtin_ctzl(signals));
#endif
}

/* Makes good the mark of a stack that has overflown, tells in *deep whether more
 * than the red zone was overwritten, and returns the top of the stack. */
rt_ubase_t rttgo_overflown(struct task *task, rt_uint8_t *deep)
{
    rt_uint32_t *bottom = task->thread->stack_addr;

    *deep = *bottom != STACK_MARK;
    if (task->guard != no_guard)
        for (; bottom < task->guard + 4; bottom++)
            *bottom = STACK_MARK;
    return ((rt_ubase_t)task->thread->stack_addr + task->thread->stack_size) & ~7u;
}

/* Wakes a thread that suspended itself. Interrupts are off. */
void rttgo_wake(rt_thread_t thread)
{
    rt_thread_resume(thread);
#ifndef __RT_SCHED_H__ /* versions with this header, from 5.1 on, do it in rt_thread_resume */
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

/* Reports whether RT-Thread's heap is not there yet. Where it is an object of the kernel's,
 * asking rt_malloc would end in an assertion that tells nobody what is wrong. */
static int no_heap(void)
{
#if defined(RT_USING_MEMHEAP_AS_HEAP)
    return rt_list_isempty(&rt_object_get_information(RT_Object_Class_MemHeap)->object_list);
#elif defined(RT_USING_SMALL_MEM_AS_HEAP) || defined(RT_USING_SLAB_AS_HEAP)
    return rt_list_isempty(&rt_object_get_information(RT_Object_Class_Memory)->object_list);
#else
    return 0;
#endif
}

/* Returns 0 if there is no memory; the reason is on the console. */
rt_ubase_t rttgo_arena(rt_ubase_t *size)
{
    void *arena = RT_NULL;

    if (rt_thread_self() == RT_NULL && no_heap())
        rt_kprintf("fatal error: Go is needed at board level, and RT-Thread has no heap yet: call rt_system_heap_init before rt_components_board_init, or use //rtt:init prev\n");
    else if ((arena = rt_malloc(RTTGO_HEAP_SIZE)) == RT_NULL)
        rt_kprintf("fatal error: the Go heap of %d bytes does not fit: lower RTTGO_HEAP_SIZE or enlarge RT-Thread's heap\n", RTTGO_HEAP_SIZE);
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
    if (rt_thread_self() == RT_NULL) /* at board level, on the stack that the vector table names */
        rttgo_mark_range(sp, **(rt_ubase_t *volatile *)0xE000ED08); /* VTOR */
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
        for (i = 0; i < n && i < sizeof(part) - 1 && text[i] != 0; i++)
            part[i] = text[i];
        part[i] = 0;
        rt_kputs(part);
        if (i < n && text[i] == 0)
            i++; /* a string cannot hold it */
        text += i;
        n -= i;
    }
}

/* ---- initialization ---------------------------------------------------- */

/* Go's heap and packages are initialized once, by whoever needs them first: a function
 * of the start-up, a command of the shell or the thread of Go's main. */
enum
{
    ASLEEP,
    WAKING,
    AWAKE,
    FAILED
};

static volatile rt_uint8_t initialized;
static rt_thread_t initializer; /* the thread that is at it; none at board level */

/* Returns 0 if the initialization has failed. */
int rttgo_ready(void)
{
    rt_base_t level = rt_hw_interrupt_disable();
    int first = initialized == ASLEEP;

    if (first)
    {
        initialized = WAKING;
        initializer = rt_thread_self();
    }
    rt_hw_interrupt_enable(level);
    if (first)
    {
        rttgo_initialize();
        initialized = AWAKE;
    }
    while (initialized == WAKING && initializer != rt_thread_self())
        rt_thread_delay(1);
    return initialized != FAILED;
}

/* The calling thread goes no further; others must not wait for what it was at. */
static void give_up(void)
{
    if (initialized == WAKING && initializer == rt_thread_self())
        initialized = FAILED;
}

/* ---- the end of a thread ---------------------------------------------- */

#define CALLBACK_ENDS 3

/* Reports whether a kernel's thread, such as that of the soft timers, called back. */
static int in_callback(void)
{
    return rttgo_self()->callback != RT_NULL;
}

static rt_uint32_t ipsr(void)
{
#if __ARM_ARCH_PROFILE == 'M'
    rt_uint32_t n;
    __asm volatile("mrs %0, ipsr" : "=r"(n));
    return n;
#else /* no register tells */
    return rt_interrupt_get_nest() != 0 ? 16 : 0;
#endif
}

/* The message is on the console. Returns where not the thread but only the
 * callback ends that the kernel called in it. */
void rttgo_abort(void)
{
    static const char *const fate[] = {"it is parked, the others go on", "the chip is reset", "the system stops",
                                       "the callback ends, the others go on"};
    rt_uint32_t exception = ipsr();
    rt_thread_t self = rt_thread_self();
    int policy = RTTGO_PANIC_POLICY;

    if ((exception != 0 || rt_critical_level() != 0) && policy == RTTGO_PANIC_PARK)
        policy = RTTGO_PANIC_ASSERT; /* an interrupt cannot wait, nor a thread that holds the scheduler */
    if (exception == 0)
        give_up();
    if (policy == RTTGO_PANIC_PARK && in_callback())
        policy = CALLBACK_ENDS;
    if (policy == RTTGO_PANIC_PARK && self == RT_NULL)
        policy = RTTGO_PANIC_ASSERT;
    if (exception != 0)
        rt_kprintf("[in interrupt %d, thread %.*s: %s]\n", (int)exception - 16, NAME_WIDTH, self ? name_of(self) : "-", fate[policy]);
    else if (self == RT_NULL)
        rt_kprintf("[before the scheduler: %s]\n", fate[policy]);
    else
        rt_kprintf("[in %sthread %.*s: %s]\n", self->cleanup == goroutine_cleanup ? "" : "C ", NAME_WIDTH, name_of(self), fate[policy]);
    if (policy == RTTGO_PANIC_RESET)
        *(volatile rt_uint32_t *)0xE000ED0C = 0x05FA0004; /* AIRCR: SYSRESETREQ */
    if (policy == RTTGO_PANIC_ASSERT)
    {
        RT_ASSERT(!"Go panic");
        rt_hw_interrupt_disable();
        for (;;)
            ;
    }
    if (policy != CALLBACK_ENDS)
        park();
}

/* os.Exit ends the thread that calls it. Define rttgo_exited to do more. */
__attribute__((weak)) void rttgo_exited(int code)
{
    rt_thread_t self = rt_thread_self();

    rt_kprintf("[os.Exit(%d) in thread %.*s: %s, the others go on]\n", code, NAME_WIDTH, self ? name_of(self) : "-",
               in_callback() ? "the callback ends" : "it is parked");
}

void rttgo_exit(int code)
{
    rttgo_exited(code);
    give_up();
    if (!in_callback())
        park();
}

/* ---- start ------------------------------------------------------------ */

/* Replaced by a program that has functions of the start-up at application level: they
 * have run when its main starts. */
__attribute__((weak)) int rttgo_init_app(void)
{
    return RT_EOK;
}

int rttgo_start(void)
{
    static rt_uint8_t started;
    struct task *task;

    if (started)
        return RT_EOK;
    started = 1;
    rttgo_init_app();
    task = goroutine_new(ALIGN8(RTTGO_STACK_SIZE));
    if (task == RT_NULL)
    {
        rt_kprintf("fatal error: no memory for Go's main thread: lower RTTGO_STACK_SIZE or enlarge RT-Thread's heap\n");
        return -RT_ENOMEM;
    }
    return rt_thread_startup(task->thread);
}
INIT_APP_EXPORT(rttgo_start);
