/* Compiler spellings that BSD-flavoured code expects of a libc. */
#ifndef _SYS_CDEFS_H_
#define _SYS_CDEFS_H_

#include <machine/_default_types.h>
#include <sys/features.h>
#include <stddef.h>

#define __P(protos) protos
#define __PMT(args) args
#define __DOTS , ...
#define __THROW
#define __BEGIN_DECLS
#define __END_DECLS

#define __CONCAT1(x, y) x ## y
#define __CONCAT(x, y) __CONCAT1(x, y)
#define __STRING(x) #x
#define __XSTRING(x) __STRING(x)

#define __ptr_t void *
#define __long_double_t long double
#define __attribute_malloc__
#define __attribute_pure__
#define __bounded
#define __unbounded
#define __ptrvalue

#define __aligned(x) __attribute__((__aligned__(x)))
#define __packed __attribute__((__packed__))
#define __section(x) __attribute__((__section__(x)))
#define __used __attribute__((__used__))
#define __unused __attribute__((__unused__))
#define __weak_symbol __attribute__((__weak__))
#define __pure __attribute__((__pure__))
#define __pure2 __attribute__((__const__))
#define __dead2 __attribute__((__noreturn__))
#define __noinline __attribute__((__noinline__))
#define __always_inline __inline__ __attribute__((__always_inline__))
#define __malloc_like __attribute__((__malloc__))
#define __alloc_size(x) __attribute__((__alloc_size__(x)))
#define __alloc_size2(n, x) __attribute__((__alloc_size__(n, x)))
#define __alloc_align(x) __attribute__((__alloc_align__(x)))
#define __nonnull(x) __attribute__((__nonnull__ x))
#define __nonnull_all __attribute__((__nonnull__))
#define __null_sentinel __attribute__((__sentinel__))
#define __result_use_check __attribute__((__warn_unused_result__))
#define __returns_twice __attribute__((__returns_twice__))
#define __unreachable() __builtin_unreachable()
#define __fastcall __attribute__((__fastcall__))
#define __exported __attribute__((__visibility__("default")))
#define __hidden __attribute__((__visibility__("hidden")))
#define __printflike(fmtarg, first) __attribute__((__format__(__printf__, fmtarg, first)))
#define __scanflike(fmtarg, first) __attribute__((__format__(__scanf__, fmtarg, first)))
#define __printf0like(fmtarg, first)
#define __predict_true(exp) __builtin_expect((exp), 1)
#define __predict_false(exp) __builtin_expect((exp), 0)
#define __min_size(x) static (x)

#define __offsetof(type, field) offsetof(type, field)
#define __rangeof(type, start, end) (__offsetof(type, end) - __offsetof(type, start))
#define __DECONST(type, var) ((type)(__uintptr_t)(const void *)(var))
#define __DEVOLATILE(type, var) ((type)(__uintptr_t)(volatile void *)(var))
#define __DEQUALIFY(type, var) ((type)(__uintptr_t)(const volatile void *)(var))
#define __containerof(x, s, m) ((s *)((char *)(x) - __offsetof(s, m)))

#endif
