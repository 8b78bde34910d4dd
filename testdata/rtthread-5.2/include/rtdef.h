/*
 * Reference interface of RT-Thread 5.2: kernel types and constants.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTDEF_H_
#define RTDEF_H_

#include <rtsched.h>
#include <rttypes.h>
#include <rtcompiler.h>
#include <klibc/kerrno.h>

/* Version. */
#define RT_VERSION_MAJOR        5
#define RT_VERSION_MINOR        2
#define RT_VERSION_PATCH        0

/** The number of a version, to compare with RTTHREAD_VERSION. */
#define RT_VERSION_CHECK(major, minor, revise)  ((major) * 10000U + (minor) * 100U + (revise))
#define RTTHREAD_VERSION        RT_VERSION_CHECK(RT_VERSION_MAJOR, RT_VERSION_MINOR, RT_VERSION_PATCH)

/* Limits. */
#ifdef RT_USING_LIBC
#define RT_UINT8_MAX            UINT8_MAX
#define RT_UINT16_MAX           UINT16_MAX
#define RT_UINT32_MAX           UINT32_MAX
#define RT_UINT64_MAX           UINT64_MAX
#else
#define RT_UINT8_MAX            0xffU
#define RT_UINT16_MAX           0xffffU
#define RT_UINT32_MAX           0xffffffffUL
#define RT_UINT64_MAX           0xffffffffffffffffULL
#endif /* RT_USING_LIBC */

#define RT_TICK_MAX             RT_UINT32_MAX
#define RT_SEM_VALUE_MAX        RT_UINT16_MAX
#define RT_MUTEX_VALUE_MAX      RT_UINT16_MAX
#define RT_MUTEX_HOLD_MAX       RT_UINT8_MAX
#define RT_MB_ENTRY_MAX         RT_UINT16_MAX
#define RT_MQ_ENTRY_MAX         RT_UINT16_MAX

/** Mark a parameter or variable as deliberately unused. */
#define RT_UNUSED(x)            ((void)(x))

/** Fail to compile if expn does not hold. */
#define RT_STATIC_ASSERT(name, expn)    typedef char _static_assert_##name[(expn) ? 1 : -1]

/*
 * Automatic initialisation: the linker script collects the functions in the
 * order of their levels, and the kernel calls them when it starts.
 */
#ifdef RT_USING_COMPONENTS_INIT

/** A function called at start; a negative result is a failure. */
typedef int (*init_fn_t)(void);

#ifdef RT_DEBUGING_AUTO_INIT

/** An entry of the table, with the name of the function to log. */
struct rt_init_desc
{
    const char *fn_name;
    const init_fn_t fn;
};

