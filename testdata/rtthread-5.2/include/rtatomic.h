/*
 * Reference interface of RT-Thread 5.2: atomic operations.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTATOMIC_H_
#define RTATOMIC_H_

#include <rthw.h>

/* Supplied by the port. */

rt_atomic_t rt_hw_atomic_load(volatile rt_atomic_t *ptr);
void rt_hw_atomic_store(volatile rt_atomic_t *ptr, rt_atomic_t val);
rt_atomic_t rt_hw_atomic_add(volatile rt_atomic_t *ptr, rt_atomic_t val);
rt_atomic_t rt_hw_atomic_sub(volatile rt_atomic_t *ptr, rt_atomic_t val);
rt_atomic_t rt_hw_atomic_and(volatile rt_atomic_t *ptr, rt_atomic_t val);
rt_atomic_t rt_hw_atomic_or(volatile rt_atomic_t *ptr, rt_atomic_t val);
rt_atomic_t rt_hw_atomic_xor(volatile rt_atomic_t *ptr, rt_atomic_t val);
rt_atomic_t rt_hw_atomic_exchange(volatile rt_atomic_t *ptr, rt_atomic_t val);
void rt_hw_atomic_flag_clear(volatile rt_atomic_t *ptr);
rt_atomic_t rt_hw_atomic_flag_test_and_set(volatile rt_atomic_t *ptr);
rt_atomic_t rt_hw_atomic_compare_exchange_strong(volatile rt_atomic_t *ptr, rt_atomic_t *expected,
                                                 rt_atomic_t desired);

#ifdef RT_USING_STDC_ATOMIC

#include <stdatomic.h>

#define rt_atomic_load(ptr)                     atomic_load(ptr)
#define rt_atomic_store(ptr, v)                 atomic_store(ptr, v)
#define rt_atomic_add(ptr, v)                   atomic_fetch_add(ptr, v)
#define rt_atomic_sub(ptr, v)                   atomic_fetch_sub(ptr, v)
#define rt_atomic_and(ptr, v)                   atomic_fetch_and(ptr, v)
#define rt_atomic_or(ptr, v)                    atomic_fetch_or(ptr, v)
#define rt_atomic_xor(ptr, v)                   atomic_fetch_xor(ptr, v)
#define rt_atomic_exchange(ptr, v)              atomic_exchange(ptr, v)
#define rt_atomic_flag_clear(ptr)               atomic_store(ptr, 0)
#define rt_atomic_flag_test_and_set(ptr)        atomic_exchange(ptr, 1)
#define rt_atomic_compare_exchange_strong(ptr, v, des) \
    atomic_compare_exchange_strong(ptr, v, des)

#elif defined(RT_USING_HW_ATOMIC)

#define rt_atomic_load(ptr)                     rt_hw_atomic_load(ptr)
#define rt_atomic_store(ptr, v)                 rt_hw_atomic_store(ptr, v)
#define rt_atomic_add(ptr, v)                   rt_hw_atomic_add(ptr, v)
#define rt_atomic_sub(ptr, v)                   rt_hw_atomic_sub(ptr, v)
#define rt_atomic_and(ptr, v)                   rt_hw_atomic_and(ptr, v)
#define rt_atomic_or(ptr, v)                    rt_hw_atomic_or(ptr, v)
#define rt_atomic_xor(ptr, v)                   rt_hw_atomic_xor(ptr, v)
#define rt_atomic_exchange(ptr, v)              rt_hw_atomic_exchange(ptr, v)
#define rt_atomic_flag_clear(ptr)               rt_hw_atomic_flag_clear(ptr)
#define rt_atomic_flag_test_and_set(ptr)        rt_hw_atomic_flag_test_and_set(ptr)
#define rt_atomic_compare_exchange_strong(ptr, v, des) \
    rt_hw_atomic_compare_exchange_strong(ptr, v, des)

#else

#define rt_atomic_load(ptr)                     rt_soft_atomic_load(ptr)
#define rt_atomic_store(ptr, v)                 rt_soft_atomic_store(ptr, v)
#define rt_atomic_add(ptr, v)                   rt_soft_atomic_add(ptr, v)
#define rt_atomic_sub(ptr, v)                   rt_soft_atomic_sub(ptr, v)
#define rt_atomic_and(ptr, v)                   rt_soft_atomic_and(ptr, v)
#define rt_atomic_or(ptr, v)                    rt_soft_atomic_or(ptr, v)
#define rt_atomic_xor(ptr, v)                   rt_soft_atomic_xor(ptr, v)
#define rt_atomic_exchange(ptr, v)              rt_soft_atomic_exchange(ptr, v)
#define rt_atomic_flag_clear(ptr)               rt_soft_atomic_flag_clear(ptr)
#define rt_atomic_flag_test_and_set(ptr)        rt_soft_atomic_flag_test_and_set(ptr)
#define rt_atomic_compare_exchange_strong(ptr, v, des) \
    rt_soft_atomic_compare_exchange_strong(ptr, v, des)

/* Without atomic instructions: interrupts are off for the moment. Each returns the old value. */

rt_inline rt_atomic_t rt_soft_atomic_exchange(volatile rt_atomic_t *ptr, rt_atomic_t val)
{
    rt_base_t level = rt_hw_interrupt_disable();
    rt_atomic_t old = *ptr;

    *ptr = val;
    rt_hw_interrupt_enable(level);
    return old;
}

