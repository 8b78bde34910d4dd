/*
 * Reference interface of RT-Thread 5.2: kernel functions.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTTHREAD_H_
#define RTTHREAD_H_

#include <rtconfig.h>
#include <rtdef.h>
#include <rtservice.h>
#include <rtm.h>
#include <rtatomic.h>
#include <rtklibc.h>
#ifdef RT_USING_FINSH
#include <finsh.h>
#endif

#ifdef __GNUC__
/** Starts the system. Called by the startup code. */
int entry(void);
#endif

/* Kernel objects. */

/**
 * The class of kernel objects of the given type.
 *
 * @return the class, or RT_NULL if there is none
 */
struct rt_object_information *rt_object_get_information(enum rt_object_class_type type);

/**
 * Count the objects of a class.
 *
 * @return how many objects of the class exist
 */
int rt_object_get_length(enum rt_object_class_type type);

/**
 * List the objects of a class.
 *
 * @param pointers receives the objects
 * @param maxlen how many fit
 * @return how many were stored
 */
int rt_object_get_pointers(enum rt_object_class_type type, rt_object_t *pointers, int maxlen);

/**
 * Initialise an object in storage the caller supplies and enter it in its class.
 *
 * @param name its name, at most RT_NAME_MAX characters
 */
void rt_object_init(struct rt_object *object, enum rt_object_class_type type, const char *name);

/** Remove an object from its class; its storage stays the caller's. */
void rt_object_detach(rt_object_t object);

#ifdef RT_USING_HEAP
/**
 * Allocate an object and enter it in its class. Not in an interrupt.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @return the object, or RT_NULL if there is no memory
 */
rt_object_t rt_object_allocate(enum rt_object_class_type type, const char *name);

/** Remove an object from its class and free it. */
void rt_object_delete(rt_object_t object);

/**
 * Create an object that carries the application's data.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param data_destroy called with data when the object is destroyed
 * @return the object, or RT_NULL if there is no memory
 */
rt_object_t rt_custom_object_create(const char *name, void *data,
                                    rt_err_t (*data_destroy)(void *data));

/**
 * Destroy an object from rt_custom_object_create.
 *
 * @return the result of its data_destroy
 */
rt_err_t rt_custom_object_destroy(rt_object_t obj);
#endif /* RT_USING_HEAP */

/**
 * Report whether the storage of an object was supplied by the caller (it was initialised, not
 * created).
 */
rt_bool_t rt_object_is_systemobject(rt_object_t object);

/** The class of an object, without RT_Object_Class_Static. */
rt_uint8_t rt_object_get_type(rt_object_t object);

/**
 * Call iter for each object of a class, with the class locked. Not in an interrupt.
 *
 * @return RT_EOK, or the negative error code with which iter ended the iteration
 */
rt_err_t rt_object_for_each(rt_uint8_t type, rt_object_iter_t iter, void *data);

/**
 * Find an object by name. Not in an interrupt.
 *
 * @param type its enum rt_object_class_type
 * @return the object, or RT_NULL if there is none
 */
rt_object_t rt_object_find(const char *name, rt_uint8_t type);

/**
 * Copy the name of an object, terminated.
 *
 * @param name_size size of name
 * @return RT_EOK, or -RT_EINVAL
 */
rt_err_t rt_object_get_name(rt_object_t object, char *name, rt_uint8_t name_size);

#ifdef RT_USING_HOOK
void rt_object_attach_sethook(void (*hook)(struct rt_object *object));
void rt_object_detach_sethook(void (*hook)(struct rt_object *object));
void rt_object_trytake_sethook(void (*hook)(struct rt_object *object));
void rt_object_take_sethook(void (*hook)(struct rt_object *object));
void rt_object_put_sethook(void (*hook)(struct rt_object *object));
#endif /* RT_USING_HOOK */

/* Clock. */

/** The ticks since the system started; wraps around. */
rt_tick_t rt_tick_get(void);

/** Set the tick counter. */
void rt_tick_set(rt_tick_t tick);

/** Advance the clock by a tick. Called by the port's timer interrupt. */
void rt_tick_increase(void);

/** Advance the clock by several ticks. Called by the port's timer interrupt. */
void rt_tick_increase_tick(rt_tick_t tick);

/**
 * Convert milliseconds to ticks, rounded up.
 *
 * @param ms milliseconds; a negative value is for ever
 * @return ticks
 */
rt_tick_t rt_tick_from_millisecond(rt_int32_t ms);

/**
 * The milliseconds since the system started; 0 if RT_TICK_PER_SECOND does not divide 1000.
 */
rt_tick_t rt_tick_get_millisecond(void);

#ifdef RT_USING_HOOK
void rt_tick_sethook(void (*hook)(void));
#endif /* RT_USING_HOOK */

/* Timers. */

void rt_system_timer_init(void);
void rt_system_timer_thread_init(void);

/**
 * Initialise a timer in storage the caller supplies. It does not run yet.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param timeout called with parameter whenever it fires: in the tick interrupt, or in the timer
 *   thread with RT_TIMER_FLAG_SOFT_TIMER
 * @param time the interval in ticks, less than RT_TICK_MAX / 2
 * @param flag RT_TIMER_FLAG_ONE_SHOT or _PERIODIC, and RT_TIMER_FLAG_HARD_TIMER or _SOFT_TIMER
 */
void rt_timer_init(rt_timer_t timer, const char *name, void (*timeout)(void *parameter),
                   void *parameter, rt_tick_t time, rt_uint8_t flag);

/**
 * Stop an initialised timer and remove it from the system.
 *
 * @return RT_EOK
 */
rt_err_t rt_timer_detach(rt_timer_t timer);

#ifdef RT_USING_HEAP
/**
 * Create a timer. It does not run yet.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param timeout called with parameter whenever it fires: in the tick interrupt, or in the timer
 *   thread with RT_TIMER_FLAG_SOFT_TIMER
 * @param time the interval in ticks, less than RT_TICK_MAX / 2
 * @param flag RT_TIMER_FLAG_ONE_SHOT or _PERIODIC, and RT_TIMER_FLAG_HARD_TIMER or _SOFT_TIMER
 * @return the timer, or RT_NULL if there is no memory
 */
rt_timer_t rt_timer_create(const char *name, void (*timeout)(void *parameter), void *parameter,
                           rt_tick_t time, rt_uint8_t flag);

/**
 * Stop a timer that was created and free it.
 *
 * @return RT_EOK
 */
rt_err_t rt_timer_delete(rt_timer_t timer);
#endif /* RT_USING_HEAP */

/**
 * Start a timer, or start its interval anew.
 *
 * @return RT_EOK
 */
rt_err_t rt_timer_start(rt_timer_t timer);

/**
 * Stop a timer.
 *
 * @return RT_EOK, or -RT_ERROR if it does not run
 */
rt_err_t rt_timer_stop(rt_timer_t timer);

/**
 * Get or set a property of a timer.
 *
 * @param cmd RT_TIMER_CTRL_*
 * @param arg depends on cmd
 * @return RT_EOK
 */
