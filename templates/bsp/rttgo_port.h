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

/* Collects garbage now. Not in an interrupt. */
void rttgo_gc(void);

#ifdef __cplusplus
}
#endif
#endif
