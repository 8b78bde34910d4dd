/*
 * Reference interface of RT-Thread 5.2: processor and interrupts.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTHW_H_
#define RTHW_H_

#include <rtdef.h>

/* Registers. */
#ifndef HWREG64
#define HWREG64(x)              (*((volatile rt_uint64_t *)(x)))
#endif
#ifndef HWREG32
#define HWREG32(x)              (*((volatile rt_uint32_t *)(x)))
#endif
#ifndef HWREG16
#define HWREG16(x)              (*((volatile rt_uint16_t *)(x)))
#endif
#ifndef HWREG8
#define HWREG8(x)               (*((volatile rt_uint8_t *)(x)))
#endif

/* Caches. */
#ifndef RT_CPU_CACHE_LINE_SZ
#define RT_CPU_CACHE_LINE_SZ    32
#endif

/** What to do with a range of a cache. */
enum RT_HW_CACHE_OPS
{
    RT_HW_CACHE_FLUSH = 1,  /* write back */
    RT_HW_CACHE_INVALIDATE  /* discard */
};

#ifdef RT_USING_CACHE
void rt_hw_cpu_icache_enable(void);
void rt_hw_cpu_icache_disable(void);
rt_base_t rt_hw_cpu_icache_status(void);
void rt_hw_cpu_icache_ops(int ops, void *addr, int size);
void rt_hw_cpu_dcache_enable(void);
void rt_hw_cpu_dcache_disable(void);
rt_base_t rt_hw_cpu_dcache_status(void);
void rt_hw_cpu_dcache_ops(int ops, void *addr, int size);
#else
#define rt_hw_cpu_icache_enable(...)
#define rt_hw_cpu_icache_disable(...)
#define rt_hw_cpu_icache_ops(...)
#define rt_hw_cpu_dcache_enable(...)
#define rt_hw_cpu_dcache_disable(...)
#define rt_hw_cpu_dcache_ops(...)
#define rt_hw_cpu_icache_status(...)    0
#define rt_hw_cpu_dcache_status(...)    0
#endif /* RT_USING_CACHE */

/* The processor. */

/** Reset the processor. Does not return. */
void rt_hw_cpu_reset(void);

/** Stop the processor. */
void rt_hw_cpu_shutdown(void);

/** The name of the architecture. */
const char *rt_hw_cpu_arch(void);

/**
 * Prepare a stack for the first switch to a thread.
 *
 * @param stack_addr the top of the stack
 * @param exit called when entry returns
 * @return the saved stack pointer
 */
rt_uint8_t *rt_hw_stack_init(void *entry, void *parameter, rt_uint8_t *stack_addr, void *exit);
#ifdef RT_USING_HW_STACK_GUARD
void rt_hw_stack_guard_init(rt_thread_t thread);
#endif

/* Interrupts. */

/** An interrupt service routine. */
typedef void (*rt_isr_handler_t)(int vector, void *param);

/** An entry of a table of interrupts. */
struct rt_irq_desc
{
    rt_isr_handler_t handler;
    void *param;
#ifdef RT_USING_INTERRUPT_INFO
    char name[RT_NAME_MAX];
    rt_uint32_t counter;
#ifdef RT_USING_SMP
    rt_ubase_t cpu_counter[RT_CPUS_NR];
#endif
#endif /* RT_USING_INTERRUPT_INFO */
};

void rt_hw_interrupt_init(void);

/** Disable an interrupt source. */
void rt_hw_interrupt_mask(int vector);

/** Enable an interrupt source. */
void rt_hw_interrupt_umask(int vector);

/**
 * Set the service routine of an interrupt.
 *
 * @param handler called with vector and param
 * @return the previous service routine
 */
rt_isr_handler_t rt_hw_interrupt_install(int vector, rt_isr_handler_t handler, void *param,
                                         const char *name);

/** Remove the service routine of an interrupt. */
void rt_hw_interrupt_uninstall(int vector, rt_isr_handler_t handler, void *param);

#ifdef RT_USING_SMP
rt_base_t rt_hw_local_irq_disable(void);
void rt_hw_local_irq_enable(rt_base_t level);

rt_base_t rt_cpus_lock(void);
void rt_cpus_unlock(rt_base_t level);