rt_err_t rt_timer_control(rt_timer_t timer, int cmd, void *arg);

/** When the next timer fires, in ticks of rt_tick_get; RT_TICK_MAX if none runs. */
rt_tick_t rt_timer_next_timeout_tick(void);

/** Call back the hard timers that are due. Called by the clock. */
void rt_timer_check(void);

#ifdef RT_USING_HOOK
void rt_timer_enter_sethook(void (*hook)(struct rt_timer *timer));
void rt_timer_exit_sethook(void (*hook)(struct rt_timer *timer));
#endif /* RT_USING_HOOK */

/* Threads. */

/**
 * Initialise a thread in storage the caller supplies. rt_thread_startup starts it.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param entry its function, called with parameter
 * @param stack_start its stack
 * @param stack_size size of the stack in bytes
 * @param priority 0 is the highest, RT_THREAD_PRIORITY_MAX - 1 the lowest
 * @param tick its time slice among threads of the same priority
 * @return RT_EOK
 */
rt_err_t rt_thread_init(struct rt_thread *thread, const char *name, void (*entry)(void *parameter),
                        void *parameter, void *stack_start, rt_uint32_t stack_size,
                        rt_uint8_t priority, rt_uint32_t tick);

/**
 * End an initialised thread and remove it from the system.
 *
 * @return RT_EOK
 */
rt_err_t rt_thread_detach(rt_thread_t thread);

#ifdef RT_USING_HEAP
/**
 * Create a thread. rt_thread_startup starts it.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param entry its function, called with parameter
 * @param stack_size size of its stack in bytes
 * @param priority 0 is the highest, RT_THREAD_PRIORITY_MAX - 1 the lowest
 * @param tick its time slice among threads of the same priority
 * @return the thread, or RT_NULL if there is no memory
 */
rt_thread_t rt_thread_create(const char *name, void (*entry)(void *parameter), void *parameter,
                             rt_uint32_t stack_size, rt_uint8_t priority, rt_uint32_t tick);

/**
 * End a thread that was created; the idle thread frees it.
 *
 * @return RT_EOK
 */
rt_err_t rt_thread_delete(rt_thread_t thread);
#endif /* RT_USING_HEAP */

/**
 * Remove a thread from the scheduler for good. A thread closes itself with the scheduler locked.
 *
 * @return RT_EOK
 */
rt_err_t rt_thread_close(rt_thread_t thread);

/**
 * The calling thread; RT_NULL before the scheduler runs. In an interrupt, the thread that was
 * interrupted.
 */
rt_thread_t rt_thread_self(void);

/**
 * Find a thread by name. Not in an interrupt.
 *
 * @return the thread, or RT_NULL if there is none
 */
rt_thread_t rt_thread_find(char *name);

/**
 * Start a thread that was created or initialised.
 *
 * @return RT_EOK
 */
rt_err_t rt_thread_startup(rt_thread_t thread);

/**
 * Let another ready thread of the same priority run.
 *
 * @return RT_EOK
 */
rt_err_t rt_thread_yield(void);

/**
 * Wait for a number of ticks. In a thread, with the scheduler unlocked.
 *
 * @return RT_EOK, or an error code if the wait was interrupted
 */
rt_err_t rt_thread_delay(rt_tick_t tick);

/**
 * Wait until inc_tick ticks after *tick, for work at regular intervals.
 *
 * @param tick when the last interval began; set to when the new one began
 * @return RT_EOK, or an error code if the wait was interrupted
 */
rt_err_t rt_thread_delay_until(rt_tick_t *tick, rt_tick_t inc_tick);

/**
 * Wait for a number of milliseconds, rounded up to ticks. In a thread, with the scheduler unlocked.
 *
 * @return RT_EOK, or an error code if the wait was interrupted
 */
rt_err_t rt_thread_mdelay(rt_int32_t ms);

/**
 * Change a property of a thread.
 *
 * @param cmd RT_THREAD_CTRL_*
 * @param arg depends on cmd
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_thread_control(rt_thread_t thread, int cmd, void *arg);

/**
 * Suspend the calling thread. It runs on until the next rt_schedule().
 *
 * @return RT_EOK, or -RT_ERROR if it is not ready
 */
rt_err_t rt_thread_suspend(rt_thread_t thread);

/**
 * Suspend the calling thread. It runs on until the next rt_schedule().
 *
 * @param suspend_flag RT_INTERRUPTIBLE, RT_KILLABLE or RT_UNINTERRUPTIBLE
 * @return RT_EOK, -RT_ERROR if it is not ready, or -RT_EINTR if a signal is pending
 */
rt_err_t rt_thread_suspend_with_flag(rt_thread_t thread, int suspend_flag);

/**
 * Make a suspended thread ready.
 *
 * @return RT_EOK, or a negative error code if it is not suspended
 */
rt_err_t rt_thread_resume(rt_thread_t thread);

/**
 * Copy the name of a thread, terminated.
 *
 * @param name_size size of name
 * @return RT_EOK, or -RT_EINVAL
 */
rt_err_t rt_thread_get_name(rt_thread_t thread, char *name, rt_uint8_t name_size);

#ifdef RT_USING_SIGNALS
void rt_thread_alloc_sig(rt_thread_t tid);
void rt_thread_free_sig(rt_thread_t tid);

/**
 * Send a signal to a thread.
 *
 * @param sig the signal, less than RT_SIG_MAX
 * @return RT_EOK, or a negative error code
 */
int rt_thread_kill(rt_thread_t tid, int sig);
#endif /* RT_USING_SIGNALS */

#ifdef RT_USING_HOOK
void rt_thread_suspend_sethook(void (*hook)(rt_thread_t thread));
void rt_thread_resume_sethook(void (*hook)(rt_thread_t thread));

/** Called when a thread has been initialised. */
typedef void (*rt_thread_inited_hookproto_t)(rt_thread_t thread);
RT_OBJECT_HOOKLIST_DECLARE(rt_thread_inited_hookproto_t, rt_thread_inited)
#endif /* RT_USING_HOOK */

/* The idle thread. */

void rt_thread_idle_init(void);

#if defined(RT_USING_HOOK) || defined(RT_USING_IDLE_HOOK)
/**
 * Add a function the idle thread calls again and again. It must not wait.
 *
 * @return RT_EOK, or -RT_EFULL
 */
rt_err_t rt_thread_idle_sethook(void (*hook)(void));

/**
 * Remove a function from the idle thread.
 *
 * @return RT_EOK, or -RT_ENOSYS if it is not there
 */
rt_err_t rt_thread_idle_delhook(void (*hook)(void));
#endif

/** The idle thread of this processor. */
rt_thread_t rt_thread_idle_gethandler(void);

/* Scheduler. */

void rt_system_scheduler_init(void);

/** Start the first thread. Does not return. */
void rt_system_scheduler_start(void);

/** Run the ready thread of the highest priority, unless the scheduler is locked. */
void rt_schedule(void);

