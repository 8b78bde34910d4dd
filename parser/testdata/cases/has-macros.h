/* Questions to the compiler, as gcc 12 answers them. */
#ifdef __has_include
#define HM_INCLUDE 1
#endif
#ifdef __has_include_next
#define HM_INCLUDE_NEXT 1
#endif
#ifdef __has_attribute
#define HM_ATTRIBUTE 1
#endif
#ifdef __has_builtin
#define HM_BUILTIN 1
#endif
#ifdef __has_c_attribute
#define HM_C_ATTRIBUTE 1
#endif
#ifdef __has_cpp_attribute
#define HM_CPP_ATTRIBUTE 1
#endif
#ifdef __has_feature
#define HM_FEATURE 1
#endif
#ifdef __has_extension
#define HM_EXTENSION 1
#endif
#ifdef __has_declspec_attribute
#define HM_DECLSPEC 1
#endif
#ifdef __has_warning
#define HM_WARNING 1
#endif
#define HM_YES(n) HM_##n = 1
enum {
#if __has_include(<stdint.h>)
  HM_I1,
#endif
#if __has_include("stddef.h")
  HM_I2,
#endif
#if __has_include(<no/such/file.h>)
  HM_I3,
#endif
#define HM_HEADER <stdbool.h>
#if __has_include(HM_HEADER)
  HM_I4,
#endif
#if !__has_include("nothing.h") && __has_include(<limits.h>)
  HM_I5,
#endif
#if __has_attribute(packed)
  HM_A1,
#endif
#if __has_attribute(__packed__)
  HM_A2,
#endif
#if __has_attribute(no_such_attribute)
  HM_A3,
#endif
#if __has_attribute(weak) && __has_attribute(aligned) && __has_attribute(section)
  HM_A4,
#endif
#if __has_attribute(overloadable)
  HM_A5,
#endif
#if __has_attribute(enable_if) || __has_attribute(diagnose_if)
  HM_A6,
#endif
#if __has_attribute(fallthrough)
  HM_A7,
#endif
#if __has_attribute(interrupt)
  HM_A8,
#endif
#if __has_attribute(counted_by)
  HM_A9,
#endif
#if __has_builtin(__builtin_expect)
  HM_B1,
#endif
#if __has_builtin(__builtin_no_such)
  HM_B2,
#endif
#if __has_builtin(__builtin_offsetof) && __has_builtin(__builtin_types_compatible_p)
  HM_B3,
#endif
#if __has_builtin(__builtin_debugtrap)
  HM_B4,
#endif
#if __has_builtin(__sync_synchronize)
  HM_B5,
#endif
#if __has_builtin(__atomic_load_n)
  HM_B6,
#endif
#if __has_builtin(__builtin_arm_rbit)
  HM_B7,
#endif
#if __has_builtin(printf)
  HM_B8,
#endif
#if __has_c_attribute(nodiscard)
  HM_C1,
#endif
#if __has_c_attribute(maybe_unused) >= 201904L
  HM_C2,
#endif
#if __has_c_attribute(gnu::packed)
  HM_C3,
#endif
#if __has_c_attribute(reproducible)
  HM_C4,
#endif
#if __has_c_attribute(fallthrough) == 201904L
  HM_C5,
#endif
#if defined __has_attribute && __has_attribute(noreturn)
  HM_D1,
#endif
#if defined(__has_builtin) && 0
  HM_D2,
#endif
#if __has_attribute /* a comment */ ( /* another */ const )
  HM_D3,
#endif
  HM_END
};
#define HM_PACKED_IF(x) __attribute__((packed))
#if __has_attribute(packed)
#define HM_PACKED __attribute__((packed))
#else
#define HM_PACKED
#endif
struct HM_PACKED hm_s { char c; int i; };
