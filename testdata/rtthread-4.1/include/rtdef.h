/*
 * Reference interface of RT-Thread 4.1: kernel types and constants.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTDEF_H_
#define RTDEF_H_

#include <rtconfig.h>
#ifdef RT_USING_LIBC
#include <stdint.h>
#endif
#include <stddef.h>
#include <stdarg.h>

/* Version. */
#define RT_VERSION              4
#define RT_SUBVERSION           1
#define RT_REVISION             1

/** The number of a version, to compare with RTTHREAD_VERSION. */
#define RT_VERSION_CHECK(major, minor, revise)  ((major) * 10000 + (minor) * 100 + (revise))
#define RTTHREAD_VERSION        RT_VERSION_CHECK(RT_VERSION, RT_SUBVERSION, RT_REVISION)

/* Exact widths. A port may bring its own with RT_USING_ARCH_DATA_TYPE. */
#ifndef RT_USING_ARCH_DATA_TYPE
#ifdef RT_USING_LIBC
typedef int8_t                  rt_int8_t;
typedef int16_t                 rt_int16_t;
typedef int32_t                 rt_int32_t;
typedef uint8_t                 rt_uint8_t;
typedef uint16_t                rt_uint16_t;
typedef uint32_t                rt_uint32_t;
typedef int64_t                 rt_int64_t;
typedef uint64_t                rt_uint64_t;
typedef size_t                  rt_size_t;
#else
typedef signed char             rt_int8_t;
typedef signed short            rt_int16_t;
typedef signed int              rt_int32_t;
typedef unsigned char           rt_uint8_t;
typedef unsigned short          rt_uint16_t;
typedef unsigned int            rt_uint32_t;
#ifdef ARCH_CPU_64BIT
typedef signed long             rt_int64_t;
typedef unsigned long           rt_uint64_t;
typedef unsigned long           rt_size_t;
#else
typedef signed long long        rt_int64_t;
typedef unsigned long long      rt_uint64_t;
typedef unsigned int            rt_size_t;
#endif /* ARCH_CPU_64BIT */
#endif /* RT_USING_LIBC */
#endif /* RT_USING_ARCH_DATA_TYPE */

/* Base types: as wide as a register. */
typedef int                     rt_bool_t;
typedef long                    rt_base_t;
typedef unsigned long           rt_ubase_t;

typedef rt_base_t               rt_err_t;       /* RT_EOK, or a negative error code */
typedef rt_uint32_t             rt_time_t;
typedef rt_uint32_t             rt_tick_t;      /* 1 / RT_TICK_PER_SECOND seconds */
typedef rt_base_t               rt_flag_t;
typedef rt_ubase_t              rt_dev_t;
typedef rt_base_t               rt_off_t;

#define RT_TRUE                 1
#define RT_FALSE                0
#define RT_NULL                 0

/* Limits. */
#ifdef RT_USING_LIBC
#define RT_UINT8_MAX            UINT8_MAX
#define RT_UINT16_MAX           UINT16_MAX
#define RT_UINT32_MAX           UINT32_MAX
#else
#define RT_UINT8_MAX            0xff
#define RT_UINT16_MAX           0xffff
#define RT_UINT32_MAX           0xffffffff
#endif /* RT_USING_LIBC */

#define RT_TICK_MAX             RT_UINT32_MAX
#define RT_SEM_VALUE_MAX        RT_UINT16_MAX
#define RT_MUTEX_VALUE_MAX      RT_UINT16_MAX
#define RT_MUTEX_HOLD_MAX       RT_UINT8_MAX
#define RT_MB_ENTRY_MAX         RT_UINT16_MAX
#define RT_MQ_ENTRY_MAX         RT_UINT16_MAX

/* Compiler: GNU C spelling; every supported compiler of the reference target understands it. */
#define RT_SECTION(x)           __attribute__((section(x)))
#define RT_USED                 __attribute__((used))
#define ALIGN(n)                __attribute__((aligned(n)))
#define RT_WEAK                 __attribute__((weak))
#define rt_inline               static __inline

/** Mark a parameter or variable as deliberately unused. */
#define RT_UNUSED(x)            ((void)(x))

