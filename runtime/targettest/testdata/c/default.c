/* The C side of a program that has none. */
int main(void)
{
    return 0;
}
