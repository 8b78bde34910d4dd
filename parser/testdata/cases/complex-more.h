/* _Complex in every spelling. */
struct cp_a { char c; double _Complex z; };
struct cp_b { char c; _Complex float z; short s; };
struct cp_c { char c; long double _Complex z; };
struct cp_d { char c; __complex__ double z; };
struct cp_e { char c; _Complex int z; };
struct cp_f { float _Complex z[2]; char c; };
typedef double _Complex cp_t;
cp_t cp_f1(cp_t a);
void cp_f2(float _Complex *a);
extern double _Complex cp_v;
#define CP_I (1.0fi)
#define CP_J (__extension__ 1.0iF)
int cp_ordinary(int a);