void rt_scheduler_do_irq_switch(void *context);

#ifdef RT_USING_OVERFLOW_CHECK
void rt_scheduler_stack_check(struct rt_thread *thread);
/** Check the stack of a thread for an overflow. */
#define RT_SCHEDULER_STACK_CHECK(thr)   rt_scheduler_stack_check(thr)
#else
#define RT_SCHEDULER_STACK_CHECK(thr)
#endif /* RT_USING_OVERFLOW_CHECK */

/**
 * Lock the scheduler: no other thread runs, interrupts do. Nests.
 *
 * @return the depth of locks, for rt_exit_critical_safe
 */
rt_base_t rt_enter_critical(void);

/** Unlock the scheduler; the last unlock schedules. */
void rt_exit_critical(void);

/**
 * Unlock the scheduler and check the nesting.
 *
 * @param critical_level the result of the matching rt_enter_critical
 */
void rt_exit_critical_safe(rt_base_t critical_level);

/** How deep the scheduler is locked; 0 is not at all. */
rt_uint16_t rt_critical_level(void);

#ifdef RT_USING_HOOK
void rt_scheduler_sethook(void (*hook)(rt_thread_t from, rt_thread_t to));
void rt_scheduler_switch_sethook(void (*hook)(struct rt_thread *thread));
#endif /* RT_USING_HOOK */

#ifdef RT_USING_SMP
void rt_secondary_cpu_entry(void);
void rt_scheduler_ipi_handler(int vector, void *param);
#endif /* RT_USING_SMP */

/* Signals. */

#ifdef RT_USING_SIGNALS
/** Hold back a signal of the calling thread. */
void rt_signal_mask(int signo);

/** Let a signal of the calling thread in. */
void rt_signal_unmask(int signo);

void *rt_signal_check(void *context);

/**
 * Set the handler of a signal of the calling thread.
 *
 * @param handler a function, SIG_IGN or SIG_DFL
 * @return the previous handler, or SIG_ERR
 */
rt_sighandler_t rt_signal_install(int signo, rt_sighandler_t handler);

/**
 * Wait for a signal.
 *
 * @param set the signals to wait for
 * @param si receives the signal
 * @param timeout in ticks, or RT_WAITING_FOREVER
 * @return RT_EOK, or a negative error code
 */
int rt_signal_wait(const rt_sigset_t *set, rt_siginfo_t *si, rt_int32_t timeout);

int rt_system_signal_init(void);
#endif /* RT_USING_SIGNALS */

/* Memory pools. */

#ifdef RT_USING_MEMPOOL
/**
 * Initialise a memory pool in storage the caller supplies.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param start the memory of the pool
 * @param size its size in bytes; each block takes a pointer more than block_size
 * @return RT_EOK
 */
rt_err_t rt_mp_init(struct rt_mempool *mp, const char *name, void *start, rt_size_t size,
                    rt_size_t block_size);

/**
 * Remove an initialised memory pool from the system. Waiting threads get -RT_ERROR.
 *
 * @return RT_EOK
 */
rt_err_t rt_mp_detach(struct rt_mempool *mp);

#ifdef RT_USING_HEAP
/**
 * Create a memory pool. Not in an interrupt.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @return the pool, or RT_NULL if there is no memory
 */
rt_mp_t rt_mp_create(const char *name, rt_size_t block_count, rt_size_t block_size);

/**
 * Free a memory pool that was created. Waiting threads get -RT_ERROR. Not in an interrupt.
 *
 * @return RT_EOK
 */
rt_err_t rt_mp_delete(rt_mp_t mp);
#endif /* RT_USING_HEAP */

/**
 * Allocate a block from a pool.
 *
 * @param time how long to wait for one, in ticks, or RT_WAITING_FOREVER; 0 in an interrupt
 * @return the block, or RT_NULL
 */
void *rt_mp_alloc(rt_mp_t mp, rt_int32_t time);

/** Give a block back to its pool. */
void rt_mp_free(void *block);

#ifdef RT_USING_HOOK
void rt_mp_alloc_sethook(void (*hook)(struct rt_mempool *mp, void *block));
void rt_mp_free_sethook(void (*hook)(struct rt_mempool *mp, void *block));
#endif /* RT_USING_HOOK */
#endif /* RT_USING_MEMPOOL */

/* The heap. */

#ifdef RT_USING_HEAP
/** Initialise the heap with a piece of memory. */
void rt_system_heap_init(void *begin_addr, void *end_addr);

void rt_system_heap_init_generic(void *begin_addr, void *end_addr);

/**
 * Allocate memory. Not in an interrupt.
 *
 * @param size in bytes
 * @return the memory, aligned to RT_ALIGN_SIZE, or RT_NULL
 */
void *rt_malloc(rt_size_t size);

/**
 * Free memory. Not in an interrupt.
 *
 * @param ptr from rt_malloc, rt_calloc or rt_realloc, or RT_NULL
 */
void rt_free(void *ptr);

/**
 * Change the size of memory; its content is kept, its address may change. Not in an interrupt.
 *
 * @param ptr from rt_malloc, rt_calloc or rt_realloc, or RT_NULL
 * @param newsize in bytes
 * @return the memory, or RT_NULL; then the old memory is still there
 */
void *rt_realloc(void *ptr, rt_size_t newsize);

/**
 * Allocate zeroed memory for an array. Not in an interrupt.
 *
 * @param count elements
 * @param size of an element, in bytes
 * @return the memory, aligned to RT_ALIGN_SIZE, or RT_NULL
 */
void *rt_calloc(rt_size_t count, rt_size_t size);

/**
 * Allocate aligned memory. Not in an interrupt.
 *
 * @param align a power of 2
 * @return the memory, for rt_free_align, or RT_NULL
 */
void *rt_malloc_align(rt_size_t size, rt_size_t align);

/** Free memory from rt_malloc_align. Not in an interrupt. */
void rt_free_align(void *ptr);

/**
 * How much of the heap is used, in bytes.
 *
 * @param total receives its size; each pointer may be RT_NULL
 * @param used receives what is used
 * @param max_used receives the greatest use so far
 */
void rt_memory_info(rt_size_t *total, rt_size_t *used, rt_size_t *max_used);

#ifdef RT_USING_HOOK
void rt_malloc_sethook(void (*hook)(void **ptr, rt_size_t size));
void rt_realloc_set_entry_hook(void (*hook)(void **ptr, rt_size_t size));
void rt_realloc_set_exit_hook(void (*hook)(void **ptr, rt_size_t size));
void rt_free_sethook(void (*hook)(void **ptr));
#endif /* RT_USING_HOOK */
#endif /* RT_USING_HEAP */
#if defined(RT_USING_HEAP) && defined(RT_USING_SLAB) && defined(RT_USING_SLAB_AS_HEAP)
void *rt_page_alloc(rt_size_t npages);
void rt_page_free(void *addr, rt_size_t npages);
#endif

/* Small memory regions: first fit. */

