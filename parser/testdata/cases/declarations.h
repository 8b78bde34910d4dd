/* Composite types, K&R definitions, functions through typedefs, odd parameters, records out of one macro. */
int dc_a();
int dc_a(int x, char *y);
int dc_b(int (*f)());
int dc_b(int (*f)(int));
extern int dc_arr[];
extern int dc_arr[10];
extern int dc_arr[];
extern char dc_arr2[5];
extern char dc_arr2[];
int dc_c(int a[]);
int dc_c(int *a);
int dc_c(int a[7]);
static int dc_kr(a, b, c) int a; char *b; unsigned c; { return a + *b + c; }
static inline int dc_kr2(a) const long a; { return a; }
int dc_kr3();
typedef int dc_fn(int, char *);
dc_fn dc_d, dc_e;
extern dc_fn dc_f;
dc_fn *dc_g(dc_fn *h, dc_fn i);
typedef dc_fn *dc_fp;
extern dc_fp dc_table[4];
struct dc_ops { dc_fn *open; dc_fp close; int (*ioctl)(struct dc_ops *self, int cmd, ...); void (*(*get)(int))(char); };
typedef void dc_void(void);
dc_void dc_h;
void dc_i(int n, int a[n], int b[*], int c[n][n + 1], int (*d)[n]);
void dc_j(int a[static 4], int b[const], int c[restrict], int d[volatile static 3], char e[const static 2]);
void dc_k(int (*a)[3], int b[2][3], int c[][3]);
void dc_l(void (*f)(int), void g(int), void (*h[2])(void));
int (*dc_m(int a))(char b);
int (*dc_n(void))[3];
int (*(*dc_o)(int))(char);
char *const *volatile dc_p(const char *const restrict a, volatile int *b);
#define DC_PAIR(n) struct { int n; } n##_a; struct { char n; } n##_b; union { int u; char n; } n##_c
struct dc_pairs { DC_PAIR(x); DC_PAIR(y); };
#define DC_TYPES(n) typedef struct { int n; } n##_t; typedef struct { char n[3]; } n##_u; typedef enum { n##_E1, n##_E2 = 300 } n##_e;
DC_TYPES(dcx) DC_TYPES(dcy)
typedef struct { int a; } dc_s1, *dc_s1p, dc_s1a[2];
typedef struct dc_node { struct dc_node *next; struct { int v; } *data; } dc_node;
struct dc_opaque;
struct dc_opaque *dc_q(struct dc_opaque *, const struct dc_never *);
int dc_r(struct { int a; } b, enum { DC_R1 = 3 } c);
unsigned dc_s(unsigned char, signed char, unsigned short int, long unsigned, long long unsigned int, long double);
extern const volatile unsigned long dc_t;
int dc_u(void), dc_v(int), *dc_w(char), dc_x;
long int typedef dc_late;
unsigned const typedef dc_late2, *dc_late3;
int static inline dc_y(int a) { return a; }
typedef char dc_z[4];
void dc_aa(dc_z a, const dc_z b, dc_z *c);
typeof(int) dc_bb(typeof(dc_x) a);
__typeof__(dc_a) dc_cc;
__auto_type dc_dd = 3;
extern int dc_ee, dc_ff[2], (*dc_gg)(void), *dc_hh, dc_ii(void);
typedef int dc_int, *dc_ptr, dc_array[3], dc_function(void);
struct dc_flex { int n; char data[]; };
struct dc_zero { int n; char data[0]; };
struct dc_bits { int a:3, :2, b:4; unsigned :0; int c:1; _Bool d:1; };
struct dc_nested { struct { union { int a; struct { short b, c; }; }; int d; }; int e; };
struct dc_cv { const int a; volatile char b; int *const restrict c; const char *const d[2]; };
struct { int a; } dc_anonymous, *dc_anonymous_ptr;
_Thread_local extern int dc_tls;
_Static_assert(1, "message");
;
int dc_jj(register int a, const int b);
inline __attribute__((always_inline)) static int dc_kk(void) { struct { int x; } l = {1}; enum { DC_LOCAL = 9 }; return l.x + DC_LOCAL; }
extern inline int dc_ll(int a) { return a; }
void dc_mm(int, ...);
void dc_nn(__builtin_va_list ap);
