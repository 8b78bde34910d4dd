/* Lists of three attributes: each counts, wherever it stands. */
struct attr3_a { char c; int i; } __attribute__((unused, packed, may_alias));            /* 5/1 */
struct attr3_b { char c; int i; } __attribute__((packed, aligned(2), may_alias));        /* 6/2 */
struct attr3_c { char a; char b __attribute__((unused, aligned(8), deprecated)); };      /* 16/8 */