#ifdef RT_USING_SMALL_MEM
/**
 * Make a piece of memory a region for small allocations.
 *
 * @return the region, at the start of the memory, or RT_NULL if it is too small
 */
rt_smem_t rt_smem_init(const char *name, void *begin_addr, rt_size_t size);

/**
 * Remove a region from the system.
 *
 * @return RT_EOK
 */
rt_err_t rt_smem_detach(rt_smem_t m);

/**
 * Allocate from a region.
 *
 * @return the memory, or RT_NULL
 */
void *rt_smem_alloc(rt_smem_t m, rt_size_t size);

/**
 * Change the size of memory of a region.
 *
 * @return the memory, or RT_NULL
 */
void *rt_smem_realloc(rt_smem_t m, void *rmem, rt_size_t newsize);

/** Give memory back to its region. */
void rt_smem_free(void *rmem);
#endif /* RT_USING_SMALL_MEM */

/* Memory heaps: best fit, for several pieces of memory. */

#ifdef RT_USING_MEMHEAP
/**
 * Initialise a memory heap on a piece of memory.
 *
 * @param memheap storage the caller supplies
 * @param name its name, at most RT_NAME_MAX characters
 * @return RT_EOK
 */
rt_err_t rt_memheap_init(struct rt_memheap *memheap, const char *name, void *start_addr,
                         rt_size_t size);

/**
 * Remove a memory heap from the system.
 *
 * @return RT_EOK
 */
rt_err_t rt_memheap_detach(struct rt_memheap *heap);

/**
 * Allocate from a memory heap.
 *
 * @return the memory, or RT_NULL
 */
void *rt_memheap_alloc(struct rt_memheap *heap, rt_size_t size);

/**
 * Change the size of memory of a memory heap.
 *
 * @return the memory, or RT_NULL
 */
void *rt_memheap_realloc(struct rt_memheap *heap, void *ptr, rt_size_t newsize);

/** Give memory back to its memory heap. */
void rt_memheap_free(void *ptr);

/** How much of a memory heap is used, in bytes. */
void rt_memheap_info(struct rt_memheap *heap, rt_size_t *total, rt_size_t *used,
                     rt_size_t *max_used);
#endif /* RT_USING_MEMHEAP */
#ifdef RT_USING_MEMHEAP_AS_HEAP
void *_memheap_alloc(struct rt_memheap *heap, rt_size_t size);
void _memheap_free(void *rmem);
void *_memheap_realloc(struct rt_memheap *heap, void *rmem, rt_size_t newsize);
#endif /* RT_USING_MEMHEAP_AS_HEAP */

/* Slabs: fast allocation of small pieces. */
#ifdef RT_USING_SLAB
rt_slab_t rt_slab_init(const char *name, void *begin_addr, rt_size_t size);
rt_err_t rt_slab_detach(rt_slab_t m);
void *rt_slab_page_alloc(rt_slab_t m, rt_size_t npages);
void rt_slab_page_free(rt_slab_t m, void *addr, rt_size_t npages);
void *rt_slab_alloc(rt_slab_t m, rt_size_t size);
void *rt_slab_realloc(rt_slab_t m, void *ptr, rt_size_t size);
void rt_slab_free(rt_slab_t m, void *ptr);
#endif /* RT_USING_SLAB */

/* Lists of suspended threads; for the kernel and its IPC, not for applications. */

/** The threads are resumed with the error code they have. */
#define RT_THREAD_RESUME_RES_THR_ERR    (-1)

void rt_susp_list_print(rt_list_t *list);
struct rt_thread *rt_susp_list_dequeue(rt_list_t *susp_list, rt_err_t thread_error);
rt_err_t rt_susp_list_resume_all(rt_list_t *susp_list, rt_err_t thread_error);
rt_err_t rt_susp_list_resume_all_irq(rt_list_t *susp_list, rt_err_t thread_error,
                                     struct rt_spinlock *lock);
rt_err_t rt_thread_suspend_to_list(rt_thread_t thread, rt_list_t *susp_list, int ipc_flags,
                                   int suspend_flag);
rt_err_t rt_susp_list_enqueue(rt_list_t *susp_list, rt_thread_t thread, int ipc_flags);

/* Semaphores. */

#ifdef RT_USING_SEMAPHORE
/**
 * Initialise a semaphore in storage the caller supplies.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param value how often it can be taken now
 * @param flag RT_IPC_FLAG_FIFO or RT_IPC_FLAG_PRIO
 * @return RT_EOK
 */
rt_err_t rt_sem_init(rt_sem_t sem, const char *name, rt_uint32_t value, rt_uint8_t flag);

/**
 * Remove an initialised semaphore from the system. Waiting threads get -RT_ERROR.
 *
 * @return RT_EOK
 */
rt_err_t rt_sem_detach(rt_sem_t sem);

#ifdef RT_USING_HEAP
/**
 * Create a semaphore. Not in an interrupt.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param value how often it can be taken now
 * @param flag RT_IPC_FLAG_FIFO or RT_IPC_FLAG_PRIO
 * @return the semaphore, or RT_NULL if there is no memory
 */
rt_sem_t rt_sem_create(const char *name, rt_uint32_t value, rt_uint8_t flag);

/**
 * Free a semaphore that was created. Waiting threads get -RT_ERROR. Not in an interrupt.
 *
 * @return RT_EOK
 */
rt_err_t rt_sem_delete(rt_sem_t sem);
#endif /* RT_USING_HEAP */

/**
 * Take a semaphore; wait if its value is 0.
 *
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return RT_EOK, -RT_ETIMEOUT, or -RT_ERROR if the semaphore went away
 */
rt_err_t rt_sem_take(rt_sem_t sem, rt_int32_t timeout);

/** Take a semaphore; any signal ends the wait with -RT_EINTR. */
rt_err_t rt_sem_take_interruptible(rt_sem_t sem, rt_int32_t timeout);

/** Take a semaphore; a killing signal ends the wait with -RT_EINTR. */
rt_err_t rt_sem_take_killable(rt_sem_t sem, rt_int32_t timeout);

/**
 * Take a semaphore without waiting. Also in an interrupt.
 *
 * @return RT_EOK, or -RT_ETIMEOUT if its value is 0
 */
rt_err_t rt_sem_trytake(rt_sem_t sem);

/**
 * Release a semaphore: wake the first waiting thread or add 1 to the value. Also in an interrupt.
 *
 * @return RT_EOK, or -RT_EFULL if the value is at its limit
 */
rt_err_t rt_sem_release(rt_sem_t sem);

/**
 * Reset a semaphore or set its limit.
 *
 * @param cmd RT_IPC_CMD_RESET or RT_IPC_CMD_SET_VLIMIT
 * @param arg the new value, cast to a pointer
 * @return RT_EOK, -RT_EINVAL, or -RT_ERROR for another command
 */
rt_err_t rt_sem_control(rt_sem_t sem, int cmd, void *arg);
#endif /* RT_USING_SEMAPHORE */

/* Mutexes. */

