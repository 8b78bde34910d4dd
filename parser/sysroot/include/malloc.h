/* The heap and its statistics. */
#ifndef _INCLUDE_MALLOC_H_
#define _INCLUDE_MALLOC_H_

#include <_ansi.h>
#include <sys/reent.h>

#define __need_size_t
#include <stddef.h>

struct mallinfo {
    size_t arena;
    size_t ordblks;
    size_t smblks;
    size_t hblks;
    size_t hblkhd;
    size_t usmblks;
    size_t fsmblks;
    size_t uordblks;
    size_t fordblks;
    size_t keepcost;
};

extern void *malloc(size_t);
extern void free(void *);
extern void *realloc(void *, size_t);
extern void *calloc(size_t, size_t);
extern void *memalign(size_t, size_t);
extern struct mallinfo mallinfo(void);
extern void malloc_stats(void);
extern int mallopt(int, int);
extern size_t malloc_usable_size(void *);

#endif
