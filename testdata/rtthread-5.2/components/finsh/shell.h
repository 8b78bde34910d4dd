/*
 * Reference interface of RT-Thread 5.2: the shell.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef SHELL_H_
#define SHELL_H_

#include <rtthread.h>
#include "finsh.h"

/* Defaults. */
#ifndef FINSH_THREAD_NAME
#define FINSH_THREAD_NAME           "tshell"
#endif
#ifndef FINSH_THREAD_PRIORITY
#define FINSH_THREAD_PRIORITY       20
#endif
#ifndef FINSH_THREAD_STACK_SIZE
#define FINSH_THREAD_STACK_SIZE     2048
#endif
#ifndef FINSH_CMD_SIZE
#define FINSH_CMD_SIZE              80
#endif
#if defined(FINSH_USING_HISTORY) && !defined(FINSH_HISTORY_LINES)
#define FINSH_HISTORY_LINES         5
#endif

#ifdef FINSH_USING_AUTH
#ifndef FINSH_PASSWORD_MAX
#define FINSH_PASSWORD_MAX          RT_NAME_MAX
#endif
#ifndef FINSH_PASSWORD_MIN
#define FINSH_PASSWORD_MIN          6
#endif
#ifndef FINSH_DEFAULT_PASSWORD
#define FINSH_DEFAULT_PASSWORD      "rtthread"
#endif
#endif /* FINSH_USING_AUTH */

#define FINSH_OPTION_ECHO           0x01
#define FINSH_PROMPT                finsh_get_prompt()

const char *finsh_get_prompt(void);
int finsh_set_prompt(const char *prompt);

/** What the shell reads next. */
enum input_stat
{
    WAIT_NORMAL = 0,    /* a character */
    WAIT_SPEC_KEY,      /* the second byte of a function key */
    WAIT_FUNC_KEY       /* its third byte */
};

/** The state of the shell. */
struct finsh_shell
{
    struct rt_semaphore rx_sem;         /* released when something is received */
    enum input_stat stat;
    rt_uint8_t echo_mode:1;
    rt_uint8_t prompt_mode:1;
#ifdef FINSH_USING_HISTORY
    rt_uint16_t current_history;
    rt_uint16_t history_count;
    char cmd_history[FINSH_HISTORY_LINES][FINSH_CMD_SIZE];
#endif
    char line[FINSH_CMD_SIZE + 1];
    rt_uint16_t line_position;
    rt_uint16_t line_curpos;
#if !defined(RT_USING_POSIX_STDIO) && defined(RT_USING_DEVICE)
    rt_device_t device;
#endif
#ifdef FINSH_USING_AUTH
    char password[FINSH_PASSWORD_MAX];
#endif
};

void finsh_set_echo(rt_uint32_t echo);
rt_uint32_t finsh_get_echo(void);
int finsh_system_init(void);
const char *finsh_get_device(void);
int finsh_getchar(void);
rt_uint32_t finsh_get_prompt_mode(void);
void finsh_set_prompt_mode(rt_uint32_t prompt_mode);
#ifdef FINSH_USING_AUTH
rt_err_t finsh_set_password(const char *password);
const char *finsh_get_password(void);
#endif
#ifdef RT_USING_HOOK
void finsh_thread_entry_sethook(void (*hook)(void));
#endif /* RT_USING_HOOK */

#endif /* SHELL_H_ */