/*
 * Automatic initialisation: the linker script collects the functions in the
 * order of their levels, and the kernel calls them when it starts.
 */
#ifdef RT_USING_COMPONENTS_INIT

/** A function called at start; a negative result is a failure. */
typedef int (*init_fn_t)(void);

#if defined(RT_DEBUG_INIT) && RT_DEBUG_INIT

/** An entry of the table, with the name of the function to log. */
struct rt_init_desc
{
    const char *fn_name;
    const init_fn_t fn;
};

#define INIT_EXPORT(fn, level)                                                  \
    const char __rti_##fn##_name[] = #fn;                                       \
    RT_USED const struct rt_init_desc __rt_init_desc_##fn                       \
        RT_SECTION(".rti_fn." level) = { __rti_##fn##_name, fn }

#else

#define INIT_EXPORT(fn, level) \
    RT_USED const init_fn_t __rt_init_##fn RT_SECTION(".rti_fn." level) = fn

#endif /* RT_DEBUG_INIT */

#else

#define INIT_EXPORT(fn, level)

#endif /* RT_USING_COMPONENTS_INIT */

/* Before the scheduler runs. */
#define INIT_BOARD_EXPORT(fn)           INIT_EXPORT(fn, "1")

/* In the main thread. */
#define INIT_PREV_EXPORT(fn)            INIT_EXPORT(fn, "2")
#define INIT_DEVICE_EXPORT(fn)          INIT_EXPORT(fn, "3")
#define INIT_COMPONENT_EXPORT(fn)       INIT_EXPORT(fn, "4")
#define INIT_ENV_EXPORT(fn)             INIT_EXPORT(fn, "5")
#define INIT_APP_EXPORT(fn)             INIT_EXPORT(fn, "6")

/* Shell commands cost nothing where there is no shell. */
#ifndef RT_USING_FINSH
#define FINSH_FUNCTION_EXPORT(name, desc)
#define FINSH_FUNCTION_EXPORT_ALIAS(name, alias, desc)
#define MSH_CMD_EXPORT(command, desc)
#define MSH_CMD_EXPORT_ALIAS(command, alias, desc)
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

/* Error codes; functions return them negated. */
#define RT_EOK                  0               /* no error */
#define RT_ERROR                1               /* any other error */
#define RT_ETIMEOUT             2               /* timed out */
#define RT_EFULL                3               /* the resource is full */
#define RT_EEMPTY               4               /* the resource is empty */
#define RT_ENOMEM               5               /* out of memory */
#define RT_ENOSYS               6               /* not supported */
#define RT_EBUSY                7               /* busy */
#define RT_EIO                  8               /* input or output failed */
#define RT_EINTR                9               /* interrupted by a signal */
#define RT_EINVAL               10              /* invalid argument */

/** Round size up to a multiple of align, a power of 2. */
#define RT_ALIGN(size, align)       (((size) + (align) - 1) & ~((align) - 1))

/** Round size down to a multiple of align, a power of 2. */
#define RT_ALIGN_DOWN(size, align)  ((size) & ~((align) - 1))

/** A node of a doubly linked list, and the head of one. */
struct rt_list_node
{
    struct rt_list_node *next;
    struct rt_list_node *prev;
};
typedef struct rt_list_node rt_list_t;

/** A node of a singly linked list, and the head of one. */
struct rt_slist_node
{
    struct rt_slist_node *next;
};
typedef struct rt_slist_node rt_slist_t;

/* Kernel objects. */

/** What every kernel object begins with. */
struct rt_object
{
    char name[RT_NAME_MAX];             /* not terminated when it is full */
    rt_uint8_t type;                    /* enum rt_object_class_type */
    rt_uint8_t flag;
#ifdef RT_USING_MODULE
    void *module_id;                    /* the module it belongs to */
#endif
    rt_list_t list;                     /* all objects of a class */
};
typedef struct rt_object *rt_object_t;

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
    RT_Object_Class_Unknown = 14,   /* not used */
    RT_Object_Class_Static = 0x80   /* the caller supplied the storage */
};

/** A class of objects. */
struct rt_object_information
{
    enum rt_object_class_type type;
    rt_list_t object_list;              /* every object of the class */
    rt_size_t object_size;
};

