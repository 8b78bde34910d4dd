/* Enums: their integer, the type of their constants, values beyond long long, renamed constants. */
enum en_a { EN_A1 = 255 };
enum en_b { EN_B1 = 256 };
enum en_c { EN_C1 = -1, EN_C2 = 127 };
enum en_d { EN_D1 = -1, EN_D2 = 128 };
enum en_e { EN_E1 = 0x7fffffff };
enum en_f { EN_F1 = 0x80000000 };
enum en_g { EN_G1 = -1, EN_G2 = 0x80000000 };
enum en_h { EN_H1 = 0xfffffffe, EN_H2 };
enum en_i { EN_I1 = 0x7fffffffffffffff };
enum en_j { EN_J1 = 0x8000000000000000 };
enum en_k { EN_K1 = -0x7fffffffffffffff - 1, EN_K2 };
enum en_l { EN_L1 = 0x100000000, EN_L2 = 1 };
struct en_sizes { char a[sizeof(EN_A1)], b[sizeof(EN_F1)], c[sizeof(EN_H2)], d[sizeof(EN_L2)], e[sizeof(EN_J1)], f[sizeof(EN_G2)]; };
#define EN_M_A1 EN_A1
#define EN_M_L2 EN_L2
#define EN_M_J1 EN_J1
#define EN_M_SUM (EN_F1 + EN_F1)
#define EN_M_HALF (EN_L1 / 2)
enum en_m { EN_M1 = 5, EN_M2 = EN_M1 * 2, EN_M3 = sizeof(enum en_a), EN_M4 = EN_M2 + EN_A1 };
enum en_n { EN_N1 = 1, EN_N2 = 2, };
#define EN_N2 (EN_N3)
#define EN_N3 77
enum en_o { EN_O1 = 'a', EN_O2 = '\xff' };
enum en_p { EN_P1 = 1 } __attribute__((packed));
enum __attribute__((packed)) en_q { EN_Q1 = 70000 };
enum en_fwd;
enum en_fwd { EN_FWD = 3 };
typedef enum { EN_T1, EN_T2 = 10, EN_T3 } en_t, *en_t_ptr;
typedef enum en_u_tag { EN_U1 } en_u;
enum { EN_ANON1 = 4 };
enum { EN_ANON2 = 9 } en_variable;
struct en_in { enum { EN_IN1, EN_IN2 = 1000 } a; enum en_in_tag { EN_IN3 = 3 } b; en_t c; };
void en_take(enum en_c a, en_t b, enum en_i c);
struct en_bits { enum en_a a:4; enum en_c b:5; en_t c:7; enum en_e d:31; };
