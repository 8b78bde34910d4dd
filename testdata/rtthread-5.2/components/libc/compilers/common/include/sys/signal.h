/*
 * Reference interface of RT-Thread 5.2: POSIX signals.
 * Written for rttgen from measured facts; declarations only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */

#ifndef SYS_SIGNAL_H_
#define SYS_SIGNAL_H_

#ifdef RT_USING_MUSLLIBC
#include <signal.h>
#else

#include <stdint.h>
#include <sys/types.h>

/* How a process is told of an event. */
#define SIGEV_SIGNAL    0       /* by a signal */
#define SIGEV_NONE      1       /* not at all */
#define SIGEV_THREAD    2       /* by a thread of its own */

/* Where a signal comes from. */
#define SI_USER         0x01    /* kill() */
#define SI_QUEUE        0x02    /* sigqueue() */
#define SI_TIMER        0x03    /* a timer */
#define SI_ASYNCIO      0x04    /* asynchronous input or output */
#define SI_MESGQ        0x05    /* a message queue */

/** What a signal carries. */
union sigval
{
    int sival_int;
    void *sival_ptr;
};

/** How a process is told of an event. */
struct sigevent
{
    union sigval sigev_value;
    int sigev_signo;
    int sigev_notify;                   /* SIGEV_* */
    void (*sigev_notify_function)(union sigval value);
    void *sigev_notify_attributes;
};

/** A signal that was received. */
struct siginfo
{
    uint16_t si_signo;
    uint16_t si_code;                   /* SI_* */
    union sigval si_value;
};
typedef struct siginfo siginfo_t;

typedef void (*_sig_func_ptr)(int);
typedef unsigned long sigset_t;

/** What to do when a signal arrives. */
struct sigaction
{
    _sig_func_ptr sa_handler;
    sigset_t sa_mask;
    int sa_flags;
};

/** A stack for signal handlers. */
struct sigaltstack
{
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};
typedef struct sigaltstack stack_t;

/* How sigprocmask changes the set of blocked signals. */
#define SIG_SETMASK     0
#define SIG_BLOCK       1
#define SIG_UNBLOCK     2

#define sigaddset(what, sig)    (*(what) |= (1ul << (sig)), 0)
#define sigdelset(what, sig)    (*(what) &= ~(1ul << (sig)), 0)
#define sigemptyset(what)       (*(what) = 0, 0)
#define sigfillset(what)        (*(what) = ~0ul, 0)
#define sigismember(what, sig)  ((*(what) & (1ul << (sig))) != 0)

int sigprocmask(int how, const sigset_t *set, sigset_t *oset);
int sigpending(sigset_t *set);
int sigsuspend(const sigset_t *set);

#include <sys/time.h>

int sigtimedwait(const sigset_t *set, siginfo_t *info, const struct timespec *timeout);
int sigwait(const sigset_t *set, int *sig);
int sigwaitinfo(const sigset_t *set, siginfo_t *info);
int raise(int sig);
int sigqueue(pid_t pid, int signo, const union sigval value);
int sigaction(int signum, const struct sigaction *act, struct sigaction *oldact);

/* Signals. */
#define SIGHUP          1
#define SIGINT          2
#define SIGQUIT         3
#define SIGILL          4
#define SIGTRAP         5
#define SIGIOT          6
#define SIGABRT         SIGIOT
#define SIGEMT          7
#define SIGFPE          8
#define SIGKILL         9
#define SIGBUS          10
#define SIGSEGV         11
#define SIGSYS          12
#define SIGPIPE         13
#define SIGALRM         14
#define SIGTERM         15
#define SIGURG          16
#define SIGSTOP         17
#define SIGTSTP         18
#define SIGCONT         19
#define SIGCHLD         20
#define SIGCLD          SIGCHLD
#define SIGTTIN         21
#define SIGTTOU         22
#define SIGIO           23
#define SIGPOLL         SIGIO
#define SIGXCPU         24
#define SIGXFSZ         25
#define SIGVTALRM       26
#define SIGPROF         27
#define SIGWINCH        28
#define SIGLOST         29
#define SIGUSR1         30
#define SIGUSR2         31

#define NSIG            32      /* one more than the last signal */

#include <signal.h>

#endif /* RT_USING_MUSLLIBC */

#endif /* SYS_SIGNAL_H_ */
