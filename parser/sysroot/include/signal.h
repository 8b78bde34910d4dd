/* ISO C signals. sys/signal.h may be RT-Thread's: it comes first on its include path. */
#ifndef _SIGNAL_H_
#define _SIGNAL_H_

#include <_ansi.h>
#include <sys/cdefs.h>
#include <sys/signal.h>

typedef int sig_atomic_t;
#if __BSD_VISIBLE
typedef _sig_func_ptr sig_t;
#endif
#if __GNU_VISIBLE
typedef _sig_func_ptr sighandler_t;
#endif

#define SIG_DFL ((_sig_func_ptr)0)
#define SIG_IGN ((_sig_func_ptr)1)
#define SIG_ERR ((_sig_func_ptr)-1)

struct _reent;
_sig_func_ptr _signal_r(struct _reent *, int, _sig_func_ptr);
int _raise_r(struct _reent *, int);
_sig_func_ptr signal(int, _sig_func_ptr);
int raise(int);
void psignal(int, const char *);

#endif
