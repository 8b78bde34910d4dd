/* What depends on the moment or the place is no constant, and neither is what uses it. */
#define MO_A __DATE__
#define MO_B __TIME__
#define MO_C __FILE__
#define MO_D __LINE__
#define MO_E __COUNTER__
#define MO_F (__LINE__ + 1)
#define MO_G "built " __DATE__
#define MO_H MO_B
#define MO_I __TIMESTAMP__
#define MO_J __BASE_FILE__
#define MO_K __INCLUDE_LEVEL__
#define MO_L __func__
#define MO_M __FILE__ ":" MO_N
#define MO_N "n"
#define MO_CAT2(a, b) a##b
#define MO_CAT(a, b) MO_CAT2(a, b)
#define MO_O MO_CAT(1, __LINE__)
#define MO_P sizeof(__DATE__)
#define MO_Q __STDC_VERSION__
#define MO_R __VERSION__
#define MO_S __GNUC__
#define MO_T __FUNCTION__
enum { MO_E1 = __LINE__, MO_E2 = __LINE__ };
struct mo_s { char a[__LINE__]; char b[sizeof(__FILE__) > 1 ? 2 : 3]; int MO_CAT(x, __LINE__); };
int MO_CAT(mo_f, __COUNTER__)(void);
int MO_CAT(mo_f, __COUNTER__)(void);
#line 500 "moment.h"
enum { MO_E3 = __LINE__ };