#define RT_OBJECT_FLAG_MODULE   0x80    /* the object belongs to a module */

/* Hooks: observers called by the kernel. */
#ifndef RT_USING_HOOK

#define __ON_HOOK_ARGS(__hook, argv)
#define RT_OBJECT_HOOK_CALL(func, argv)

#else

#define RT_OBJECT_HOOK_CALL(func, argv)     __on_##func argv

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

#ifndef __on_rt_interrupt_switch_hook
#define __on_rt_interrupt_switch_hook()     __ON_HOOK_ARGS(rt_interrupt_switch_hook, ())
#endif
#ifndef __on_rt_malloc_hook
#define __on_rt_malloc_hook(addr, size)     __ON_HOOK_ARGS(rt_malloc_hook, (addr, size))
#endif
#ifndef __on_rt_free_hook
#define __on_rt_free_hook(rmem)             __ON_HOOK_ARGS(rt_free_hook, (rmem))
#endif

/* Timers. */
#define RT_TIMER_FLAG_DEACTIVATED       0x0     /* not running */
#define RT_TIMER_FLAG_ACTIVATED         0x1     /* running */
#define RT_TIMER_FLAG_ONE_SHOT          0x0     /* fires once */
#define RT_TIMER_FLAG_PERIODIC          0x2     /* fires again and again */
#define RT_TIMER_FLAG_HARD_TIMER        0x0     /* calls back in the tick interrupt */
#define RT_TIMER_FLAG_SOFT_TIMER        0x4     /* calls back in the timer thread */

/* Commands of rt_timer_control. */
#define RT_TIMER_CTRL_SET_TIME          0x0     /* rt_tick_t: set the interval */
#define RT_TIMER_CTRL_GET_TIME          0x1     /* rt_tick_t: get the interval */
#define RT_TIMER_CTRL_SET_ONESHOT       0x2     /* make it fire once */
#define RT_TIMER_CTRL_SET_PERIODIC      0x3     /* make it fire periodically */
#define RT_TIMER_CTRL_GET_STATE         0x4     /* rt_uint32_t: get whether it runs */
#define RT_TIMER_CTRL_GET_REMAIN_TIME   0x5     /* rt_tick_t: get when it fires */

#ifndef RT_TIMER_SKIP_LIST_LEVEL
#define RT_TIMER_SKIP_LIST_LEVEL        1
#endif
#ifndef RT_TIMER_SKIP_LIST_MASK
#define RT_TIMER_SKIP_LIST_MASK         0x3
#endif

/** A timer. */
struct rt_timer
{
    struct rt_object parent;
    rt_list_t row[RT_TIMER_SKIP_LIST_LEVEL];
    void (*timeout_func)(void *parameter);
    void *parameter;
    rt_tick_t init_tick;                /* the interval */
    rt_tick_t timeout_tick;             /* when it fires */
};
typedef struct rt_timer *rt_timer_t;

/* Signals of threads. */
#ifdef RT_USING_SIGNALS
#include <sys/signal.h>
#define RT_SIG_MAX              32
typedef unsigned long rt_sigset_t;
typedef siginfo_t rt_siginfo_t;
typedef void (*rt_sighandler_t)(int signo);
#endif /* RT_USING_SIGNALS */

/* Threads. */
#define RT_THREAD_INIT                  0x00    /* created, not started */
#define RT_THREAD_READY                 0x01    /* waits for the processor */
#define RT_THREAD_SUSPEND               0x02    /* waits for something else */
#define RT_THREAD_RUNNING               0x03    /* has the processor */
#define RT_THREAD_CLOSE                 0x04    /* ended */
#define RT_THREAD_STAT_MASK             0x07

#define RT_THREAD_STAT_YIELD            0x08    /* its time slice is used up */
#define RT_THREAD_STAT_YIELD_MASK       RT_THREAD_STAT_YIELD

#define RT_THREAD_STAT_SIGNAL           0x10    /* a signal is to be handled */
#define RT_THREAD_STAT_SIGNAL_READY     (RT_THREAD_STAT_SIGNAL | RT_THREAD_READY)
#define RT_THREAD_STAT_SIGNAL_WAIT      0x20    /* waits for a signal */
#define RT_THREAD_STAT_SIGNAL_PENDING   0x40    /* signals are held back */
#define RT_THREAD_STAT_SIGNAL_MASK      0xf0