#ifdef RT_USING_MUTEX
/**
 * Initialise a mutex in storage the caller supplies.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param flag ignored; waiting threads are served by priority
 * @return RT_EOK
 */
rt_err_t rt_mutex_init(rt_mutex_t mutex, const char *name, rt_uint8_t flag);

/**
 * Remove an initialised mutex from the system. Waiting threads get -RT_ERROR.
 *
 * @return RT_EOK
 */
rt_err_t rt_mutex_detach(rt_mutex_t mutex);

#ifdef RT_USING_HEAP
/**
 * Create a mutex. Not in an interrupt.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param flag ignored; waiting threads are served by priority
 * @return the mutex, or RT_NULL if there is no memory
 */
rt_mutex_t rt_mutex_create(const char *name, rt_uint8_t flag);

/**
 * Free a mutex that was created. Waiting threads get -RT_ERROR. Not in an interrupt.
 *
 * @return RT_EOK
 */
rt_err_t rt_mutex_delete(rt_mutex_t mutex);
#endif /* RT_USING_HEAP */

/** Remove a waiting thread from the queue of a mutex. */
void rt_mutex_drop_thread(rt_mutex_t mutex, rt_thread_t thread);

/**
 * Set the priority ceiling of a mutex; its owner runs at least at that priority.
 *
 * @return the previous ceiling
 */
rt_uint8_t rt_mutex_setprioceiling(rt_mutex_t mutex, rt_uint8_t priority);

/** The priority ceiling of a mutex; 0xff is none. */
rt_uint8_t rt_mutex_getprioceiling(rt_mutex_t mutex);

/**
 * Take a mutex; wait if another thread has it. Its owner may take it again. In a thread.
 *
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return RT_EOK, -RT_ETIMEOUT, -RT_EFULL if it was taken too often, or -RT_ERROR if the mutex
 *   went away
 */
rt_err_t rt_mutex_take(rt_mutex_t mutex, rt_int32_t timeout);

/**
 * Take a mutex without waiting. In a thread.
 *
 * @return RT_EOK, or -RT_ETIMEOUT if another thread has it
 */
rt_err_t rt_mutex_trytake(rt_mutex_t mutex);

/** Take a mutex; any signal ends the wait with -RT_EINTR. */
rt_err_t rt_mutex_take_interruptible(rt_mutex_t mutex, rt_int32_t time);

/** Take a mutex; a killing signal ends the wait with -RT_EINTR. */
rt_err_t rt_mutex_take_killable(rt_mutex_t mutex, rt_int32_t time);

/**
 * Release a mutex. In the thread that owns it.
 *
 * @return RT_EOK, or -RT_ERROR if another thread owns it
 */
rt_err_t rt_mutex_release(rt_mutex_t mutex);

/**
 * There are no commands.
 *
 * @return -RT_EINVAL
 */
rt_err_t rt_mutex_control(rt_mutex_t mutex, int cmd, void *arg);

/** The thread that holds a mutex, or RT_NULL. */
rt_inline rt_thread_t rt_mutex_get_owner(rt_mutex_t mutex)
{
    return mutex->owner;
}

/** How often the owner of a mutex has taken it. */
rt_inline rt_ubase_t rt_mutex_get_hold(rt_mutex_t mutex)
{
    return mutex->hold;
}
#endif /* RT_USING_MUTEX */

/* Events. */

#ifdef RT_USING_EVENT
/**
 * Initialise an event set in storage the caller supplies.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param flag RT_IPC_FLAG_FIFO or RT_IPC_FLAG_PRIO
 * @return RT_EOK
 */
rt_err_t rt_event_init(rt_event_t event, const char *name, rt_uint8_t flag);

/**
 * Remove an initialised event set from the system. Waiting threads get -RT_ERROR.
 *
 * @return RT_EOK
 */
rt_err_t rt_event_detach(rt_event_t event);

#ifdef RT_USING_HEAP
/**
 * Create an event set. Not in an interrupt.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param flag RT_IPC_FLAG_FIFO or RT_IPC_FLAG_PRIO
 * @return the event set, or RT_NULL if there is no memory
 */
rt_event_t rt_event_create(const char *name, rt_uint8_t flag);

/**
 * Free an event set that was created. Waiting threads get -RT_ERROR. Not in an interrupt.
 *
 * @return RT_EOK
 */
rt_err_t rt_event_delete(rt_event_t event);
#endif /* RT_USING_HEAP */

/**
 * Add events to an event set and wake the threads that wait for them. Also in an interrupt.
 *
 * @param set the events; not 0
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_event_send(rt_event_t event, rt_uint32_t set);

/**
 * Wait for events.
 *
 * @param set the events; not 0
 * @param opt RT_EVENT_FLAG_AND or RT_EVENT_FLAG_OR, and RT_EVENT_FLAG_CLEAR to clear them
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @param recved receives the events of set that arrived; may be RT_NULL
 * @return RT_EOK, -RT_ETIMEOUT, or -RT_ERROR if set is 0 or the event set went away
 */
rt_err_t rt_event_recv(rt_event_t event, rt_uint32_t set, rt_uint8_t opt, rt_int32_t timeout,
                       rt_uint32_t *recved);

/** Wait for events; any signal ends the wait with -RT_EINTR. */
rt_err_t rt_event_recv_interruptible(rt_event_t event, rt_uint32_t set, rt_uint8_t opt,
                                     rt_int32_t timeout, rt_uint32_t *recved);

/** Wait for events; a killing signal ends the wait with -RT_EINTR. */
rt_err_t rt_event_recv_killable(rt_event_t event, rt_uint32_t set, rt_uint8_t opt,
                                rt_int32_t timeout, rt_uint32_t *recved);

/**
 * Reset an event set: no events; waiting threads get -RT_ERROR.
 *
 * @param cmd RT_IPC_CMD_RESET
 * @return RT_EOK, or -RT_ERROR for another command
 */
rt_err_t rt_event_control(rt_event_t event, int cmd, void *arg);
#endif /* RT_USING_EVENT */

/* Mailboxes. */

#ifdef RT_USING_MAILBOX
/**
 * Initialise a mailbox in storage the caller supplies.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param msgpool memory for the mails, size machine words
 * @param size how many mails fit
 * @param flag RT_IPC_FLAG_FIFO or RT_IPC_FLAG_PRIO
 * @return RT_EOK
 */
rt_err_t rt_mb_init(rt_mailbox_t mb, const char *name, void *msgpool, rt_size_t size,
                    rt_uint8_t flag);

/**
 * Remove an initialised mailbox from the system. Waiting threads get -RT_ERROR.
 *
 * @return RT_EOK
 */
rt_err_t rt_mb_detach(rt_mailbox_t mb);

#ifdef RT_USING_HEAP
/**
 * Create a mailbox. Not in an interrupt.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param size how many mails fit
 * @param flag RT_IPC_FLAG_FIFO or RT_IPC_FLAG_PRIO
 * @return the mailbox, or RT_NULL if there is no memory
 */
