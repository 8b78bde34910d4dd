/*
 * Reference interface of RT-Thread 5.2: intrusive lists.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTSERVICE_H_
#define RTSERVICE_H_

#include <rtdef.h>

/** The record of the given type that has ptr as its member. */
#define rt_container_of(ptr, type, member) \
    ((type *)((char *)(ptr) - offsetof(type, member)))

/* Doubly linked lists; a list is empty when its head points at itself. */

/** Initialiser of a list head. */
#define RT_LIST_OBJECT_INIT(object)     { &(object), &(object) }

/** Make a list empty. */
rt_inline void rt_list_init(rt_list_t *l)
{
    l->next = l;
    l->prev = l;
}

/** Insert node n after node l. */
rt_inline void rt_list_insert_after(rt_list_t *l, rt_list_t *n)
{
    rt_list_t *after = l->next;

    n->prev = l;
    n->next = after;
    after->prev = n;
    l->next = n;
}

/** Insert node n before node l. */
rt_inline void rt_list_insert_before(rt_list_t *l, rt_list_t *n)
{
    rt_list_t *before = l->prev;

    n->next = l;
    n->prev = before;
    before->next = n;
    l->prev = n;
}

/** Take a node out of its list; the node becomes an empty list of its own. */
rt_inline void rt_list_remove(rt_list_t *n)
{
    n->prev->next = n->next;
    n->next->prev = n->prev;
    rt_list_init(n);
}

/** Report whether a list is empty. */
rt_inline int rt_list_isempty(const rt_list_t *l)
{
    return l == l->next;
}

/** Count the nodes of a list. */
rt_inline unsigned int rt_list_len(const rt_list_t *l)
{
    unsigned int count = 0;
    const rt_list_t *node;

    for (node = l->next; node != l; node = node->next)
        count++;
    return count;
}

/** The record that holds a list node. */
#define rt_list_entry(node, type, member) \
    rt_container_of(node, type, member)

/** Visit the nodes of a list; the list must not change meanwhile. */
#define rt_list_for_each(pos, head) \
    for ((pos) = (head)->next; (pos) != (head); (pos) = (pos)->next)

/** Visit the nodes of a list; pos may be removed. */
#define rt_list_for_each_safe(pos, n, head) \
    for ((pos) = (head)->next, (n) = (pos)->next; \
         (pos) != (head); \
         (pos) = (n), (n) = (pos)->next)

/** Visit the records of a list; the list must not change meanwhile. */
#define rt_list_for_each_entry(pos, head, member) \
    for ((pos) = rt_list_entry((head)->next, __typeof__(*(pos)), member); \
         &(pos)->member != (head); \
         (pos) = rt_list_entry((pos)->member.next, __typeof__(*(pos)), member))

/** Visit the records of a list; pos may be removed. */
#define rt_list_for_each_entry_safe(pos, n, head, member) \
    for ((pos) = rt_list_entry((head)->next, __typeof__(*(pos)), member), \
         (n) = rt_list_entry((pos)->member.next, __typeof__(*(pos)), member); \
         &(pos)->member != (head); \
         (pos) = (n), (n) = rt_list_entry((n)->member.next, __typeof__(*(n)), member))

/** The first record of a list that is not empty. */
#define rt_list_first_entry(ptr, type, member) \
    rt_list_entry((ptr)->next, type, member)

/* Singly linked lists; the last node points nowhere. */

/** Initialiser of a list head. */
#define RT_SLIST_OBJECT_INIT(object)    { RT_NULL }

/** Make a list empty. */
rt_inline void rt_slist_init(rt_slist_t *l)
{
    l->next = RT_NULL;
}

/** Append node n to the list l. */
rt_inline void rt_slist_append(rt_slist_t *l, rt_slist_t *n)
{
    while (l->next != RT_NULL)
        l = l->next;
    l->next = n;
    n->next = RT_NULL;
}

/** Insert node n after node l. */
rt_inline void rt_slist_insert(rt_slist_t *l, rt_slist_t *n)
{
    n->next = l->next;
    l->next = n;
}

/** Count the nodes of a list. */
rt_inline unsigned int rt_slist_len(const rt_slist_t *l)
{
    unsigned int count = 0;
    const rt_slist_t *node;

    for (node = l->next; node != RT_NULL; node = node->next)
        count++;
    return count;
}

/** Take the first node out of a list; RT_NULL if it is empty. */
rt_inline rt_slist_t *rt_slist_pop(rt_slist_t *l)
{
    rt_slist_t *first = l->next;

    if (first != RT_NULL)
        l->next = first->next;
    return first;
}

/** Take node n out of the list l, if it is in there; returns l. */
rt_inline rt_slist_t *rt_slist_remove(rt_slist_t *l, rt_slist_t *n)
{
    rt_slist_t *node = l;

    while (node->next != RT_NULL && node->next != n)
        node = node->next;
    if (node->next != RT_NULL)
        node->next = n->next;
    return l;
}

/** The first node of a list, or RT_NULL. */
rt_inline rt_slist_t *rt_slist_first(rt_slist_t *l)
{
    return l->next;
}

/** The last node of a list; the head itself if it is empty. */
rt_inline rt_slist_t *rt_slist_tail(rt_slist_t *l)
{
    while (l->next != RT_NULL)
        l = l->next;
    return l;
}

/** The node after n, or RT_NULL. */
rt_inline rt_slist_t *rt_slist_next(rt_slist_t *n)
{
    return n->next;
}

/** Report whether a list is empty. */
rt_inline int rt_slist_isempty(rt_slist_t *l)
{
    return l->next == RT_NULL;
}

/** The record that holds a list node. */
#define rt_slist_entry(node, type, member) \
    rt_container_of(node, type, member)

/** Visit the nodes of a list. */
#define rt_slist_for_each(pos, head) \
    for ((pos) = (head)->next; (pos) != RT_NULL; (pos) = (pos)->next)

/** Visit the records of a list. */
#define rt_slist_for_each_entry(pos, head, member) \
    for ((pos) = ((head)->next == RT_NULL) ? RT_NULL : \
                 rt_slist_entry((head)->next, __typeof__(*(pos)), member); \
         (pos) != RT_NULL; \
         (pos) = ((pos)->member.next == RT_NULL) ? RT_NULL : \
                 rt_slist_entry((pos)->member.next, __typeof__(*(pos)), member))

/** The first record of a list that is not empty. */
#define rt_slist_first_entry(ptr, type, member) \
    rt_slist_entry((ptr)->next, type, member)

/** The last record of a list that is not empty. */
#define rt_slist_tail_entry(ptr, type, member) \
    rt_slist_entry(rt_slist_tail(ptr), type, member)

#endif /* RTSERVICE_H_ */
