/* Counts starts in memory that no start-up code clears, far from the heap's used part. */
#define COUNT (*(volatile unsigned *)0x2001F000)
#define MAGIC (*(volatile unsigned *)0x2001F004)

unsigned boot_count(void)
{
    if (MAGIC != 0x52545447)
    {
        MAGIC = 0x52545447;
        COUNT = 0;
    }
    return ++COUNT;
}

int main(void)
{
    return 0;
}
