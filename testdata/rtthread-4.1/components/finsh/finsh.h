/*
 * Reference interface of RT-Thread 4.1: shell commands.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef FINSH_H_
#define FINSH_H_

#include <rtdef.h>

/** A command. */
typedef long (*syscall_func)(void);

/* An entry of the table of commands, which the linker script collects. */
#ifdef FINSH_USING_SYMTAB
#ifdef FINSH_USING_DESCRIPTION
#define MSH_FUNCTION_EXPORT_CMD(name, cmd, desc)                                \
    const char __fsym_##cmd##_name[] RT_SECTION(".rodata.name") = #cmd;         \
    const char __fsym_##cmd##_desc[] RT_SECTION(".rodata.name") = #desc;        \
    RT_USED const struct finsh_syscall __fsym_##cmd RT_SECTION("FSymTab") =     \
    {                                                                           \
        __fsym_##cmd##_name,                                                    \
        __fsym_##cmd##_desc,                                                    \
        (syscall_func)&name                                                     \
    };
#else
#define MSH_FUNCTION_EXPORT_CMD(name, cmd, desc)                                \
    const char __fsym_##cmd##_name[] RT_SECTION(".rodata.name") = #cmd;         \
    RT_USED const struct finsh_syscall __fsym_##cmd RT_SECTION("FSymTab") =     \
    {                                                                           \
        __fsym_##cmd##_name,                                                    \
        (syscall_func)&name                                                     \
    };
#endif /* FINSH_USING_DESCRIPTION */
#endif /* FINSH_USING_SYMTAB */

#ifdef RT_USING_FINSH
/* The C expression shell is gone; its exports do nothing. */
#define FINSH_FUNCTION_EXPORT(name, desc)
#define FINSH_FUNCTION_EXPORT_ALIAS(name, alias, desc)

/** Export a command. */
#define MSH_CMD_EXPORT(command, desc) \
    MSH_FUNCTION_EXPORT_CMD(command, command, desc)

/** Export a command under another name. */
#define MSH_CMD_EXPORT_ALIAS(command, alias, desc) \
    MSH_FUNCTION_EXPORT_CMD(command, alias, desc)
#endif /* RT_USING_FINSH; rtdef.h has empty ones otherwise */

/** An entry of the table of commands. */
struct finsh_syscall
{
    const char *name;
#if defined(FINSH_USING_DESCRIPTION) && defined(FINSH_USING_SYMTAB)
    const char *desc;
#endif
    syscall_func func;
};

/** An entry of the list of commands added at run time. */
struct finsh_syscall_item
{
    struct finsh_syscall_item *next;
    struct finsh_syscall syscall;
};

/* The commands. */
extern struct finsh_syscall_item *global_syscall_list;
extern struct finsh_syscall *_syscall_table_begin, *_syscall_table_end;

/** Step to the next entry of the table. */
#define FINSH_NEXT_SYSCALL(index)   (index)++

struct finsh_syscall *finsh_syscall_lookup(const char *name);
#if !defined(RT_USING_POSIX_STDIO) && defined(RT_USING_DEVICE)
/** Make a device the shell's terminal. */
void finsh_set_device(const char *device_name);
#endif

#endif /* FINSH_H_ */
