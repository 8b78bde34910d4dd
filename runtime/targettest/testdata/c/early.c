#include <rtthread.h>

int rttgo_test_early(int n);

static int call(void)
{
    return rttgo_test_early(1);
}
INIT_DEVICE_EXPORT(call);

int main(void)
{
    return 0;
}