/* Commands of rt_thread_control. */
#define RT_THREAD_CTRL_STARTUP          0x00    /* start the thread */
#define RT_THREAD_CTRL_CLOSE            0x01    /* end the thread */
#define RT_THREAD_CTRL_CHANGE_PRIORITY  0x02    /* rt_uint8_t: set the priority */
#define RT_THREAD_CTRL_INFO             0x03    /* get information */
#define RT_THREAD_CTRL_BIND_CPU         0x04    /* the processor to run on */

#ifdef RT_USING_SMP

#define RT_CPU_DETACHED         RT_CPUS_NR                  /* bound to no processor */
#define RT_CPU_MASK             ((1 << RT_CPUS_NR) - 1)     /* every processor */

#ifndef RT_SCHEDULE_IPI
#define RT_SCHEDULE_IPI         0                           /* interrupt: schedule */
#endif
#ifndef RT_STOP_IPI
#define RT_STOP_IPI             1                           /* interrupt: stop */
#endif

/** A processor. */
struct rt_cpu
{
    struct rt_thread *current_thread;
    rt_uint16_t irq_nest;               /* interrupts being served */
    rt_uint8_t irq_switch_flag;
    rt_uint8_t current_priority;
    rt_list_t priority_table[RT_THREAD_PRIORITY_MAX];
    rt_uint32_t priority_group;
#if RT_THREAD_PRIORITY_MAX > 32
    rt_uint8_t ready_table[32];
#endif
    rt_tick_t tick;
};

#endif /* RT_USING_SMP */

/** A thread. */
struct rt_thread
{
    /* The same as struct rt_object. */
    char name[RT_NAME_MAX];
    rt_uint8_t type;
    rt_uint8_t flags;
#ifdef RT_USING_MODULE
    void *module_id;
#endif
    rt_list_t list;

    rt_list_t tlist;                    /* in the ready queue or a list of waiters */

    void *sp;                           /* saved stack pointer */
    void *entry;                        /* runs with parameter */
    void *parameter;
    void *stack_addr;
    rt_uint32_t stack_size;

    rt_err_t error;                     /* errno of the thread */
    rt_uint8_t stat;                    /* RT_THREAD_INIT * and RT_THREAD_STAT_* */

#ifdef RT_USING_SMP
    rt_uint8_t bind_cpu;
    rt_uint8_t oncpu;
    rt_uint16_t scheduler_lock_nest;
    rt_uint16_t cpus_lock_nest;
    rt_uint16_t critical_lock_nest;
#endif

    rt_uint8_t current_priority;
#if RT_THREAD_PRIORITY_MAX > 32
    rt_uint8_t number;
    rt_uint8_t high_mask;
#endif
    rt_uint32_t number_mask;

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

    rt_ubase_t init_tick;               /* its time slice */
    rt_ubase_t remaining_tick;          /* what is left of it */

#ifdef RT_USING_CPU_USAGE
    rt_uint64_t duration_tick;
#endif

#ifdef RT_USING_PTHREADS
    void *pthread_data;
#endif

    struct rt_timer thread_timer;       /* timeout of a wait */
    void (*cleanup)(struct rt_thread *tid);

#ifdef RT_USING_LWP
    void *lwp;
#endif

    rt_ubase_t user_data;               /* the application's */
};
typedef struct rt_thread *rt_thread_t;

/* Communication between threads. */
#define RT_IPC_FLAG_FIFO        0x00    /* waiting threads are served in the order they came */
#define RT_IPC_FLAG_PRIO        0x01    /* waiting threads are served by priority */

#define RT_IPC_CMD_UNKNOWN      0x00
#define RT_IPC_CMD_RESET        0x01    /* wake all waiters and start anew */

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
    rt_uint16_t reserved;
};
typedef struct rt_semaphore *rt_sem_t;
#endif /* RT_USING_SEMAPHORE */

