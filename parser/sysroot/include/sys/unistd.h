/* POSIX operating system interface. */
#ifndef _SYS_UNISTD_H
#define _SYS_UNISTD_H

#include <_ansi.h>

#define __need_size_t
#define __need_ptrdiff_t
#include <stddef.h>

#include <sys/cdefs.h>
#include <sys/types.h>

extern char **environ;

#define F_OK 0
#define R_OK 4
#define W_OK 2
#define X_OK 1
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2
#if __MISC_VISIBLE || __XSI_VISIBLE >= 4
#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3
#endif

void _exit(int) __attribute__((__noreturn__));
int access(const char *, int);
unsigned alarm(unsigned);
int chdir(const char *);
int chown(const char *, uid_t, gid_t);
int close(int);
int dup(int);
int dup2(int, int);
int execve(const char *, char *const[], char *const[]);
pid_t fork(void);
char *getcwd(char *, size_t);
gid_t getegid(void);
uid_t geteuid(void);
gid_t getgid(void);
pid_t getpid(void);
pid_t getppid(void);
uid_t getuid(void);
int isatty(int);
int link(const char *, const char *);
off_t lseek(int, off_t, int);
int pause(void);
int pipe(int[2]);
_READ_WRITE_RETURN_TYPE read(int, void *, size_t);
int rmdir(const char *);
unsigned sleep(unsigned);
long sysconf(int);
char *ttyname(int);
int unlink(const char *);
_READ_WRITE_RETURN_TYPE write(int, const void *, size_t);
int fsync(int);
#if __BSD_VISIBLE || __XSI_VISIBLE >= 4 || __POSIX_VISIBLE >= 200112
int gethostname(char *, size_t);
#endif
#if __POSIX_VISIBLE >= 200112 || __XSI_VISIBLE >= 500
int ftruncate(int, off_t);
#endif
#if __BSD_VISIBLE || __POSIX_VISIBLE >= 200809 || __XSI_VISIBLE >= 4
int truncate(const char *, off_t);
#endif
#if __BSD_VISIBLE || (__XSI_VISIBLE && __POSIX_VISIBLE < 200809)
int usleep(useconds_t);
#endif

#endif
