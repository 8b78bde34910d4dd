/* Non-local jumps: 20 words of 8 bytes on arm. */
#ifndef _SETJMP_H_
#define _SETJMP_H_

#include <_ansi.h>

#define _JBLEN 20
#define _JBTYPE long long
typedef _JBTYPE jmp_buf[_JBLEN];

void longjmp(jmp_buf, int) __attribute__((__noreturn__));
int setjmp(jmp_buf);

#endif
