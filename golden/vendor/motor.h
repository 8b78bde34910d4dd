/* The motor library, as its vendor ships it. It knows nothing of rttgen. */
#ifndef MOTOR_H__
#define MOTOR_H__

#include <rtthread.h>

/* What functions return: 0, or a positive code. */
typedef enum
{
    MOTOR_OK = 0,
    MOTOR_ERR_ARG,
    MOTOR_ERR_STALL,
    MOTOR_ERR_TIMEOUT,
    MOTOR_ERR_BUSY = 100
} motor_status_t;

/* A motor. What it consists of is the library's business. */
typedef struct motor *motor_t;

typedef enum
{
    MOTOR_COAST,
    MOTOR_BRAKE
} motor_stop_t;

#define MOTOR_FLAG_REVERSE 0x01
#define MOTOR_FLAG_ENCODER 0x02

typedef enum
{
    MOTOR_EVENT_DONE,
    MOTOR_EVENT_STALL
} motor_event_t;

struct motor_state
{
    rt_int32_t position;
    rt_int16_t speed;
    rt_uint8_t stalled;
};

/* Called in the interrupt of the motor's timer. */
typedef void (*motor_callback_t)(motor_t motor, motor_event_t event, rt_int32_t position, void *user);

/* NULL if the channel is in use. */
motor_t motor_create(rt_uint8_t channel, rt_uint32_t flags);
motor_status_t motor_destroy(motor_t motor);

/* Waits until the motor is there. */
motor_status_t motor_move(motor_t motor, rt_int32_t steps, rt_uint32_t timeout_ms);
motor_status_t motor_stop(motor_t motor, motor_stop_t how);
motor_status_t motor_get_position(motor_t motor, rt_int32_t *position);
motor_status_t motor_get_state(motor_t motor, struct motor_state *state);
/* 0, or a code of motor_status_t. */
int motor_load_profile(motor_t motor, const rt_int16_t *steps, rt_size_t count);
motor_status_t motor_set_callback(motor_t motor, motor_callback_t callback, void *user);

/* Called when the motor is at one of its limits. */
void motor_set_limit_callback(motor_t motor, void (*callback)(void *user), void *user);

/* An encoder, in storage of the caller. */
struct encoder
{
    rt_uint8_t channel;
    rt_int32_t count;
};

motor_status_t encoder_init(struct encoder *encoder, rt_uint8_t channel);
motor_status_t encoder_deinit(struct encoder *encoder);
rt_int32_t encoder_count(const struct encoder *encoder);

/* Called with the current, in amperes. */
motor_status_t motor_on_current(motor_t motor, void (*callback)(float current, void *user), void *user);
void motor_trace(const char *format, ...);
void motor_irq_handler(void);

#endif
