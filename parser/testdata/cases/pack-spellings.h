/* #pragma pack however it is written. */
#define PS_PACK(n) _Pragma(PS_STR(pack(push, n)))
#define PS_STR(x) PS_STR2(x)
#define PS_STR2(x) #x
#define PS_POP _Pragma("pack(pop)")
#define PS_TWO 2
PS_PACK(2)
struct ps_a { char c; int i; };
PS_POP
struct ps_b { char c; int i; };
#pragma pack(PS_TWO)
struct ps_c { char c; int i; };
#pragma pack()
#pragma pack(push, PS_TWO)
struct ps_d { char c; int i; };
#pragma pack(pop)
#pragma pack(0x2)
struct ps_e { char c; int i; };
#pragma pack(02)
struct ps_f { char c; int i; };
#pragma pack(2u)
struct ps_g { char c; int i; };
#pragma pack( )
struct ps_h { char c; int i; };
#pragma pack(push,a,1)
#pragma pack(push,b,2)
#pragma pack(push,c,8)
#pragma pack(pop,a)
struct ps_i { char c; int i; };
#pragma pack(push, first, 1)
#pragma pack(pop, nothing)
struct ps_j { char c; int i; };
#pragma pack(pop, first)
struct ps_k { char c; int i; };
# /* here */ pragma /* and here */ pack /* and */ ( /* there */ 1 /* too */ ) // and behind
struct ps_l { char c; int i; };
#pragma pack(4) /* an unfinished
comment */ struct ps_m { char c; double d; };
#pragma pack(8)
struct ps_n { char c; double d; };
#pragma pack(5)
struct ps_o { char c; double d; };
#pragma pack(32)
struct ps_p { char c; double d; };
#pragma pack(1) trailing words
struct ps_q { char c; int i; };
#pragma pack(pop)
struct ps_r { char c; int i; };
#pragma pack()
%:pragma pack(1)
struct ps_s { char c; int i; };
#pragma pack()
_Pragma("pack(1)") struct ps_t { char c; int i; }; _Pragma("pack()") struct ps_u { char c; int i; };
struct ps_v { char c; int i; _Pragma("pack(1)") int j; char d; };
struct ps_w { char c; int i; };
#pragma pack()
_Pragma("pack(push, \
 1)")
struct ps_x { char c; int i; };
_Pragma("  pack ( pop )  ")
_Pragma(L"pack(1)")
struct ps_y { char c; int i; };
#pragma pack()
#define PS_BOTH(body) _Pragma("pack(push, 1)") body _Pragma("pack(pop)")
PS_BOTH(struct ps_z { char c; int i; };)
struct ps_aa { char c; int i; };
#pragma pack(push, 1)
struct ps_bb { char c; struct { char d; int i; } in; struct ps_b out; };
typedef struct { char c; int i; } ps_cc;
union ps_dd { char c; int i; };
enum ps_ee { PS_EE = 70000 };
struct ps_ff { char c; int i __attribute__((aligned(4))); };
struct ps_gg { char c; int i; } __attribute__((aligned(8)));
struct ps_hh { unsigned a:5, b:30; };
#pragma pack(pop)
#if 1
#pragma pack(1)
#else
#pragma pack(2)
#endif
struct ps_ii { char c; int i; };
#pragma pack()
#pragma pack(push)
#pragma pack(push)
#pragma pack(1)
#pragma pack(pop)
struct ps_jj { char c; int i; };
#pragma pack(pop)
#pragma pack(pop)
struct ps_kk { char c; int i; };
#pragma PACK(1)
struct ps_ll { char c; int i; };
#pragma GCC pack(1)
struct ps_mm { char c; int i; };
#define pack nothing
#pragma pack(1)
struct ps_nn { char c; int i; };
#undef pack
#pragma pack()
