/* Attributes in double brackets, in the places that C23 gives them. */
struct [[gnu::packed]] ac_a { char c; int i; };
struct ac_b { char c; int i [[gnu::packed]]; };
struct ac_c { char c; [[gnu::aligned(8)]] int i; };
struct ac_d { char c; int i [[gnu::aligned(8)]], j; };
struct [[gnu::packed, gnu::aligned(2)]] ac_e { char c; int i; };
struct [[__gnu__::__packed__]] ac_f { char c; int i; };
struct ac_g { char c; int i; [[]] char d; };
enum [[gnu::packed]] ac_h { AC_H = 1 };
enum ac_i { AC_I [[deprecated]] = 1, AC_J [[maybe_unused]] };
[[noreturn]] void ac_f1(void);
[[nodiscard("reason")]] int ac_f2([[maybe_unused]] int a, int b [[maybe_unused]]);
[[deprecated]] extern int ac_v;
[[gnu::weak]] void ac_f3(void);
int ac_f4 [[gnu::weak]] (int a);
typedef int ac_t [[gnu::aligned(16)]];
struct ac_k { char c; ac_t t; };
[[gnu::packed]];
