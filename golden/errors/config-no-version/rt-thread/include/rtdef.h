typedef int rt_err_t;