#define INIT_EXPORT(fn, level)                                                  \
    const char __rti_##fn##_name[] = #fn;                                       \
    rt_used const struct rt_init_desc __rt_init_desc_##fn                       \
        rt_section(".rti_fn." level) = { __rti_##fn##_name, fn }

#else

#define INIT_EXPORT(fn, level) \
    rt_used const init_fn_t __rt_init_##fn rt_section(".rti_fn." level) = fn

#endif /* RT_DEBUGING_AUTO_INIT */

#else

#define INIT_EXPORT(fn, level)

#endif /* RT_USING_COMPONENTS_INIT */

/* Before the scheduler runs. */
#define INIT_BOARD_EXPORT(fn)           INIT_EXPORT(fn, "1")
#define INIT_CORE_EXPORT(fn)            INIT_EXPORT(fn, "1.0")
#define INIT_SUBSYS_EXPORT(fn)          INIT_EXPORT(fn, "1.1")
#define INIT_PLATFORM_EXPORT(fn)        INIT_EXPORT(fn, "1.2")

/* In the main thread. */
#define INIT_PREV_EXPORT(fn)            INIT_EXPORT(fn, "2")
#define INIT_DEVICE_EXPORT(fn)          INIT_EXPORT(fn, "3")
#define INIT_COMPONENT_EXPORT(fn)       INIT_EXPORT(fn, "4")
#define INIT_ENV_EXPORT(fn)             INIT_EXPORT(fn, "5")
#define INIT_APP_EXPORT(fn)             INIT_EXPORT(fn, "6")
#define INIT_FS_EXPORT(fn)              INIT_EXPORT(fn, "6.0")
#define INIT_SECONDARY_CPU_EXPORT(fn)   INIT_EXPORT(fn, "7")

/* Shell commands cost nothing where there is no shell. */
#ifndef RT_USING_FINSH
#define FINSH_FUNCTION_EXPORT(name, desc)
#define FINSH_FUNCTION_EXPORT_ALIAS(name, alias, desc)
#define MSH_CMD_EXPORT(...)
#define MSH_CMD_EXPORT_ALIAS(...)
#elif !defined(FINSH_USING_SYMTAB)
#define FINSH_FUNCTION_EXPORT_CMD(name, cmd, desc)
#endif

/* Sizes of the kernel. */
#define RT_EVENT_LENGTH         32
#define RT_MM_PAGE_SIZE         4096
#define RT_MM_PAGE_MASK         (RT_MM_PAGE_SIZE - 1)
#define RT_MM_PAGE_BITS         12

/* Where the kernel takes its memory from. */
#ifndef RT_KERNEL_MALLOC
#define RT_KERNEL_MALLOC(sz)            rt_malloc(sz)
#endif
#ifndef RT_KERNEL_FREE
#define RT_KERNEL_FREE(ptr)             rt_free(ptr)
#endif
#ifndef RT_KERNEL_REALLOC
#define RT_KERNEL_REALLOC(ptr, size)    rt_realloc(ptr, size)
#endif

/** Report whether addr is not 0 and a multiple of align, a power of 2. */
#define RT_IS_ALIGN(addr, align)    ((addr) != RT_NULL && ((addr) & ((align) - 1)) == 0)

/** Round size up to a multiple of align, a power of 2. */
#define RT_ALIGN(size, align)       (((size) + (align) - 1) & ~((align) - 1))

/** Round size down to a multiple of align, a power of 2. */
#define RT_ALIGN_DOWN(size, align)  ((size) & ~((align) - 1))

/* Kernel objects. */

/** What every kernel object begins with. */
struct rt_object
{
#if RT_NAME_MAX > 0
    char name[RT_NAME_MAX];             /* not terminated when it is full */
#else
    const char *name;
#endif
    rt_uint8_t type;                    /* enum rt_object_class_type */
    rt_uint8_t flag;
#ifdef RT_USING_MODULE
    void *module_id;                    /* the module it belongs to */
#endif
    rt_list_t list;                     /* all objects of a class */
};
typedef struct rt_object *rt_object_t;

/** Called for each object of a class; another result than RT_EOK ends the iteration. */
typedef rt_err_t (*rt_object_iter_t)(rt_object_t object, void *data);

/** The class of an object; RT_Object_Class_Static is set where the caller supplied the storage. */
enum rt_object_class_type
{
    RT_Object_Class_Null = 0,
    RT_Object_Class_Thread,
    RT_Object_Class_Semaphore,
    RT_Object_Class_Mutex,
    RT_Object_Class_Event,
    RT_Object_Class_MailBox,
    RT_Object_Class_MessageQueue,
    RT_Object_Class_MemHeap,
    RT_Object_Class_MemPool,
    RT_Object_Class_Device,
    RT_Object_Class_Timer,
    RT_Object_Class_Module,
    RT_Object_Class_Memory,
    RT_Object_Class_Channel,        /* RT-Smart */
    RT_Object_Class_ProcessGroup,   /* RT-Smart */
    RT_Object_Class_Session,        /* RT-Smart */
    RT_Object_Class_Custom,         /* the application's */
    RT_Object_Class_Unknown,        /* not used */
    RT_Object_Class_Static = 0x80   /* the caller supplied the storage */
};

/** A class of objects. */
struct rt_object_information
{
    enum rt_object_class_type type;
    rt_list_t object_list;              /* every object of the class */
    rt_size_t object_size;
    struct rt_spinlock spinlock;
};

#define RT_OBJECT_FLAG_MODULE   0x80    /* the object belongs to a module */

/* Hooks: observers called by the kernel. */
#ifndef RT_USING_HOOK

#define RT_OBJECT_HOOK_CALL(func, argv)

#else

#define _RT_OBJECT_HOOK_CALL(func, argv)    __on_##func argv
#define RT_OBJECT_HOOK_CALL(func, argv)     _RT_OBJECT_HOOK_CALL(func, argv)

#ifdef RT_HOOK_USING_FUNC_PTR
#define __ON_HOOK_ARGS(__hook, argv)        \
    do                                      \
    {                                       \
        if ((__hook) != RT_NULL)            \
            __hook argv;                    \
    } while (0)
#else
#define __ON_HOOK_ARGS(__hook, argv)
#endif /* RT_HOOK_USING_FUNC_PTR */

#endif /* RT_USING_HOOK */

/* Lists of hooks, for any number of observers. */
#ifdef RT_USING_HOOKLIST

/** Declare the nodes, the list and the functions of a hook. */
#define RT_OBJECT_HOOKLIST_DECLARE(handler_type, name)                          \
    typedef struct name##_hooklistnode                                          \
    {                                                                           \
        handler_type handler;                                                   \
        rt_list_t list_node;                                                    \
    } *name##_hooklistnode_t;                                                   \
    extern volatile rt_ubase_t name##_nested;                                   \
    void name##_sethook(name##_hooklistnode_t node);                            \
    void name##_rmhook(name##_hooklistnode_t node);

/** Define an observer. */
#define RT_OBJECT_HOOKLIST_DEFINE_NODE(hookname, nodename, hooker_handler)      \
    struct hookname##_hooklistnode nodename =                                   \
    {                                                                           \
        .handler = (hooker_handler),                                            \
        .list_node = RT_LIST_OBJECT_INIT(nodename.list_node),                   \
    }

/** Define the list and the functions of a hook. */
#define RT_OBJECT_HOOKLIST_DEFINE(name)                                         \
    static rt_list_t name##_hooklist = RT_LIST_OBJECT_INIT(name##_hooklist);    \
    static struct rt_spinlock name##lock = RT_SPINLOCK_INIT;                    \
    volatile rt_ubase_t name##_nested = 0;                                      \
    void name##_sethook(name##_hooklistnode_t node)                             \
    {                                                                           \
        rt_base_t level = rt_spin_lock_irqsave(&name##lock);                    \
        while (name##_nested != 0)                                              \
        {                                                                       \
            rt_spin_unlock_irqrestore(&name##lock, level);                      \
            level = rt_spin_lock_irqsave(&name##lock);                          \
        }                                                                       \
        rt_list_insert_before(&name##_hooklist, &node->list_node);              \
        rt_spin_unlock_irqrestore(&name##lock, level);                          \
    }                                                                           \
    void name##_rmhook(name##_hooklistnode_t node)                              \
    {                                                                           \
        rt_base_t level = rt_spin_lock_irqsave(&name##lock);                    \
        while (name##_nested != 0)                                              \
        {                                                                       \
            rt_spin_unlock_irqrestore(&name##lock, level);                      \
            level = rt_spin_lock_irqsave(&name##lock);                          \
        }                                                                       \
        rt_list_remove(&node->list_node);                                       \
        rt_spin_unlock_irqrestore(&name##lock, level);                          \
    }

#define _RT_OBJECT_HOOKLIST_CALL(nodetype, nested, list, lock, argv)            \
    do                                                                          \
    {                                                                           \
        nodetype node, next;                                                    \
        rt_base_t level = rt_spin_lock_irqsave(&(lock));                        \
        (nested) += 1;                                                          \
        rt_spin_unlock_irqrestore(&(lock), level);                              \
        rt_list_for_each_entry_safe(node, next, &(list), list_node)             \
            node->handler argv;                                                 \
        level = rt_spin_lock_irqsave(&(lock));                                  \
        (nested) -= 1;                                                          \
        rt_spin_unlock_irqrestore(&(lock), level);                              \
    } while (0)

/** Call every observer of a hook. */
#define RT_OBJECT_HOOKLIST_CALL(name, argv) \
    _RT_OBJECT_HOOKLIST_CALL(name##_hooklistnode_t, name##_nested, name##_hooklist, name##lock, argv)

#else

#define RT_OBJECT_HOOKLIST_DECLARE(handler_type, name)
#define RT_OBJECT_HOOKLIST_DEFINE_NODE(hookname, nodename, hooker_handler)
#define RT_OBJECT_HOOKLIST_DEFINE(name)
#define RT_OBJECT_HOOKLIST_CALL(name, argv)

#endif /* RT_USING_HOOKLIST */

/* Timers. */
#define RT_TIMER_FLAG_DEACTIVATED       0x0     /* not running */
#define RT_TIMER_FLAG_ACTIVATED         0x1     /* running */
#define RT_TIMER_FLAG_ONE_SHOT          0x0     /* fires once */
#define RT_TIMER_FLAG_PERIODIC          0x2     /* fires again and again */
#define RT_TIMER_FLAG_HARD_TIMER        0x0     /* calls back in the tick interrupt */
#define RT_TIMER_FLAG_SOFT_TIMER        0x4     /* calls back in the timer thread */
#define RT_TIMER_FLAG_THREAD_TIMER      0x8     /* the timeout of a thread; the kernel's own */

/* Commands of rt_timer_control. */
#define RT_TIMER_CTRL_SET_TIME          0x0     /* rt_tick_t: set the interval */
#define RT_TIMER_CTRL_GET_TIME          0x1     /* rt_tick_t: get the interval */
#define RT_TIMER_CTRL_SET_ONESHOT       0x2     /* make it fire once */
#define RT_TIMER_CTRL_SET_PERIODIC      0x3     /* make it fire periodically */
#define RT_TIMER_CTRL_GET_STATE         0x4     /* rt_uint32_t: get whether it runs */
#define RT_TIMER_CTRL_GET_REMAIN_TIME   0x5     /* rt_tick_t: get when it fires */
#define RT_TIMER_CTRL_GET_FUNC          0x6     /* get the callback */
#define RT_TIMER_CTRL_SET_FUNC          0x7     /* set the callback */
#define RT_TIMER_CTRL_GET_PARM          0x8     /* get the callback's parameter */
#define RT_TIMER_CTRL_SET_PARM          0x9     /* set the callback's parameter */

#ifndef RT_TIMER_SKIP_LIST_LEVEL
#define RT_TIMER_SKIP_LIST_LEVEL        1
#endif
#ifndef RT_TIMER_SKIP_LIST_MASK
#define RT_TIMER_SKIP_LIST_MASK         0x3
#endif

/** Called when a timer fires. */
typedef void (*rt_timer_func_t)(void *parameter);

/** A timer. */
struct rt_timer
{
    struct rt_object parent;
    rt_list_t row[RT_TIMER_SKIP_LIST_LEVEL];
    rt_timer_func_t timeout_func;       /* called with parameter */
    void *parameter;
    rt_tick_t init_tick;                /* the interval */
    rt_tick_t timeout_tick;             /* when it fires */
};
typedef struct rt_timer *rt_timer_t;

/* Signals of threads. */
#ifdef RT_USING_SIGNALS
#define RT_SIG_MAX              32
typedef unsigned long rt_sigset_t;
typedef siginfo_t rt_siginfo_t;
typedef void (*rt_sighandler_t)(int signo);
#endif /* RT_USING_SIGNALS */

/* Threads. */
#define RT_THREAD_INIT                      0x00    /* created, not started */
#define RT_THREAD_CLOSE                     0x01    /* ended */
#define RT_THREAD_READY                     0x02    /* waits for the processor */
#define RT_THREAD_RUNNING                   0x03    /* has the processor */

/* Suspended, and what may wake the thread before time; see also the enum below. */
#define RT_THREAD_SUSPEND_MASK              0x04
#define RT_SIGNAL_COMMON_WAKEUP_MASK        0x02    /* no ordinary signal */
#define RT_SIGNAL_KILL_WAKEUP_MASK          0x01    /* no killing signal either */
#define RT_THREAD_SUSPEND_INTERRUPTIBLE     (RT_THREAD_SUSPEND_MASK)
#define RT_THREAD_SUSPEND                   RT_THREAD_SUSPEND_INTERRUPTIBLE
#define RT_THREAD_SUSPEND_KILLABLE          (RT_THREAD_SUSPEND_MASK | RT_SIGNAL_COMMON_WAKEUP_MASK)
#define RT_THREAD_SUSPEND_UNINTERRUPTIBLE   (RT_THREAD_SUSPEND_KILLABLE | RT_SIGNAL_KILL_WAKEUP_MASK)
#define RT_THREAD_STAT_MASK                 0x07

#define RT_THREAD_STAT_YIELD                0x08    /* its time slice is used up */
#define RT_THREAD_STAT_YIELD_MASK           RT_THREAD_STAT_YIELD

#define RT_THREAD_STAT_SIGNAL               0x10    /* a signal is to be handled */
#define RT_THREAD_STAT_SIGNAL_READY         (RT_THREAD_STAT_SIGNAL | RT_THREAD_READY)
#define RT_THREAD_STAT_SIGNAL_WAIT          0x20    /* waits for a signal */
#define RT_THREAD_STAT_SIGNAL_PENDING       0x40    /* signals are held back */
#define RT_THREAD_STAT_SIGNAL_MASK          0xf0

/** How a waiting thread may be woken before time. */
enum
{
    RT_INTERRUPTIBLE = 0,               /* by any signal */
    RT_KILLABLE,                        /* by a killing signal */
    RT_UNINTERRUPTIBLE,                 /* by none */
};

/* Commands of rt_thread_control. */
#define RT_THREAD_CTRL_STARTUP          0x00    /* start the thread */
#define RT_THREAD_CTRL_CLOSE            0x01    /* end the thread */
#define RT_THREAD_CTRL_CHANGE_PRIORITY  0x02    /* rt_uint8_t: set the priority */
#define RT_THREAD_CTRL_INFO             0x03    /* get information */
#define RT_THREAD_CTRL_BIND_CPU         0x04    /* the processor to run on */

/** Ticks spent, by what they were spent on. */
struct rt_cpu_usage_stats
{
    rt_ubase_t user;
    rt_ubase_t system;
    rt_ubase_t irq;
    rt_ubase_t idle;
};
typedef struct rt_cpu_usage_stats *rt_cpu_usage_stats_t;

#ifdef RT_USING_SMP

#define RT_CPU_DETACHED         RT_CPUS_NR                  /* bound to no processor */
#define RT_CPU_MASK             ((1 << RT_CPUS_NR) - 1)     /* every processor */

#ifndef RT_SCHEDULE_IPI
#define RT_SCHEDULE_IPI         0                           /* interrupt: schedule */
#endif
#ifndef RT_STOP_IPI
#define RT_STOP_IPI             1                           /* interrupt: stop */
#endif
#ifndef RT_SMP_CALL_IPI
#define RT_SMP_CALL_IPI         2                           /* interrupt: call a function */
#endif
#define RT_MAX_IPI              3

/** A processor. */
struct rt_cpu
{
    struct rt_thread *current_thread;
    rt_uint8_t irq_switch_flag:1;
    rt_uint8_t sched_lock_flag:1;
#ifndef ARCH_USING_HW_THREAD_SELF
    rt_uint8_t critical_switch_flag:1;
#endif
    rt_uint8_t current_priority;
    rt_list_t priority_table[RT_THREAD_PRIORITY_MAX];
    rt_uint32_t priority_group;
#if RT_THREAD_PRIORITY_MAX > 32
    rt_uint8_t ready_table[32];
#endif
    rt_atomic_t tick;
    struct rt_thread *idle_thread;
    rt_atomic_t irq_nest;               /* interrupts being served */
#ifdef RT_USING_CPU_USAGE_TRACER
    struct rt_cpu_usage_stats cpu_stat;
#endif
#ifdef ARCH_USING_IRQ_CTX_LIST
    rt_slist_t irq_ctx_head;            /* struct rt_interrupt_context */
#endif
};

#else

/** The processor. */
struct rt_cpu
{
    struct rt_thread *current_thread;
    struct rt_thread *idle_thread;
#ifdef RT_USING_CPU_USAGE_TRACER
    struct rt_cpu_usage_stats cpu_stat;
#endif
#ifdef ARCH_USING_IRQ_CTX_LIST
    rt_slist_t irq_ctx_head;            /* struct rt_interrupt_context */
#endif
};

#endif /* RT_USING_SMP */

typedef struct rt_cpu *rt_cpu_t;

struct rt_thread;

/** A level of nested interrupts. */
typedef struct rt_interrupt_context
{
    void *context;                      /* the port's */
    rt_slist_t node;
} *rt_interrupt_context_t;

/** Called when a thread has ended, before its storage is freed. */
typedef void (*rt_thread_cleanup_t)(struct rt_thread *tid);

/** A thread. */
struct rt_thread
{
    struct rt_object parent;

    void *sp;                           /* saved stack pointer */
    void *entry;                        /* runs with parameter */
    void *parameter;
    void *stack_addr;
    rt_uint32_t stack_size;

    rt_err_t error;                     /* errno of the thread */

#ifdef RT_USING_SMP
    rt_atomic_t cpus_lock_nest;
#endif

    RT_SCHED_THREAD_CTX

    struct rt_timer thread_timer;       /* timeout of a wait */
    rt_thread_cleanup_t cleanup;

#ifdef RT_USING_MUTEX
    rt_list_t taken_object_list;        /* mutexes it holds */
    rt_object_t pending_object;         /* the one it waits for */
#endif

#ifdef RT_USING_EVENT
    rt_uint32_t event_set;              /* what it waits for */
    rt_uint8_t event_info;
#endif

#ifdef RT_USING_SIGNALS
    rt_sigset_t sig_pending;
    rt_sigset_t sig_mask;
#ifndef RT_USING_SMP
    void *sig_ret;                      /* stack pointer to return to */
#endif
    rt_sighandler_t *sig_vectors;
    void *si_list;
#endif /* RT_USING_SIGNALS */

#ifdef RT_USING_CPU_USAGE
    rt_uint64_t duration_tick;
#endif

#ifdef RT_USING_PTHREADS
    void *pthread_data;
#endif

#ifdef RT_USING_CPU_USAGE_TRACER
    rt_ubase_t user_time;
    rt_ubase_t system_time;
#endif

#ifdef RT_USING_MEM_PROTECTION
    void *mem_regions;
#ifdef RT_USING_HW_STACK_GUARD
    void *stack_buf;
#endif
#endif /* RT_USING_MEM_PROTECTION */

    struct rt_spinlock spinlock;
    rt_ubase_t user_data;               /* the application's */
};
typedef struct rt_thread *rt_thread_t;

/** Report whether a thread runs a user process; only RT-Smart has them. */
#define LWP_IS_USER_MODE(t)     (0)

/** The calling thread. */
#define rt_current_thread       rt_thread_self()

/* Communication between threads. */
#define RT_IPC_FLAG_FIFO        0x00    /* waiting threads are served in the order they came */
#define RT_IPC_FLAG_PRIO        0x01    /* waiting threads are served by priority */

#define RT_IPC_CMD_UNKNOWN      0x00
#define RT_IPC_CMD_RESET        0x01    /* wake all waiters and start anew */
#define RT_IPC_CMD_GET_STATE    0x02    /* get the state */
#define RT_IPC_CMD_SET_VLIMIT   0x03    /* set the greatest value */

#define RT_WAITING_FOREVER      -1      /* a timeout: wait for ever */
#define RT_WAITING_NO           0       /* a timeout: do not wait */

/** What every IPC object begins with. */
struct rt_ipc_object
{
    struct rt_object parent;
    rt_list_t suspend_thread;           /* waiting threads */
};

#ifdef RT_USING_SEMAPHORE
/** A counting semaphore. */
struct rt_semaphore
{
    struct rt_ipc_object parent;
    rt_uint16_t value;
    rt_uint16_t max_value;
    struct rt_spinlock spinlock;
};
typedef struct rt_semaphore *rt_sem_t;
#endif /* RT_USING_SEMAPHORE */

#ifdef RT_USING_MUTEX
/** A recursive mutex with priority inheritance. */
struct rt_mutex
{
    struct rt_ipc_object parent;
    rt_uint8_t ceiling_priority;
    rt_uint8_t priority;                /* highest of the waiting threads */
    rt_uint8_t hold;                    /* how often the owner took it */
    rt_uint8_t reserved;
    struct rt_thread *owner;
    rt_list_t taken_list;               /* in the owner's list */
    struct rt_spinlock spinlock;
};
typedef struct rt_mutex *rt_mutex_t;
#endif /* RT_USING_MUTEX */

#ifdef RT_USING_EVENT
/* How to wait for events. */
#define RT_EVENT_FLAG_AND       0x01    /* for all of them */
#define RT_EVENT_FLAG_OR        0x02    /* for any of them */
#define RT_EVENT_FLAG_CLEAR     0x04    /* and clear those received */

/** A set of 32 events. */
struct rt_event
{
    struct rt_ipc_object parent;
    rt_uint32_t set;
    struct rt_spinlock spinlock;
};
typedef struct rt_event *rt_event_t;
#endif /* RT_USING_EVENT */

#ifdef RT_USING_MAILBOX
/** A queue of machine words. */
struct rt_mailbox
{
    struct rt_ipc_object parent;
    rt_ubase_t *msg_pool;
    rt_uint16_t size;                   /* capacity */
    rt_uint16_t entry;                  /* mails in it */
    rt_uint16_t in_offset;
    rt_uint16_t out_offset;
    rt_list_t suspend_sender_thread;    /* waiting senders */
    struct rt_spinlock spinlock;
};
typedef struct rt_mailbox *rt_mailbox_t;
#endif /* RT_USING_MAILBOX */

#ifdef RT_USING_MESSAGEQUEUE
/** A queue of messages, which are copied. */
struct rt_messagequeue
{
    struct rt_ipc_object parent;
    void *msg_pool;
    rt_uint16_t msg_size;               /* greatest size of a message */
    rt_uint16_t max_msgs;               /* capacity */
    rt_uint16_t entry;                  /* messages in it */
    void *msg_queue_head;
    void *msg_queue_tail;
    void *msg_queue_free;
    rt_list_t suspend_sender_thread;    /* waiting senders */
    struct rt_spinlock spinlock;
};
typedef struct rt_messagequeue *rt_mq_t;
#endif /* RT_USING_MESSAGEQUEUE */

/* Memory. */

#ifdef RT_USING_HEAP
/** A region of memory managed by an allocator. */
struct rt_memory
{
    struct rt_object parent;
    const char *algorithm;
    rt_ubase_t address;
    rt_size_t total;
    rt_size_t used;
    rt_size_t max;                      /* greatest use so far */
};
typedef struct rt_memory *rt_mem_t;
#endif /* RT_USING_HEAP */

#ifdef RT_USING_SMALL_MEM
typedef rt_mem_t rt_smem_t;
#endif

#ifdef RT_USING_SLAB
typedef rt_mem_t rt_slab_t;
#endif

#ifdef RT_USING_MEMHEAP
/** The head of a block in a memory heap. */
struct rt_memheap_item
{
    rt_uint32_t magic;
    struct rt_memheap *pool_ptr;
    struct rt_memheap_item *next;
    struct rt_memheap_item *prev;
    struct rt_memheap_item *next_free;
    struct rt_memheap_item *prev_free;
#ifdef RT_USING_MEMTRACE
    rt_uint8_t owner_thread_name[4];
#endif
};

/** A heap on a piece of memory. */
struct rt_memheap
{
    struct rt_object parent;
    void *start_addr;
    rt_size_t pool_size;
    rt_size_t available_size;
    rt_size_t max_used_size;
    struct rt_memheap_item *block_list;
    struct rt_memheap_item *free_list;
    struct rt_memheap_item free_header;
    struct rt_semaphore lock;
    rt_bool_t locked;
};
#endif /* RT_USING_MEMHEAP */

#ifdef RT_USING_MEMPOOL
/** A pool of blocks of one size. */
struct rt_mempool
{
    struct rt_object parent;
    void *start_address;
    rt_size_t size;
    rt_size_t block_size;
    rt_uint8_t *block_list;             /* free blocks */
    rt_size_t block_total_count;
    rt_size_t block_free_count;
    rt_list_t suspend_thread;           /* waiting threads */
    struct rt_spinlock spinlock;
};
typedef struct rt_mempool *rt_mp_t;
#endif /* RT_USING_MEMPOOL */

/* Devices. */

#ifdef RT_USING_DEVICE

/** The class of a device. */
enum rt_device_class_type
{
    RT_Device_Class_Char = 0,
    RT_Device_Class_Block,
    RT_Device_Class_NetIf,
    RT_Device_Class_MTD,
    RT_Device_Class_CAN,
    RT_Device_Class_RTC,
    RT_Device_Class_Sound,
    RT_Device_Class_Graphic,
    RT_Device_Class_I2CBUS,
    RT_Device_Class_USBDevice,
    RT_Device_Class_USBHost,
    RT_Device_Class_USBOTG,
    RT_Device_Class_SPIBUS,
    RT_Device_Class_SPIDevice,
    RT_Device_Class_SDIO,
    RT_Device_Class_PM,
    RT_Device_Class_Pipe,
    RT_Device_Class_Portal,
    RT_Device_Class_Timer,
    RT_Device_Class_Miscellaneous,
    RT_Device_Class_Sensor,
    RT_Device_Class_Touch,
    RT_Device_Class_PHY,
    RT_Device_Class_Security,
    RT_Device_Class_WLAN,
    RT_Device_Class_Pin,
    RT_Device_Class_ADC,
    RT_Device_Class_DAC,
    RT_Device_Class_WDT,
    RT_Device_Class_PWM,
    RT_Device_Class_Bus,
    RT_Device_Class_Unknown
};

/* Device flags: what a device can do and how it is used. */
#define RT_DEVICE_FLAG_DEACTIVATE   0x000
#define RT_DEVICE_FLAG_RDONLY       0x001   /* can be read */
#define RT_DEVICE_FLAG_WRONLY       0x002   /* can be written */
#define RT_DEVICE_FLAG_RDWR         0x003   /* both */
#define RT_DEVICE_FLAG_REMOVABLE    0x004
#define RT_DEVICE_FLAG_STANDALONE   0x008   /* can be opened once only */
#define RT_DEVICE_FLAG_ACTIVATED    0x010   /* initialised */
#define RT_DEVICE_FLAG_SUSPENDED    0x020
#define RT_DEVICE_FLAG_STREAM       0x040   /* "\n" is sent as "\r\n" */
#define RT_DEVICE_FLAG_DYNAMIC      0x080   /* the device number is chosen when it is opened */
#define RT_DEVICE_FLAG_INT_RX       0x100   /* receives by interrupt */
#define RT_DEVICE_FLAG_DMA_RX       0x200   /* receives by DMA */
#define RT_DEVICE_FLAG_INT_TX       0x400   /* sends by interrupt */
#define RT_DEVICE_FLAG_DMA_TX       0x800   /* sends by DMA */

/* Flags of rt_device_open; the transfer flags above may be added. */
#define RT_DEVICE_OFLAG_CLOSE       0x000   /* the device is closed */
#define RT_DEVICE_OFLAG_RDONLY      0x001   /* for reading */
#define RT_DEVICE_OFLAG_WRONLY      0x002   /* for writing */
#define RT_DEVICE_OFLAG_RDWR        0x003   /* for both */
#define RT_DEVICE_OFLAG_OPEN        0x008   /* the device is open */
#define RT_DEVICE_OFLAG_MASK        0xf0f

/* Commands of rt_device_control for any device. */
#define RT_DEVICE_CTRL_RESUME           0x01
#define RT_DEVICE_CTRL_SUSPEND          0x02
#define RT_DEVICE_CTRL_CONFIG           0x03    /* configure */
#define RT_DEVICE_CTRL_CLOSE            0x04
#define RT_DEVICE_CTRL_NOTIFY_SET       0x05    /* struct rt_device_notify: set the receiver */
#define RT_DEVICE_CTRL_SET_INT          0x06    /* enable an interrupt */
#define RT_DEVICE_CTRL_CLR_INT          0x07    /* disable an interrupt */
#define RT_DEVICE_CTRL_GET_INT          0x08    /* get the state of an interrupt */
#define RT_DEVICE_CTRL_CONSOLE_OFLAG    0x09    /* get the flags to open a console with */
#define RT_DEVICE_CTRL_MASK             0x1f

/** The first command of a class. */
#define RT_DEVICE_CTRL_BASE(Type)       ((RT_Device_Class_##Type + 1) * 0x100)

typedef struct rt_driver *rt_driver_t;
typedef struct rt_device *rt_device_t;

#ifdef RT_USING_DEVICE_OPS
/** The operations of a driver. */
struct rt_device_ops
{
    rt_err_t (*init)(rt_device_t dev);
    rt_err_t (*open)(rt_device_t dev, rt_uint16_t oflag);
    rt_err_t (*close)(rt_device_t dev);
    rt_ssize_t (*read)(rt_device_t dev, rt_off_t pos, void *buffer, rt_size_t size);
    rt_ssize_t (*write)(rt_device_t dev, rt_off_t pos, const void *buffer, rt_size_t size);
    rt_err_t (*control)(rt_device_t dev, int cmd, void *args);
};
#endif /* RT_USING_DEVICE_OPS */

/** A queue of threads that wait for a condition. */
struct rt_wqueue
{
    rt_uint32_t flag;
    rt_list_t waiting_list;
    struct rt_spinlock spinlock;
};
typedef struct rt_wqueue rt_wqueue_t;

/** A device. */
struct rt_device
{
    struct rt_object parent;
    enum rt_device_class_type type;
    rt_uint16_t flag;                   /* RT_DEVICE_FLAG_* */
    rt_uint16_t open_flag;              /* RT_DEVICE_OFLAG_* */
    rt_uint8_t ref_count;               /* how often it is open */
    rt_uint8_t device_id;

    /* Called by the driver, mostly in an interrupt. */
    rt_err_t (*rx_indicate)(rt_device_t dev, rt_size_t size);
    rt_err_t (*tx_complete)(rt_device_t dev, void *buffer);

#ifdef RT_USING_DEVICE_OPS
    const struct rt_device_ops *ops;
#else
    rt_err_t (*init)(rt_device_t dev);
    rt_err_t (*open)(rt_device_t dev, rt_uint16_t oflag);
    rt_err_t (*close)(rt_device_t dev);
    rt_ssize_t (*read)(rt_device_t dev, rt_off_t pos, void *buffer, rt_size_t size);
    rt_ssize_t (*write)(rt_device_t dev, rt_off_t pos, const void *buffer, rt_size_t size);
    rt_err_t (*control)(rt_device_t dev, int cmd, void *args);
#endif /* RT_USING_DEVICE_OPS */

#ifdef RT_USING_POSIX_DEVIO
    const struct dfs_file_ops *fops;
    struct rt_wqueue wait_queue;
#endif

    rt_err_t (*readlink)(rt_device_t dev, char *buf, int len);

    void *user_data;                    /* the driver's */
};

/** Who is told that a device has received something. */
struct rt_device_notify
{
    void (*notify)(rt_device_t dev);
    struct rt_device *dev;
};

#endif /* RT_USING_DEVICE */

#endif /* RTDEF_H_ */
