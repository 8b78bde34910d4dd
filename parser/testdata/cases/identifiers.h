/* Identifiers beyond ASCII. */
struct id_größe { int länge; char 名前[4]; };
int id_größer(int ä);
extern int id_变量;
enum id_цвет { ID_КРАСНЫЙ = 1 };
typedef struct id_größe id_α;
#define ID_π 3
int id_\u00e9t\u00e9(void);
struct id_dollar$ { int a$b; };
int id_plain(int a);
