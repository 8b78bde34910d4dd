/* Standard I/O. The standard streams are members of the opaque struct _reent, so they are externs here. */
#ifndef _STDIO_H_
#define _STDIO_H_

#include <_ansi.h>

#define __need_size_t
#define __need_NULL
#include <stddef.h>
#define __need___va_list
#include <stdarg.h>

#include <sys/cdefs.h>
#include <sys/reent.h>
#include <sys/types.h>

#define _FSTDIO

typedef __FILE FILE;
typedef _fpos_t fpos_t;

#ifndef _VA_LIST_DEFINED
#if __POSIX_VISIBLE >= 200809 || __XSI_VISIBLE
#define _VA_LIST_DEFINED
typedef __gnuc_va_list va_list;
#endif
#endif

#if !defined(_SSIZE_T_DECLARED)
typedef _ssize_t ssize_t;
#define _SSIZE_T_DECLARED
#endif

#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#define EOF (-1)
#define BUFSIZ 1024
#define FOPEN_MAX 20
#define FILENAME_MAX 1024
#define L_tmpnam FILENAME_MAX
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define TMP_MAX 26
#if __BSD_VISIBLE || __XSI_VISIBLE
#define P_tmpdir "/tmp"
#endif

extern FILE *stdin, *stdout, *stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr

FILE *tmpfile(void);
char *tmpnam(char *);
int fclose(FILE *);
int fflush(FILE *);
FILE *freopen(const char *, const char *, FILE *);
void setbuf(FILE *, char *);
int setvbuf(FILE *, char *, int, size_t);
int fprintf(FILE *, const char *, ...);
int fscanf(FILE *, const char *, ...);
int printf(const char *, ...);
int scanf(const char *, ...);
int sscanf(const char *, const char *, ...);
int sprintf(char *, const char *, ...);
int snprintf(char *, size_t, const char *, ...);
int vfprintf(FILE *, const char *, __gnuc_va_list);
int vprintf(const char *, __gnuc_va_list);
int vsprintf(char *, const char *, __gnuc_va_list);
int vsnprintf(char *, size_t, const char *, __gnuc_va_list);
int vfscanf(FILE *, const char *, __gnuc_va_list);
int vscanf(const char *, __gnuc_va_list);
int vsscanf(const char *, const char *, __gnuc_va_list);
int fgetc(FILE *);
char *fgets(char *, int, FILE *);
int fputc(int, FILE *);
int fputs(const char *, FILE *);
int getc(FILE *);
int getchar(void);
int putc(int, FILE *);
int putchar(int);
int puts(const char *);
int ungetc(int, FILE *);
size_t fread(void *, size_t, size_t, FILE *);
size_t fwrite(const void *, size_t, size_t, FILE *);
int fgetpos(FILE *, fpos_t *);
int fseek(FILE *, long, int);
int fsetpos(FILE *, const fpos_t *);
long ftell(FILE *);
void rewind(FILE *);
void clearerr(FILE *);
int feof(FILE *);
int ferror(FILE *);
void perror(const char *);
FILE *fopen(const char *, const char *);
int remove(const char *);
int rename(const char *, const char *);
#if __POSIX_VISIBLE
FILE *fdopen(int, const char *);
int fileno(FILE *);
#endif
#if __GNU_VISIBLE
int asprintf(char **, const char *, ...);
int vasprintf(char **, const char *, __gnuc_va_list);
#endif
#if __MISC_VISIBLE || __XSI_VISIBLE >= 4 || __POSIX_VISIBLE >= 200112
int fseeko(FILE *, off_t, int);
off_t ftello(FILE *);
#endif
#if __POSIX_VISIBLE >= 200809
int dprintf(int, const char *, ...);
#endif

#endif
