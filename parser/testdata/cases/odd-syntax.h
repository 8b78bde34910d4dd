/* Valid C that readers of headers stumble over. */
#ifdef __cplusplus
extern "C" {
#endif
typedef struct os_a os_a;
struct os_a { os_a *next; int v; };
typedef int os_twice; typedef int os_twice;
struct os_b { struct os_c *c; struct os_c { int v; } in; };
struct os_d { struct os_c c; enum os_e { OS_E1, OS_E2 } e; };
int os_dig(int a<:3:>);
stru\
ct os_f { int lo\
ng_name; };
int os_g /* a comment
over lines */ (int /* here */ a, // and here
  char *b);
extern int os_v1, *os_v2[3], (*os_v3)[4], (*(*os_v4)(int))[5], (**os_v5)(void);
int os_defined = 3, os_array[] = { 1, 2, 3 }, os_two[][2] = { { 1, 2 }, { 3, 4 } };
const char os_text[] = "hello", *os_ptr = "x";
struct os_h { int a, b; } os_init = { .a = 1, .b = 2 }, os_list[2] = { [1] = { 3, 4 }, [0] = { .b = 5 } };
static const unsigned char os_table[4] = { 1, 2, 3, };
static inline int os_i(int a) { if (a) { return ({ int b = a; b + 1; }); } else { goto end; } end: return (int){ 3 } + sizeof(struct { int z; }); }
static inline void os_j(void) { __asm__ volatile ("nop" : : : "memory"); for (int i = 0; i < 3; i++) { ; } do { } while (0); switch (1) { case 1: default: break; } }
__asm__(".syntax unified");
_Atomic int os_atomic;
_Atomic(short) os_atomic2;
struct os_k { _Atomic int a; _Atomic(char) b; _Atomic(long long) c; };
struct os_l { char c; __fp16 h; float f; };
typedef __typeof__(((struct os_h *)0)->a) os_typeof;
typedef __typeof__(os_list) os_typeof2;
__typeof__(int (*)(int)) os_m(__typeof__(os_g) *p);
int (os_n)(int);
int ((os_o))(int (a));
int *(os_p)(void), (*os_q)(void);
void (*os_signal(int sig, void (*handler)(int)))(int);
typedef void (*os_handler)(int);
os_handler os_signal2(int, os_handler);
struct os_r { unsigned a : 1, : 0, b : 2; int : 3; signed c : 4; long : 0; char d; };
struct os_s { int n; struct { int a; } rows[]; };
union os_t { int a; char data[8]; struct { short lo, hi; }; };
struct os_u { const struct os_h h; volatile union os_t t[2]; struct os_h *const p; };
struct os_w { int (*read)(struct os_w *, void *, unsigned), (*write)(struct os_w *, const void *, unsigned); };
long long unsigned int long_order(short unsigned, char signed, int long long const *);
int unsigned extern os_x;
struct os_y { __extension__ union { int i; float f; }; __extension__ struct { char c; }; };
__extension__ typedef long long os_ll;
typedef struct { int a; } os_z[2], *os_zp[2], (*os_zf)(void);
void os_aa(struct os_h h, union os_t t, enum os_e e, os_z z, os_zf f);
int os_bb(int (*)[3], char *[4], int [static const 2]);
inline int os_cc(int a);
extern __inline__ __attribute__((__gnu_inline__)) int os_dd(int a) { return a; }
int os_ee(const int, volatile int, int *restrict, int *__restrict__, char *__restrict);
signed os_gg(unsigned), os_hh(signed), os_ii(short), os_jj(long);
enum os_kk { OS_KK1 = 1, OS_KK2 = OS_KK1 << 4, OS_KK3 = ~OS_KK1, OS_KK4 = !0 };
struct os_ll_s { char a[OS_KK2 + (OS_KK3 < 0)]; char b[sizeof(os_ll)]; char c[sizeof(((struct os_d *)0)->c.v)]; };
typedef union { struct { unsigned a:4, b:4; } bits; unsigned char byte; } os_reg;
static struct os_h os_static;
extern struct os_h os_ext[];
extern struct os_never os_opaque;
#ifdef __cplusplus
}
#endif
