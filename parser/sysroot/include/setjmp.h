/* Non-local jumps: 23 words on arm. */
#ifndef _SETJMP_H_
#define _SETJMP_H_

#include <_ansi.h>

#define _JBLEN 23
typedef int jmp_buf[_JBLEN];

void longjmp(jmp_buf, int) __attribute__((__noreturn__));
int setjmp(jmp_buf);

#endif
