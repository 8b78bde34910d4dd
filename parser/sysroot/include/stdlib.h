/* General utilities. */
#ifndef _STDLIB_H_
#define _STDLIB_H_

#include <_ansi.h>

#define __need_size_t
#define __need_wchar_t
#define __need_NULL
#include <stddef.h>

#include <sys/reent.h>
#include <sys/cdefs.h>
#include <alloca.h>

typedef struct {
    int quot;
    int rem;
} div_t;
typedef struct {
    long quot;
    long rem;
} ldiv_t;
typedef struct {
    long long quot;
    long long rem;
} lldiv_t;

#ifndef __compar_fn_t_defined
#define __compar_fn_t_defined
typedef int (*__compar_fn_t)(const void *, const void *);
#endif

#define EXIT_FAILURE 1
#define EXIT_SUCCESS 0
#define RAND_MAX __RAND_MAX

int __locale_mb_cur_max(void);
#define MB_CUR_MAX __locale_mb_cur_max()

void abort(void) __attribute__((__noreturn__));
int abs(int);
int atexit(void (*)(void));
double atof(const char *);
int atoi(const char *);
long atol(const char *);
long long atoll(const char *);
void *bsearch(const void *, const void *, size_t, size_t, __compar_fn_t);
void *calloc(size_t, size_t);
div_t div(int, int);
void exit(int) __attribute__((__noreturn__));
void free(void *);
char *getenv(const char *);
long labs(long);
ldiv_t ldiv(long, long);
long long llabs(long long);
lldiv_t lldiv(long long, long long);
void *malloc(size_t);
int mblen(const char *, size_t);
int mbtowc(wchar_t *, const char *, size_t);
int wctomb(char *, wchar_t);
size_t mbstowcs(wchar_t *, const char *, size_t);
size_t wcstombs(char *, const wchar_t *, size_t);
void qsort(void *, size_t, size_t, __compar_fn_t);
int rand(void);
void *realloc(void *, size_t);
void srand(unsigned);
double strtod(const char *, char **);
float strtof(const char *, char **);
long double strtold(const char *, char **);
long strtol(const char *, char **, int);
long long strtoll(const char *, char **, int);
unsigned long strtoul(const char *, char **, int);
unsigned long long strtoull(const char *, char **, int);
int system(const char *);
void _Exit(int) __attribute__((__noreturn__));
#if __POSIX_VISIBLE
int rand_r(unsigned *);
#endif
#if __BSD_VISIBLE || __POSIX_VISIBLE >= 200112
int setenv(const char *, const char *, int);
int unsetenv(const char *);
int posix_memalign(void **, size_t, size_t);
#endif
#if __SVID_VISIBLE || __XSI_VISIBLE
int putenv(char *);
#endif
#if __MISC_VISIBLE || __POSIX_VISIBLE >= 200809 || __XSI_VISIBLE >= 4
int mkstemp(char *);
#endif
#if __XSI_VISIBLE >= 4 || __BSD_VISIBLE
long random(void);
void srandom(unsigned);
#endif
#if __MISC_VISIBLE
char *itoa(int, char *, int);
char *utoa(unsigned, char *, int);
#endif
#if __ISO_C_VISIBLE >= 2011
void *aligned_alloc(size_t, size_t) __attribute__((__malloc__));
int at_quick_exit(void (*)(void));
void quick_exit(int) __attribute__((__noreturn__));
#endif

void *_malloc_r(struct _reent *, size_t);
void *_calloc_r(struct _reent *, size_t, size_t);
void *_realloc_r(struct _reent *, void *, size_t);
void _free_r(struct _reent *, void *);

#endif
