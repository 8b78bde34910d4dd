/*
 * The C side of Go on RT-Thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RTTGO_PORT_H__
#define RTTGO_PORT_H__

#ifdef __cplusplus
extern "C" {
#endif

/* Starts the thread that runs Go's main(). Called by INIT_APP_EXPORT; call it
 * yourself if RT_USING_COMPONENTS_INIT is off. Returns RT_EOK or -RT_ENOMEM. */
int rttgo_start(void);

/* Calls the functions of the program that are marked //rtt:init app, once; without
 * them it does nothing. INIT_APP_EXPORT and rttgo_start call it. */
int rttgo_init_app(void);

/* Collects garbage now. Not in an interrupt. */
void rttgo_gc(void);

#ifdef __cplusplus
}
#endif
#endif
