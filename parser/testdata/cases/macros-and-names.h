/* Names that are macros too: members, parameters, enumerators, functions, types. */
struct mn_a { int min; unsigned max:4; int last; };
#define min 3
#define max(a, b) ((a) > (b) ? (a) : (b))
#define last
int mn_f(int val, int other);
#define val 7
#define other
typedef struct { volatile unsigned CTRL, COMP0; } mn_dwt;
#define COMP0 ((mn_dwt *)0x40010200UL)
#define CTRL (COMP0->CTRL)
enum mn_e { MN_X = 1, MN_Y = 2, MN_Z = 3 };
#define MN_X MN_X
#define MN_Y (MN_Z)
#define MN_Z 9
int mn_g(void);
#define mn_g() (5)
extern int mn_v;
#define mn_v (*mn_pv())
int *mn_pv(void);
#define MN_TYPE struct mn_a
#define MN_CALL mn_g()
#define MN_VAR mn_v
#define MN_EMPTY
#define MN_SELF MN_SELF
#define MN_LOOP1 MN_LOOP2
#define MN_LOOP2 MN_LOOP1
#define MN_STMT do { } while (0)
#define MN_ATTR __attribute__((packed))
#define MN_KEYWORD static inline
#define MN_PAREN ()
#define MN_COMMA ,
#define MN_ADDR ((void *)0x1000)
#define MN_ADDR_OFF ((unsigned char *)0x1000 + 4)
#define MN_ADDR_OF (&((mn_dwt *)0x40010200UL)->COMP0)
#define MN_REG (*(volatile unsigned *)0xE000ED00)
#define MN_REG_BITS (*(volatile unsigned char *)(0xE000ED00 + 1))
#define MN_MEMBER (((mn_dwt *)0x40010200UL)->CTRL)
#define MN_NULL ((void *)0)
#define MN_NULL2 ((mn_dwt *)0)
#define MN_MINUS ((void *)-1)
#define MN_FN ((void (*)(int))0x21)
#define MN_INT_OF_ADDR ((unsigned)&((mn_dwt *)0x40010200UL)->COMP0)
