/*
 * Reference interface of RT-Thread 4.1: the shell's interpreter.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef MSH_H_
#define MSH_H_

#include <rtthread.h>

/**
 * Run a command line.
 *
 * @param length of the line
 * @return the result of the command, or a negative error code
 */
int msh_exec(char *cmd, rt_size_t length);

void msh_auto_complete(char *prefix);
int msh_exec_module(const char *cmd_line, int size);
int msh_exec_script(const char *cmd_line, int size);

#endif /* MSH_H_ */
