//go:build tinygo

package sampler

// The functions of c/sampler.c.

//export app_sampler_start
func start(ticks uint32) int32

//export app_sampler_stop
func stop()

// onSample is what C calls.
//
//export app_on_sample
func onSample(value int32) { deliver(value) }