rt_inline rt_atomic_t rt_soft_atomic_add(volatile rt_atomic_t *ptr, rt_atomic_t val)
{
    rt_base_t level = rt_hw_interrupt_disable();
    rt_atomic_t old = *ptr;

    *ptr = old + val;
    rt_hw_interrupt_enable(level);
    return old;
}

rt_inline rt_atomic_t rt_soft_atomic_sub(volatile rt_atomic_t *ptr, rt_atomic_t val)
{
    rt_base_t level = rt_hw_interrupt_disable();
    rt_atomic_t old = *ptr;

    *ptr = old - val;
    rt_hw_interrupt_enable(level);
    return old;
}

rt_inline rt_atomic_t rt_soft_atomic_xor(volatile rt_atomic_t *ptr, rt_atomic_t val)
{
    rt_base_t level = rt_hw_interrupt_disable();
    rt_atomic_t old = *ptr;

    *ptr = old ^ val;
    rt_hw_interrupt_enable(level);
    return old;
}

rt_inline rt_atomic_t rt_soft_atomic_and(volatile rt_atomic_t *ptr, rt_atomic_t val)
{
    rt_base_t level = rt_hw_interrupt_disable();
    rt_atomic_t old = *ptr;

    *ptr = old & val;
    rt_hw_interrupt_enable(level);
    return old;
}

rt_inline rt_atomic_t rt_soft_atomic_or(volatile rt_atomic_t *ptr, rt_atomic_t val)
{
    rt_base_t level = rt_hw_interrupt_disable();
    rt_atomic_t old = *ptr;

    *ptr = old | val;
    rt_hw_interrupt_enable(level);
    return old;
}

rt_inline rt_atomic_t rt_soft_atomic_load(volatile rt_atomic_t *ptr)
{
    rt_base_t level = rt_hw_interrupt_disable();
    rt_atomic_t val = *ptr;

    rt_hw_interrupt_enable(level);
    return val;
}

rt_inline void rt_soft_atomic_store(volatile rt_atomic_t *ptr, rt_atomic_t val)
{
    rt_base_t level = rt_hw_interrupt_disable();

    *ptr = val;
    rt_hw_interrupt_enable(level);
}

rt_inline rt_atomic_t rt_soft_atomic_flag_test_and_set(volatile rt_atomic_t *ptr)
{
    rt_base_t level = rt_hw_interrupt_disable();
    rt_atomic_t old = *ptr;

    if (old == 0)
        *ptr = 1;
    rt_hw_interrupt_enable(level);
    return old;
}

rt_inline void rt_soft_atomic_flag_clear(volatile rt_atomic_t *ptr)
{
    rt_base_t level = rt_hw_interrupt_disable();

    *ptr = 0;
    rt_hw_interrupt_enable(level);
}

/** Store desired in *ptr1 if it equals *ptr2 and return 1; else copy it to *ptr2 and return 0. */
rt_inline rt_atomic_t rt_soft_atomic_compare_exchange_strong(volatile rt_atomic_t *ptr1,
                                                             rt_atomic_t *ptr2,
                                                             rt_atomic_t desired)
{
    rt_base_t level = rt_hw_interrupt_disable();
    rt_atomic_t same = *ptr1 == *ptr2;

    if (same)
        *ptr1 = desired;
    else
        *ptr2 = *ptr1;
    rt_hw_interrupt_enable(level);
    return same;
}

#endif /* RT_USING_STDC_ATOMIC */

/** Decrement; true if the result is 0. */
rt_inline rt_bool_t rt_atomic_dec_and_test(volatile rt_atomic_t *ptr)
{
    return rt_atomic_sub(ptr, 1) == 1;
}

/** Add a unless the value is u; returns the old value. */
rt_inline rt_atomic_t rt_atomic_fetch_add_unless(volatile rt_atomic_t *ptr, rt_atomic_t a, rt_atomic_t u)
{
    rt_atomic_t old = rt_atomic_load(ptr);

    while (old != u && !rt_atomic_compare_exchange_strong(ptr, &old, old + a))
        ;
    return old;
}

/** Add a unless the value is u; true if it was added. */
rt_inline rt_bool_t rt_atomic_add_unless(volatile rt_atomic_t *ptr, rt_atomic_t a, rt_atomic_t u)
{
    return rt_atomic_fetch_add_unless(ptr, a, u) != u;
}

/** Increment unless the value is 0; true if it was incremented. */
rt_inline rt_bool_t rt_atomic_inc_not_zero(volatile rt_atomic_t *ptr)
{
    return rt_atomic_add_unless(ptr, 1, 0);
}

/* Singly linked lists without locks. */

/** Make a list empty. */
rt_inline void rt_ll_slist_init(rt_ll_slist_t *l)
{
    l->next = 0;
}

/** Insert node n at the head of the list l. */
rt_inline void rt_ll_slist_enqueue(rt_ll_slist_t *l, rt_ll_slist_t *n)
{
    rt_base_t first = rt_atomic_load(&l->next);

    do
        n->next = first;
    while (!rt_atomic_compare_exchange_strong(&l->next, &first, (rt_base_t)n));
}

/** Take the node at the head out of a list; RT_NULL if it is empty. */
rt_inline rt_ll_slist_t *rt_ll_slist_dequeue(rt_ll_slist_t *l)
{
    rt_base_t first = rt_atomic_load(&l->next);

    while (first != 0)
    {
        rt_ll_slist_t *node = (rt_ll_slist_t *)first;

        if (rt_atomic_compare_exchange_strong(&l->next, &first, rt_atomic_load(&node->next)))
            return node;
    }
    return RT_NULL;
}

#endif /* RTATOMIC_H_ */
