/* C23's underlying types; gcc 12 does not know them in C, so that the compiler refuses each and all others are there. */
enum eu_a : unsigned char { EU_A = 1 };
enum eu_b { EU_B = 2 };
struct eu_c { enum eu_b b : 3; int c; };