rt_mailbox_t rt_mb_create(const char *name, rt_size_t size, rt_uint8_t flag);

/**
 * Free a mailbox that was created. Waiting threads get -RT_ERROR. Not in an interrupt.
 *
 * @return RT_EOK
 */
rt_err_t rt_mb_delete(rt_mailbox_t mb);
#endif /* RT_USING_HEAP */

/**
 * Send a mail without waiting. Also in an interrupt.
 *
 * @return RT_EOK, or -RT_EFULL
 */
rt_err_t rt_mb_send(rt_mailbox_t mb, rt_ubase_t value);

/** The same as rt_mb_send; nothing is there to interrupt. */
rt_err_t rt_mb_send_interruptible(rt_mailbox_t mb, rt_ubase_t value);

/** The same as rt_mb_send; nothing is there to interrupt. */
rt_err_t rt_mb_send_killable(rt_mailbox_t mb, rt_ubase_t value);

/**
 * Send a mail; wait if the mailbox is full.
 *
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return RT_EOK, -RT_EFULL if it is full and must not wait, -RT_ETIMEOUT, or -RT_ERROR if the
 *   mailbox went away
 */
rt_err_t rt_mb_send_wait(rt_mailbox_t mb, rt_ubase_t value, rt_int32_t timeout);

/** Send a mail; any signal ends the wait with -RT_EINTR. */
rt_err_t rt_mb_send_wait_interruptible(rt_mailbox_t mb, rt_ubase_t value, rt_int32_t timeout);

/** Send a mail; a killing signal ends the wait with -RT_EINTR. */
rt_err_t rt_mb_send_wait_killable(rt_mailbox_t mb, rt_ubase_t value, rt_int32_t timeout);

/**
 * Send a mail that is received before all others, without waiting. Also in an interrupt.
 *
 * @return RT_EOK, or -RT_EFULL
 */
rt_err_t rt_mb_urgent(rt_mailbox_t mb, rt_ubase_t value);

/**
 * Receive a mail; wait if the mailbox is empty.
 *
 * @param value receives the mail
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return RT_EOK, -RT_ETIMEOUT, or -RT_ERROR if the mailbox went away
 */
rt_err_t rt_mb_recv(rt_mailbox_t mb, rt_ubase_t *value, rt_int32_t timeout);

/** Receive a mail; any signal ends the wait with -RT_EINTR. */
rt_err_t rt_mb_recv_interruptible(rt_mailbox_t mb, rt_ubase_t *value, rt_int32_t timeout);

/** Receive a mail; a killing signal ends the wait with -RT_EINTR. */
rt_err_t rt_mb_recv_killable(rt_mailbox_t mb, rt_ubase_t *value, rt_int32_t timeout);

/**
 * Reset a mailbox: it is empty; waiting threads get -RT_ERROR.
 *
 * @param cmd RT_IPC_CMD_RESET
 * @return RT_EOK, or -RT_ERROR for another command
 */
rt_err_t rt_mb_control(rt_mailbox_t mb, int cmd, void *arg);
#endif /* RT_USING_MAILBOX */

/* Message queues. */
#ifdef RT_USING_MESSAGEQUEUE
/** The head of a message in the pool of its queue. */
struct rt_mq_message
{
    struct rt_mq_message *next;
    rt_ssize_t length;
#ifdef RT_USING_MESSAGEQUEUE_PRIORITY
    rt_int32_t prio;
#endif
};

/** The size of the pool for max_msgs messages of up to msg_size bytes. */
#define RT_MQ_BUF_SIZE(msg_size, max_msgs) \
    ((RT_ALIGN((msg_size), RT_ALIGN_SIZE) + sizeof(struct rt_mq_message)) * (max_msgs))

/**
 * Initialise a message queue in storage the caller supplies.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param msgpool memory for the messages
 * @param msg_size greatest size of a message in bytes
 * @param pool_size size of msgpool in bytes; see RT_MQ_BUF_SIZE
 * @param flag RT_IPC_FLAG_FIFO or RT_IPC_FLAG_PRIO
 * @return RT_EOK, or -RT_EINVAL if not one message fits
 */
rt_err_t rt_mq_init(rt_mq_t mq, const char *name, void *msgpool, rt_size_t msg_size,
                    rt_size_t pool_size, rt_uint8_t flag);

/**
 * Remove an initialised message queue from the system. Waiting threads get -RT_ERROR.
 *
 * @return RT_EOK
 */
rt_err_t rt_mq_detach(rt_mq_t mq);

#ifdef RT_USING_HEAP
/**
 * Create a message queue. Not in an interrupt.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param msg_size greatest size of a message in bytes
 * @param max_msgs how many messages fit
 * @param flag RT_IPC_FLAG_FIFO or RT_IPC_FLAG_PRIO
 * @return the message queue, or RT_NULL if there is no memory
 */
rt_mq_t rt_mq_create(const char *name, rt_size_t msg_size, rt_size_t max_msgs, rt_uint8_t flag);

/**
 * Free a message queue that was created. Waiting threads get -RT_ERROR. Not in an interrupt.
 *
 * @return RT_EOK
 */
rt_err_t rt_mq_delete(rt_mq_t mq);
#endif /* RT_USING_HEAP */

/**
 * Send a copy of a message without waiting. Also in an interrupt.
 *
 * @return RT_EOK, -RT_EFULL, or -RT_ERROR if it is too long
 */
rt_err_t rt_mq_send(rt_mq_t mq, const void *buffer, rt_size_t size);

/** The same as rt_mq_send; nothing is there to interrupt. */
rt_err_t rt_mq_send_interruptible(rt_mq_t mq, const void *buffer, rt_size_t size);

/** The same as rt_mq_send; nothing is there to interrupt. */
rt_err_t rt_mq_send_killable(rt_mq_t mq, const void *buffer, rt_size_t size);

/**
 * Send a copy of a message; wait if the queue is full.
 *
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return RT_EOK, -RT_EFULL if it is full and must not wait, -RT_ETIMEOUT, or -RT_ERROR if the
 *   message is too long or the queue went away
 */
rt_err_t rt_mq_send_wait(rt_mq_t mq, const void *buffer, rt_size_t size, rt_int32_t timeout);

/** Send a copy of a message; any signal ends the wait with -RT_EINTR. */
rt_err_t rt_mq_send_wait_interruptible(rt_mq_t mq, const void *buffer, rt_size_t size,
                                       rt_int32_t timeout);

/** Send a copy of a message; a killing signal ends the wait with -RT_EINTR. */
rt_err_t rt_mq_send_wait_killable(rt_mq_t mq, const void *buffer, rt_size_t size,
                                  rt_int32_t timeout);

/**
 * Send a copy of a message that is received before all others, without waiting. Also in an
 * interrupt.
 *
 * @return RT_EOK, -RT_EFULL, or -RT_ERROR if it is too long
 */
rt_err_t rt_mq_urgent(rt_mq_t mq, const void *buffer, rt_size_t size);

