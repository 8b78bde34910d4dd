/*
 * Reference interface of RT-Thread 5.2: symbol export for dynamic modules.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RTM_H_
#define RTM_H_

#include <rtdef.h>
#include <rtthread.h>

#ifdef RT_USING_MODULE

/** An entry of the table of symbols that modules may link to. */
struct rt_module_symtab
{
    void *addr;
    const char *name;
};

/** Add a symbol to the table. */
#define RTM_EXPORT(symbol)                                                      \
    const char __rtmsym_##symbol##_name[]                                       \
        rt_section(".rodata.name") = #symbol;                                   \
    const struct rt_module_symtab __rtmsym_##symbol                             \
        rt_section("RTMSymTab") =                                               \
    {                                                                           \
        (void *)&symbol,                                                        \
        __rtmsym_##symbol##_name                                                \
    };

#else

#define RTM_EXPORT(symbol)

#endif /* RT_USING_MODULE */

#endif /* RTM_H_ */
