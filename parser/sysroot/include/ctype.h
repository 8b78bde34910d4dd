/* Character classes. */
#ifndef _CTYPE_H_
#define _CTYPE_H_

#include <_ansi.h>
#include <sys/cdefs.h>

#if __POSIX_VISIBLE >= 200809
#include <sys/_locale.h>
#endif

int isalnum(int);
int isalpha(int);
int iscntrl(int);
int isdigit(int);
int isgraph(int);
int islower(int);
int isprint(int);
int ispunct(int);
int isspace(int);
int isupper(int);
int isxdigit(int);
int tolower(int);
int toupper(int);
#if __ISO_C_VISIBLE >= 1999
int isblank(int);
#endif
#if __MISC_VISIBLE || __XSI_VISIBLE
int isascii(int);
int toascii(int);
#define isascii(c) ((unsigned)(c) <= 0177)
#define toascii(c) ((c) & 0177)
#endif

#endif