#ifdef RT_USING_MUTEX
/** A recursive mutex with priority inheritance. */
struct rt_mutex
{
    struct rt_ipc_object parent;
    rt_uint16_t value;
    rt_uint8_t original_priority;       /* of the owner */
    rt_uint8_t hold;                    /* how often the owner took it */
    struct rt_thread *owner;
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
#define RT_DEVICE_CTRL_SET_INT          0x10    /* enable an interrupt */
#define RT_DEVICE_CTRL_CLR_INT          0x11    /* disable an interrupt */
#define RT_DEVICE_CTRL_GET_INT          0x12    /* get the state of an interrupt */

/** The first command of a class. */
#define RT_DEVICE_CTRL_BASE(Type)       (RT_Device_Class_##Type * 0x100)

/* Commands of the classes that need no header of their own. */
#define RT_DEVICE_CTRL_CHAR_STREAM      (RT_DEVICE_CTRL_BASE(Char) + 1)     /* set stream mode */
#define RT_DEVICE_CTRL_BLK_GETGEOME     (RT_DEVICE_CTRL_BASE(Block) + 1)    /* struct rt_device_blk_geometry: get */
#define RT_DEVICE_CTRL_BLK_SYNC         (RT_DEVICE_CTRL_BASE(Block) + 2)    /* write what is cached */
#define RT_DEVICE_CTRL_BLK_ERASE        (RT_DEVICE_CTRL_BASE(Block) + 3)    /* struct rt_device_blk_sectors: erase */
#define RT_DEVICE_CTRL_BLK_AUTOREFRESH  (RT_DEVICE_CTRL_BASE(Block) + 4)    /* refresh by itself, or not */
#define RT_DEVICE_CTRL_NETIF_GETMAC     (RT_DEVICE_CTRL_BASE(NetIf) + 1)    /* get the MAC address */
#define RT_DEVICE_CTRL_MTD_FORMAT       (RT_DEVICE_CTRL_BASE(MTD) + 1)      /* format */

typedef struct rt_device *rt_device_t;

#ifdef RT_USING_DEVICE_OPS
/** The operations of a driver. */
struct rt_device_ops
{
    rt_err_t (*init)(rt_device_t dev);
    rt_err_t (*open)(rt_device_t dev, rt_uint16_t oflag);
    rt_err_t (*close)(rt_device_t dev);
    rt_size_t (*read)(rt_device_t dev, rt_off_t pos, void *buffer, rt_size_t size);
    rt_size_t (*write)(rt_device_t dev, rt_off_t pos, const void *buffer, rt_size_t size);
    rt_err_t (*control)(rt_device_t dev, int cmd, void *args);
};
#endif /* RT_USING_DEVICE_OPS */

/** A queue of threads that wait for a condition. */
struct rt_wqueue
{
    rt_uint32_t flag;
    rt_list_t waiting_list;
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
    rt_size_t (*read)(rt_device_t dev, rt_off_t pos, void *buffer, rt_size_t size);
    rt_size_t (*write)(rt_device_t dev, rt_off_t pos, const void *buffer, rt_size_t size);
    rt_err_t (*control)(rt_device_t dev, int cmd, void *args);
#endif /* RT_USING_DEVICE_OPS */

#ifdef RT_USING_POSIX_DEVIO
    const struct dfs_file_ops *fops;
    struct rt_wqueue wait_queue;
#endif

