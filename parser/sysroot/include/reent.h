/* The system calls a newlib port provides. */
#ifndef _REENT_H_
#define _REENT_H_

#include <sys/reent.h>
#include <sys/_types.h>

struct stat;
struct tms;
struct timeval;

int _close_r(struct _reent *, int);
int _execve_r(struct _reent *, const char *, char *const *, char *const *);
int _fcntl_r(struct _reent *, int, int, int);
int _fork_r(struct _reent *);
int _fstat_r(struct _reent *, int, struct stat *);
int _getpid_r(struct _reent *);
int _isatty_r(struct _reent *, int);
int _kill_r(struct _reent *, int, int);
int _link_r(struct _reent *, const char *, const char *);
_off_t _lseek_r(struct _reent *, int, _off_t, int);
int _mkdir_r(struct _reent *, const char *, int);
int _open_r(struct _reent *, const char *, int, int);
_ssize_t _read_r(struct _reent *, int, void *, size_t);
int _rename_r(struct _reent *, const char *, const char *);
void *_sbrk_r(struct _reent *, ptrdiff_t);
int _stat_r(struct _reent *, const char *, struct stat *);
_CLOCK_T_ _times_r(struct _reent *, struct tms *);
int _unlink_r(struct _reent *, const char *);
int _wait_r(struct _reent *, int *);
_ssize_t _write_r(struct _reent *, int, const void *, size_t);
int _gettimeofday_r(struct _reent *, struct timeval *, void *);

#endif