#define rt_hw_interrupt_disable     rt_cpus_lock
#define rt_hw_interrupt_enable      rt_cpus_unlock
#else
/**
 * Disable the interrupts.
 *
 * @return the interrupt state, for rt_hw_interrupt_enable
 */
rt_base_t rt_hw_interrupt_disable(void);

/**
 * Restore the interrupts.
 *
 * @param level from rt_hw_interrupt_disable
 */
void rt_hw_interrupt_enable(rt_base_t level);

#define rt_hw_local_irq_disable     rt_hw_interrupt_disable
#define rt_hw_local_irq_enable      rt_hw_interrupt_enable
#endif /* RT_USING_SMP */

/** Report whether the interrupts are disabled. */
rt_bool_t rt_hw_interrupt_is_disabled(void);

/* Context switches; called by the scheduler. */
#ifdef RT_USING_SMP
void rt_hw_context_switch(rt_ubase_t from, rt_ubase_t to, struct rt_thread *to_thread);
void rt_hw_context_switch_to(rt_ubase_t to, struct rt_thread *to_thread);
void rt_hw_context_switch_interrupt(void *context, rt_ubase_t from, rt_ubase_t to,
                                    struct rt_thread *to_thread);
#else
void rt_hw_context_switch(rt_ubase_t from, rt_ubase_t to);
void rt_hw_context_switch_to(rt_ubase_t to);
void rt_hw_context_switch_interrupt(rt_ubase_t from, rt_ubase_t to, rt_thread_t from_thread,
                                    rt_thread_t to_thread);
#endif /* RT_USING_SMP */

/** A frame of a call stack. */
struct rt_hw_backtrace_frame
{
    rt_uintptr_t fp;                    /* frame pointer */
    rt_uintptr_t pc;                    /* program counter */
};

rt_err_t rt_hw_backtrace_frame_get(rt_thread_t thread, struct rt_hw_backtrace_frame *frame);
rt_err_t rt_hw_backtrace_frame_unwind(rt_thread_t thread, struct rt_hw_backtrace_frame *frame);

/* Output and errors. */

/** Print a string before there is a console device. */
void rt_hw_console_output(const char *str);

void rt_hw_show_memory(rt_uint32_t addr, rt_size_t size);
void rt_hw_exception_install(rt_err_t (*exception_handle)(void *context));

/** Wait for a number of microseconds without giving up the processor. */
void rt_hw_us_delay(rt_uint32_t us);

/** The number of this processor. */
int rt_hw_cpu_id(void);

#if defined(RT_USING_SMP) || defined(RT_USING_AMP)
/** Interrupt other processors. */
void rt_hw_ipi_send(int ipi_vector, unsigned int cpu_mask);
#endif

/* Locks between processors. */
#ifdef RT_USING_SMP
#define __RT_HW_SPIN_LOCK_INITIALIZER(lockname)     { 0 }
#define __RT_HW_SPIN_LOCK_UNLOCKED(lockname)        (rt_hw_spinlock_t)__RT_HW_SPIN_LOCK_INITIALIZER(lockname)
#define RT_DEFINE_HW_SPINLOCK(x)                    rt_hw_spinlock_t x = __RT_HW_SPIN_LOCK_UNLOCKED(x)

void rt_hw_spin_lock_init(rt_hw_spinlock_t *lock);
void rt_hw_spin_lock(rt_hw_spinlock_t *lock);
void rt_hw_spin_unlock(rt_hw_spinlock_t *lock);

extern rt_hw_spinlock_t _cpus_lock;

void rt_hw_secondary_cpu_up(void);
void rt_hw_secondary_cpu_idle_exec(void);
#else
#define RT_DEFINE_HW_SPINLOCK(x)    rt_ubase_t x

#define rt_hw_spin_lock(lock)       (*(lock) = rt_hw_interrupt_disable())
#define rt_hw_spin_unlock(lock)     rt_hw_interrupt_enable(*(lock))
#endif /* RT_USING_SMP */

/* Barriers. */
#ifdef RT_USING_CACHE
void rt_hw_isb(void);
void rt_hw_dmb(void);
void rt_hw_dsb(void);
#else
#define rt_hw_isb()
#define rt_hw_dmb()
#define rt_hw_dsb()
#endif /* RT_USING_CACHE */

#endif /* RTHW_H_ */