/**
 * Receive a message; wait if the queue is empty. What does not fit in the buffer is lost.
 *
 * @param size size of the buffer in bytes
 * @param timeout in ticks, RT_WAITING_FOREVER or RT_WAITING_NO
 * @return the bytes received, -RT_ETIMEOUT, or -RT_ERROR if the queue went away
 */
rt_ssize_t rt_mq_recv(rt_mq_t mq, void *buffer, rt_size_t size, rt_int32_t timeout);

/** Receive a message; any signal ends the wait with -RT_EINTR. */
rt_ssize_t rt_mq_recv_interruptible(rt_mq_t mq, void *buffer, rt_size_t size, rt_int32_t timeout);

/** Receive a message; a killing signal ends the wait with -RT_EINTR. */
rt_ssize_t rt_mq_recv_killable(rt_mq_t mq, void *buffer, rt_size_t size, rt_int32_t timeout);

/**
 * Reset a message queue: it is empty; waiting threads get -RT_ERROR.
 *
 * @param cmd RT_IPC_CMD_RESET
 * @return RT_EOK, or -RT_ERROR for another command
 */
rt_err_t rt_mq_control(rt_mq_t mq, int cmd, void *arg);
#ifdef RT_USING_MESSAGEQUEUE_PRIORITY
rt_err_t rt_mq_send_wait_prio(rt_mq_t mq, const void *buffer, rt_size_t size,
                              rt_int32_t prio, rt_int32_t timeout, int suspend_flag);
rt_ssize_t rt_mq_recv_prio(rt_mq_t mq, void *buffer, rt_size_t size,
                           rt_int32_t *prio, rt_int32_t timeout, int suspend_flag);
#endif /* RT_USING_MESSAGEQUEUE_PRIORITY */
#endif /* RT_USING_MESSAGEQUEUE */

/* Ended threads that wait for their clean-up. */

void rt_thread_defunct_init(void);
void rt_thread_defunct_enqueue(rt_thread_t thread);
rt_thread_t rt_thread_defunct_dequeue(void);
void rt_defunct_execute(void);

/* Spinlocks. */

/** Initialise a spinlock. */
void rt_spin_lock_init(struct rt_spinlock *lock);

/** Take a spinlock; the scheduler is locked meanwhile. */
void rt_spin_lock(struct rt_spinlock *lock);

/** Release a spinlock. */
void rt_spin_unlock(struct rt_spinlock *lock);

/**
 * Take a spinlock and disable interrupts.
 *
 * @return the interrupt state, for rt_spin_unlock_irqrestore
 */
rt_base_t rt_spin_lock_irqsave(struct rt_spinlock *lock);

/** Release a spinlock and restore the interrupts. */
void rt_spin_unlock_irqrestore(struct rt_spinlock *lock, rt_base_t level);

/* Devices. */

#ifdef RT_USING_DEVICE
/**
 * Find a device by name. Not in an interrupt.
 *
 * @return the device, or RT_NULL if there is none
 */
rt_device_t rt_device_find(const char *name);

/**
 * Register a device. For drivers.
 *
 * @param name its name, at most RT_NAME_MAX characters
 * @param flags what it can do, RT_DEVICE_FLAG_*
 * @return RT_EOK, or -RT_ERROR if the name is taken
 */
rt_err_t rt_device_register(rt_device_t dev, const char *name, rt_uint16_t flags);

/**
 * Remove a device from the system.
 *
 * @return RT_EOK
 */
rt_err_t rt_device_unregister(rt_device_t dev);

#ifdef RT_USING_HEAP
/**
 * Allocate a device and more memory for its driver behind it.
 *
 * @param type its enum rt_device_class_type
 * @param attach_size how much more, in bytes
 * @return the device, or RT_NULL if there is no memory
 */
rt_device_t rt_device_create(int type, int attach_size);

/** Free a device from rt_device_create. */
void rt_device_destroy(rt_device_t device);
#endif /* RT_USING_HEAP */

/**
 * Set the function a device calls when it has received something, mostly in an interrupt.
 *
 * @param rx_ind called with the number of bytes that can be read
 * @return RT_EOK
 */
rt_err_t rt_device_set_rx_indicate(rt_device_t dev,
                                   rt_err_t (*rx_ind)(rt_device_t dev, rt_size_t size));

/**
 * Set the function a device calls when it has sent a buffer, mostly in an interrupt.
 *
 * @param tx_done called with the buffer
 * @return RT_EOK
 */
rt_err_t rt_device_set_tx_complete(rt_device_t dev,
                                   rt_err_t (*tx_done)(rt_device_t dev, void *buffer));

/**
 * Initialise a device, if it was not yet.
 *
 * @return RT_EOK, or the driver's error code
 */
rt_err_t rt_device_init(rt_device_t dev);

/**
 * Open a device. Each open needs a close.
 *
 * @param oflag RT_DEVICE_OFLAG_RDONLY, _WRONLY or _RDWR, and RT_DEVICE_FLAG_INT_RX and so on
 * @return RT_EOK, -RT_EBUSY if it can be opened once only and is open, or the driver's error code
 */
rt_err_t rt_device_open(rt_device_t dev, rt_uint16_t oflag);

/**
 * Close a device; the last close stops it.
 *
 * @return RT_EOK, -RT_ERROR if it is not open, or the driver's error code
 */
rt_err_t rt_device_close(rt_device_t dev);

/**
 * Read from a device.
 *
 * @param pos where to read; block devices count in blocks
 * @param size how much to read; block devices count in blocks
 * @return how much was read, 0 if the device is not open, or a negative error code
 */
rt_ssize_t rt_device_read(rt_device_t dev, rt_off_t pos, void *buffer, rt_size_t size);

/**
 * Write to a device.
 *
 * @param pos where to write; block devices count in blocks
 * @param size how much to write; block devices count in blocks
 * @return how much was written, 0 if the device is not open, or a negative error code
 */
rt_ssize_t rt_device_write(rt_device_t dev, rt_off_t pos, const void *buffer, rt_size_t size);

/**
 * Send a command to a device.
 *
 * @param cmd RT_DEVICE_CTRL_* or a command of its class
 * @param arg depends on cmd
 * @return RT_EOK, -RT_ENOSYS if it knows no commands, or the driver's error code
 */
rt_err_t rt_device_control(rt_device_t dev, int cmd, void *arg);
#endif /* RT_USING_DEVICE */

/* Interrupts and processors. */

/** Tell the kernel that an interrupt begins. Called by interrupt service routines. */
void rt_interrupt_enter(void);

/** Tell the kernel that an interrupt ends. Called by interrupt service routines. */
void rt_interrupt_leave(void);

void rt_interrupt_context_push(rt_interrupt_context_t this_ctx);
void rt_interrupt_context_pop(void);
void *rt_interrupt_context_get(void);

/** This processor. */
struct rt_cpu *rt_cpu_self(void);

