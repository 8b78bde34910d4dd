/* locale_t, opaque. */
#ifndef _SYS__LOCALE_H
#define _SYS__LOCALE_H

struct __locale_t;
typedef struct __locale_t *locale_t;

#endif
