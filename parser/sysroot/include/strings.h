/* BSD string functions. */
#ifndef _STRINGS_H_
#define _STRINGS_H_

#include <sys/cdefs.h>
#include <sys/_types.h>

#if __POSIX_VISIBLE >= 200809
#include <sys/_locale.h>
#endif

#if __BSD_VISIBLE || __POSIX_VISIBLE <= 200112
int bcmp(const void *, const void *, size_t);
void bcopy(const void *, void *, size_t);
void bzero(void *, size_t);
char *index(const char *, int);
char *rindex(const char *, int);
#endif
#if __BSD_VISIBLE
void explicit_bzero(void *, size_t);
int ffsl(long);
int ffsll(long long);
int fls(int);
int flsl(long);
int flsll(long long);
#endif
#if __BSD_VISIBLE || __POSIX_VISIBLE <= 200112 || __XSI_VISIBLE
int ffs(int);
#endif
int strcasecmp(const char *, const char *);
int strncasecmp(const char *, const char *, size_t);

#endif
