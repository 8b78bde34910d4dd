/*
 * Reference interface of RT-Thread 5.2: shell commands.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef FINSH_H_
#define FINSH_H_

#include <rtdef.h>

/** A command. */
typedef long (*syscall_func)(void);

#ifdef FINSH_USING_OPTION_COMPLETION
#define FINSH_COND(opt)         (struct msh_cmd_opt *)(opt),
#else
#define FINSH_COND(opt)
#endif

#ifdef FINSH_USING_DESCRIPTION
#define FINSH_DESC(cmd, desc)   __fsym_##cmd##_desc,
#else
#define FINSH_DESC(cmd, desc)
#endif

/* An entry of the table of commands, which the linker script collects. */
#ifdef FINSH_USING_SYMTAB
#ifdef FINSH_USING_DESCRIPTION
#define MSH_FUNCTION_EXPORT_CMD(name, cmd, desc, opt)                           \
    const char __fsym_##cmd##_name[] rt_section(".rodata.name") = #cmd;         \
    const char __fsym_##cmd##_desc[] rt_section(".rodata.name") = #desc;        \
    rt_used const struct finsh_syscall __fsym_##cmd rt_section("FSymTab") =     \
    {                                                                           \
        __fsym_##cmd##_name,                                                    \
        FINSH_DESC(cmd, desc)                                                   \
        FINSH_COND(opt)                                                         \
        (syscall_func)&name                                                     \
    }
#else
#define MSH_FUNCTION_EXPORT_CMD(name, cmd, desc, opt)                           \
    const char __fsym_##cmd##_name[] rt_section(".rodata.name") = #cmd;         \
    rt_used const struct finsh_syscall __fsym_##cmd rt_section("FSymTab") =     \
    {                                                                           \
        __fsym_##cmd##_name,                                                    \
        FINSH_COND(opt)                                                         \
        (syscall_func)&name                                                     \
    }
#endif /* FINSH_USING_DESCRIPTION */
#endif /* FINSH_USING_SYMTAB */

/* Choose a macro by the number of arguments: the last one, optenable, may be left out. */
#define __MSH_GET_MACRO(_1, _2, _3, _FUN, ...)              _FUN
#define __MSH_GET_EXPORT_MACRO(_1, _2, _3, _4, _FUN, ...)   _FUN

#define _MSH_FUNCTION_CMD2(a0, a1) \
    MSH_FUNCTION_EXPORT_CMD(a0, a0, a1, 0)
#define _MSH_FUNCTION_CMD2_OPT(a0, a1, a2) \
    MSH_FUNCTION_EXPORT_CMD(a0, a0, a1, a0##_msh_options)
#define _MSH_FUNCTION_EXPORT_CMD3(a0, a1, a2) \
    MSH_FUNCTION_EXPORT_CMD(a0, a1, a2, 0)
#define _MSH_FUNCTION_EXPORT_CMD3_OPT(a0, a1, a2, a3) \
    MSH_FUNCTION_EXPORT_CMD(a0, a1, a2, a0##_msh_options)

#ifdef RT_USING_FINSH
/* The C expression shell is gone; its exports do nothing. */
#define FINSH_FUNCTION_EXPORT(name, desc)
#define FINSH_FUNCTION_EXPORT_ALIAS(name, alias, desc)

/** Export a command: MSH_CMD_EXPORT(function, description[, optenable]). */
#define MSH_CMD_EXPORT(...) \
    __MSH_GET_MACRO(__VA_ARGS__, _MSH_FUNCTION_CMD2_OPT, _MSH_FUNCTION_CMD2)(__VA_ARGS__)

/** Export a command under another name: MSH_CMD_EXPORT_ALIAS(function, name, description[, optenable]). */
#define MSH_CMD_EXPORT_ALIAS(...) \
    __MSH_GET_EXPORT_MACRO(__VA_ARGS__, _MSH_FUNCTION_EXPORT_CMD3_OPT, _MSH_FUNCTION_EXPORT_CMD3)(__VA_ARGS__)
#endif /* RT_USING_FINSH; rtdef.h has empty ones otherwise */

struct msh_cmd_opt;

/** An entry of the table of commands. */
struct finsh_syscall
{
    const char *name;
#if defined(FINSH_USING_DESCRIPTION) && defined(FINSH_USING_SYMTAB)
    const char *desc;
#endif
#ifdef FINSH_USING_OPTION_COMPLETION
    struct msh_cmd_opt *opt;
#endif
    syscall_func func;
};

/** An entry of the list of commands added at run time. */
struct finsh_syscall_item
{
    struct finsh_syscall_item *next;
    struct finsh_syscall syscall;
};

#ifdef FINSH_USING_OPTION_COMPLETION

/** An option of a command. */
typedef struct msh_cmd_opt
{
    rt_uint32_t id;
    const char *name;
    const char *des;
} msh_cmd_opt_t;

/** Announce the options of a command. */
#define CMD_OPTIONS_STATEMENT(command)      static struct msh_cmd_opt command##_msh_options[];

/** Define the options of a command: START, any number of NODEs, END. */
#define CMD_OPTIONS_NODE_START(command)     static struct msh_cmd_opt command##_msh_options[] = {
#define CMD_OPTIONS_NODE(_id, _name, _des)  { .id = (_id), .name = #_name, .des = #_des },
#define CMD_OPTIONS_NODE_END                { 0, RT_NULL, RT_NULL } };

void msh_opt_list_dump(void *options);
int msh_cmd_opt_id_get(int argc, char **argv, void *options);

/** The id of the option a command was called with. */
#define MSH_OPT_ID_GET(fun)     msh_cmd_opt_id_get(argc, argv, (void *)fun##_msh_options)

/** Print the options of a command. */
#define MSH_OPT_DUMP(fun)       msh_opt_list_dump((void *)fun##_msh_options)

#else

#define CMD_OPTIONS_STATEMENT(command)
#define CMD_OPTIONS_NODE_START(command)
#define CMD_OPTIONS_NODE(_id, _name, _des)
#define CMD_OPTIONS_NODE_END
#define MSH_OPT_ID_GET(fun)     ((int)0)
#define MSH_OPT_DUMP(fun)

#endif /* FINSH_USING_OPTION_COMPLETION */

/* The commands. */
extern struct finsh_syscall_item *global_syscall_list;
extern struct finsh_syscall *_syscall_table_begin, *_syscall_table_end;

/** Step to the next entry of the table. */
#define FINSH_NEXT_SYSCALL(index)   (index)++

#if !defined(RT_USING_POSIX_STDIO) && defined(RT_USING_DEVICE)
/** Make a device the shell's terminal. */
void finsh_set_device(const char *device_name);
#endif

#endif /* FINSH_H_ */
