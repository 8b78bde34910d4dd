/*
 * Reference interface of RT-Thread 5.2: configuration.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef RT_CONFIG_H__
#define RT_CONFIG_H__

/* The configuration of the facts: a Cortex-M4F with newlib. Replace this file with a BSP's own. */

/* Kernel. */
#define RT_NAME_MAX                     0
#define RT_CPUS_NR                      1
#define RT_ALIGN_SIZE                   8
#define RT_THREAD_PRIORITY_32
#define RT_THREAD_PRIORITY_MAX          32
#define RT_TICK_PER_SECOND              1000
#define RT_VER_NUM                      0x50200
#define RT_USING_HOOK
#define RT_HOOK_USING_FUNC_PTR
#define RT_USING_IDLE_HOOK
#define RT_IDLE_HOOK_LIST_SIZE          4
#define IDLE_THREAD_STACK_SIZE          1024
#define RT_USING_TIMER_SOFT
#define RT_TIMER_THREAD_PRIO            4
#define RT_TIMER_THREAD_STACK_SIZE      1024
#define RT_USING_CPU_FFS
#define RT_BACKTRACE_LEVEL_MAX_NR       32

/* Debugging. */
#define RT_USING_DEBUG
#define RT_DEBUGING_ASSERT
#define RT_DEBUGING_COLOR
#define RT_DEBUGING_CONTEXT
#define RT_USING_OVERFLOW_CHECK

/* Communication between threads. */
#define RT_USING_SEMAPHORE
#define RT_USING_MUTEX
#define RT_USING_EVENT
#define RT_USING_MAILBOX
#define RT_USING_MESSAGEQUEUE
#define RT_USING_SIGNALS

/* Memory. */
#define RT_USING_MEMPOOL
#define RT_USING_SMALL_MEM
#define RT_USING_MEMHEAP
#define RT_MEMHEAP_FAST_MODE
#define RT_USING_SMALL_MEM_AS_HEAP
#define RT_USING_HEAP

/* Devices and console. */
#define RT_USING_DEVICE
#define RT_USING_CONSOLE
#define RT_CONSOLEBUF_SIZE              256
#define RT_CONSOLE_DEVICE_NAME          "uart1"

/* Processor. */
#define ARCH_ARM
#define ARCH_ARM_CORTEX_M
#define ARCH_ARM_CORTEX_M4
#define ARCH_ARM_CORTEX_FPU

/* Start of the system. */
#define RT_USING_COMPONENTS_INIT
#define RT_USING_USER_MAIN
#define RT_MAIN_THREAD_STACK_SIZE       8192
#define RT_MAIN_THREAD_PRIORITY         10

/* Shell. */
#define RT_USING_MSH
#define RT_USING_FINSH
#define FINSH_USING_MSH
#define FINSH_THREAD_NAME               "tshell"
#define FINSH_THREAD_PRIORITY           20
#define FINSH_THREAD_STACK_SIZE         4096
#define FINSH_USING_HISTORY
#define FINSH_HISTORY_LINES             5
#define FINSH_USING_SYMTAB
#define FINSH_CMD_SIZE                  80
#define MSH_USING_BUILT_IN_COMMANDS
#define FINSH_USING_DESCRIPTION
#define FINSH_ARG_MAX                   10
#define FINSH_USING_OPTION_COMPLETION

/* Time zone. */
#define RT_LIBC_USING_LIGHT_TZ_DST
#define RT_LIBC_TZ_DEFAULT_HOUR         8
#define RT_LIBC_TZ_DEFAULT_MIN          0
#define RT_LIBC_TZ_DEFAULT_SEC          0

/* Device drivers. */
#define RT_USING_DEVICE_IPC
#define RT_UNAMED_PIPE_NUMBER           64
#define RT_PIPE_BUFSZ                   512
#define RT_USING_SYSTEM_WORKQUEUE
#define RT_SYSTEM_WORKQUEUE_STACKSIZE   2048
#define RT_SYSTEM_WORKQUEUE_PRIORITY    23
#define RT_USING_SERIAL
#define RT_USING_SERIAL_V1
#define RT_SERIAL_USING_DMA
#define RT_SERIAL_RB_BUFSZ              64
#define RT_USING_I2C
#define RT_USING_I2C_BITOPS
#define RT_USING_PIN
#define RT_USING_ADC
#define RT_USING_DAC
#define RT_USING_PWM
#define RT_USING_RTC
#define RT_USING_SPI
#define RT_USING_QSPI
#define RT_USING_WDT
#define RT_USING_HWTIMER

#endif /* RT_CONFIG_H__ */