/** The processor with the given number. */
struct rt_cpu *rt_cpu_index(int index);
#ifdef RT_USING_SMP
rt_base_t rt_cpus_lock(void);
void rt_cpus_unlock(rt_base_t level);
void rt_cpus_lock_status_restore(struct rt_thread *thread);
#ifdef RT_USING_DEBUG
rt_base_t rt_cpu_get_id(void);
#else
#define rt_cpu_get_id()     rt_hw_cpu_id()
#endif
#else
#define rt_cpu_get_id()     (0)
#endif /* RT_USING_SMP */

/** How many interrupts are being served; 0 in a thread. */
rt_uint8_t rt_interrupt_get_nest(void);

#ifdef RT_USING_HOOK
void rt_interrupt_enter_sethook(void (*hook)(void));
void rt_interrupt_leave_sethook(void (*hook)(void));
#endif /* RT_USING_HOOK */

/* Automatic initialisation. */

#ifdef RT_USING_COMPONENTS_INIT
/** Call the initialisation functions of levels 2 to 6. */
void rt_components_init(void);

/** Call the initialisation functions of level 1. */
void rt_components_board_init(void);
#endif /* RT_USING_COMPONENTS_INIT */

/* The console. */
#ifndef RT_USING_CONSOLE
#define rt_kprintf(...)
#define rt_kputs(str)
#else
/**
 * Print on the console. Also in an interrupt.
 *
 * @param fmt as printf, without floating point
 * @return how many characters were printed
 */
int rt_kprintf(const char *fmt, ...);

/** Print a string on the console. Also in an interrupt. */
void rt_kputs(const char *str);
#endif /* RT_USING_CONSOLE */

/* Backtraces. */
struct rt_hw_backtrace_frame;

/**
 * Print the call stack of the caller.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_backtrace(void);

/**
 * Print the call stack of a thread.
 *
 * @return RT_EOK, or a negative error code
 */
rt_err_t rt_backtrace_thread(rt_thread_t thread);

rt_err_t rt_backtrace_frame(rt_thread_t thread, struct rt_hw_backtrace_frame *frame);
rt_err_t rt_backtrace_formatted_print(rt_ubase_t *buffer, long buflen);
rt_err_t rt_backtrace_to_buffer(rt_thread_t thread, struct rt_hw_backtrace_frame *frame, long skip,
                                rt_ubase_t *buffer, long buflen);

#if defined(RT_USING_DEVICE) && defined(RT_USING_CONSOLE)
/**
 * Make a device the console.
 *
 * @param name its name
 * @return the previous console
 */
rt_device_t rt_console_set_device(const char *name);

/** The console, or RT_NULL. */
rt_device_t rt_console_get_device(void);
#ifdef RT_USING_THREADSAFE_PRINTF
rt_thread_t rt_console_current_user(void);
#else
/** The thread that prints; unknown without RT_USING_THREADSAFE_PRINTF. */
rt_inline void *rt_console_current_user(void)
{
    return RT_NULL;
}
#endif /* RT_USING_THREADSAFE_PRINTF */
#endif /* RT_USING_DEVICE && RT_USING_CONSOLE */

/** The number of the lowest bit that is set, from 1; 0 if none is. */
int __rt_ffs(int value);

/** The number of the lowest bit that is set, from 1; 0 if none is. */
unsigned long __rt_ffsl(unsigned long value);

/** How many bits above the highest one that is set are not. */
unsigned long __rt_clz(unsigned long value);

/** Print the version of the system. */
void rt_show_version(void);

/* Assertions. */
#ifdef RT_DEBUGING_ASSERT
extern void (*rt_assert_hook)(const char *ex, const char *func, rt_size_t line);

/** Set a function called instead of stopping when an assertion fails. */
void rt_assert_set_hook(void (*hook)(const char *ex, const char *func, rt_size_t line));

/** Called when an assertion fails. */
void rt_assert_handler(const char *ex, const char *func, rt_size_t line);

/** Call the assertion handler if EX does not hold. */
#define RT_ASSERT(EX)                                                           \
    do                                                                          \
    {                                                                           \
        if (!(EX))                                                              \
            rt_assert_handler(#EX, __FUNCTION__, __LINE__);                     \
    } while (0)
#else
#define RT_ASSERT(EX)   ((void)(EX))
#endif /* RT_DEBUGING_ASSERT */

#ifdef RT_DEBUGING_CONTEXT

/** Assert that the caller is not an interrupt. */
#define RT_DEBUG_NOT_IN_INTERRUPT                                               \
    do                                                                          \
    {                                                                           \
        if (rt_interrupt_get_nest() != 0)                                       \
        {                                                                       \
            rt_kprintf("%s must not be called in an interrupt\n", __FUNCTION__); \
            RT_ASSERT(0);                                                       \
        }                                                                       \
    } while (0)

/** Assert that the caller is a thread. */
#define RT_DEBUG_IN_THREAD_CONTEXT                                              \
    do                                                                          \
    {                                                                           \
        if (rt_thread_self() == RT_NULL)                                        \
        {                                                                       \
            rt_kprintf("%s needs a running scheduler\n", __FUNCTION__);         \
            RT_ASSERT(0);                                                       \
        }                                                                       \
        RT_DEBUG_NOT_IN_INTERRUPT;                                              \
    } while (0)

/** Assert, if need_check holds, that the caller is a thread and the scheduler is not locked. */
#define RT_DEBUG_SCHEDULER_AVAILABLE(need_check)                                \
    do                                                                          \
    {                                                                           \
        if (need_check)                                                         \
        {                                                                       \
            if (rt_critical_level() != 0)                                       \
            {                                                                   \
                rt_kprintf("%s needs an unlocked scheduler\n", __FUNCTION__);   \
                RT_ASSERT(0);                                                   \
            }                                                                   \
            RT_DEBUG_IN_THREAD_CONTEXT;                                         \
        }                                                                       \
    } while (0)

#else

#define RT_DEBUG_NOT_IN_INTERRUPT
#define RT_DEBUG_IN_THREAD_CONTEXT
#define RT_DEBUG_SCHEDULER_AVAILABLE(need_check)

#endif /* RT_DEBUGING_CONTEXT */

/** Report whether the caller is a thread, not an interrupt. */
rt_inline rt_bool_t rt_in_thread_context(void)
{
    return rt_thread_self() != RT_NULL && rt_interrupt_get_nest() == 0;
}

/** Report whether the caller may wait: it is a thread and the scheduler is not locked. */
rt_inline rt_bool_t rt_scheduler_is_available(void)
{
    return rt_critical_level() == 0 && rt_in_thread_context();
}

#ifdef RT_USING_SMP
/** Report whether a thread (by default the caller) is bound to a processor. */
rt_inline rt_bool_t rt_sched_thread_is_binding(rt_thread_t thread)
{
    if (thread == RT_NULL)
        thread = rt_thread_self();
    return thread == RT_NULL || RT_SCHED_CTX(thread).bind_cpu != RT_CPUS_NR;
}
#else
#define rt_sched_thread_is_binding(thread)  (RT_TRUE)
#endif /* RT_USING_SMP */

#endif /* RTTHREAD_H_ */