    void *user_data;                    /* the driver's */
};

/** The shape of a block device. */
struct rt_device_blk_geometry
{
    rt_uint32_t sector_count;
    rt_uint32_t bytes_per_sector;
    rt_uint32_t block_size;             /* unit of erasing, in bytes */
};

/** A range of sectors. */
struct rt_device_blk_sectors
{
    rt_uint32_t sector_begin;           /* the first */
    rt_uint32_t sector_end;             /* the last */
};

/* Cursor of a character display. */
#define RT_DEVICE_CTRL_CURSOR_SET_POSITION  0x10
#define RT_DEVICE_CTRL_CURSOR_SET_TYPE      0x11

/* Commands of a graphic device. */
#define RTGRAPHIC_CTRL_RECT_UPDATE          (RT_DEVICE_CTRL_BASE(Graphic) + 0)    /* redraw a rectangle */
#define RTGRAPHIC_CTRL_POWERON              (RT_DEVICE_CTRL_BASE(Graphic) + 1)
#define RTGRAPHIC_CTRL_POWEROFF             (RT_DEVICE_CTRL_BASE(Graphic) + 2)
#define RTGRAPHIC_CTRL_GET_INFO             (RT_DEVICE_CTRL_BASE(Graphic) + 3)    /* struct rt_device_graphic_info: get */
#define RTGRAPHIC_CTRL_SET_MODE             (RT_DEVICE_CTRL_BASE(Graphic) + 4)
#define RTGRAPHIC_CTRL_GET_EXT              (RT_DEVICE_CTRL_BASE(Graphic) + 5)
#define RTGRAPHIC_CTRL_SET_BRIGHTNESS       (RT_DEVICE_CTRL_BASE(Graphic) + 6)
#define RTGRAPHIC_CTRL_GET_BRIGHTNESS       (RT_DEVICE_CTRL_BASE(Graphic) + 7)
#define RTGRAPHIC_CTRL_GET_MODE             (RT_DEVICE_CTRL_BASE(Graphic) + 8)
#define RTGRAPHIC_CTRL_GET_STATUS           (RT_DEVICE_CTRL_BASE(Graphic) + 9)
#define RTGRAPHIC_CTRL_PAN_DISPLAY          (RT_DEVICE_CTRL_BASE(Graphic) + 10)
#define RTGRAPHIC_CTRL_WAIT_VSYNC           (RT_DEVICE_CTRL_BASE(Graphic) + 11)

/** The format of a pixel. */
enum
{
    RTGRAPHIC_PIXEL_FORMAT_MONO = 0,
    RTGRAPHIC_PIXEL_FORMAT_GRAY4,
    RTGRAPHIC_PIXEL_FORMAT_GRAY16,
    RTGRAPHIC_PIXEL_FORMAT_RGB332,
    RTGRAPHIC_PIXEL_FORMAT_RGB444,
    RTGRAPHIC_PIXEL_FORMAT_RGB565,
    RTGRAPHIC_PIXEL_FORMAT_RGB565P,
    RTGRAPHIC_PIXEL_FORMAT_BGR565 = RTGRAPHIC_PIXEL_FORMAT_RGB565P,
    RTGRAPHIC_PIXEL_FORMAT_RGB666,
    RTGRAPHIC_PIXEL_FORMAT_RGB888,
    RTGRAPHIC_PIXEL_FORMAT_BGR888,
    RTGRAPHIC_PIXEL_FORMAT_ARGB888,
    RTGRAPHIC_PIXEL_FORMAT_ABGR888,
    RTGRAPHIC_PIXEL_FORMAT_RESERVED
};

/** The position of a pixel as an argument of the drawing operations. */
#define RTGRAPHIC_PIXEL_POSITION(x, y)      ((char *)((x) | ((y) << 16)))

/** What a graphic device is like. */
struct rt_device_graphic_info
{
    rt_uint8_t pixel_format;            /* RTGRAPHIC_PIXEL_FORMAT_* */
    rt_uint8_t bits_per_pixel;
    rt_uint16_t pitch;                  /* bytes of a line */
    rt_uint16_t width;
    rt_uint16_t height;
    rt_uint8_t *framebuffer;
    rt_uint32_t smem_len;               /* of the framebuffer, in bytes */
};

/** A rectangle on the screen. */
struct rt_device_rect_info
{
    rt_uint16_t x;
    rt_uint16_t y;
    rt_uint16_t width;
    rt_uint16_t height;
};

/** The drawing operations of a graphic device. */
struct rt_device_graphic_ops
{
    void (*set_pixel)(const char *pixel, int x, int y);
    void (*get_pixel)(char *pixel, int x, int y);
    void (*draw_hline)(const char *pixel, int x1, int x2, int y);
    void (*draw_vline)(const char *pixel, int x, int y1, int y2);
    void (*blit_line)(const char *pixel, int x, int y, rt_size_t size);
};

/** The drawing operations of a device. */
#define rt_graphix_ops(device)              ((struct rt_device_graphic_ops *)((device)->user_data))

#endif /* RT_USING_DEVICE */

#endif /* RTDEF_H_ */
