/* Strings and memory. */
#ifndef _STRING_H_
#define _STRING_H_

#include <_ansi.h>
#include <sys/cdefs.h>
#include <sys/features.h>

#define __need_size_t
#define __need_NULL
#include <stddef.h>

#if __POSIX_VISIBLE >= 200809
#include <sys/_locale.h>
#endif
#if __BSD_VISIBLE
#include <strings.h>
#endif

void *memchr(const void *, int, size_t);
int memcmp(const void *, const void *, size_t);
void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
char *strcat(char *, const char *);
char *strchr(const char *, int);
int strcmp(const char *, const char *);
int strcoll(const char *, const char *);
char *strcpy(char *, const char *);
size_t strcspn(const char *, const char *);
char *strerror(int);
size_t strlen(const char *);
char *strncat(char *, const char *, size_t);
int strncmp(const char *, const char *, size_t);
char *strncpy(char *, const char *, size_t);
char *strpbrk(const char *, const char *);
char *strrchr(const char *, int);
size_t strspn(const char *, const char *);
char *strstr(const char *, const char *);
char *strtok(char *, const char *);
size_t strxfrm(char *, const char *, size_t);
#if __POSIX_VISIBLE
char *strtok_r(char *, const char *, char **);
#endif
#if __MISC_VISIBLE || __POSIX_VISIBLE
void *memccpy(void *, const void *, int, size_t);
#endif
#if __MISC_VISIBLE || __POSIX_VISIBLE >= 200809 || __XSI_VISIBLE >= 4
char *strdup(const char *);
#endif
#if __MISC_VISIBLE || __POSIX_VISIBLE >= 200809
char *stpcpy(char *, const char *);
char *stpncpy(char *, const char *, size_t);
char *strndup(const char *, size_t);
size_t strnlen(const char *, size_t);
char *strsignal(int);
#endif
#if __BSD_VISIBLE
size_t strlcat(char *, const char *, size_t);
size_t strlcpy(char *, const char *, size_t);
char *strsep(char **, const char *);
char *strnstr(const char *, const char *, size_t);
#endif
#if __GNU_VISIBLE
void *memmem(const void *, size_t, const void *, size_t);
void *mempcpy(void *, const void *, size_t);
void *memrchr(const void *, int, size_t);
void *rawmemchr(const void *, int);
char *strcasestr(const char *, const char *);
char *strchrnul(const char *, int);
#endif

#endif
