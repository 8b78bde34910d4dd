package rtt

import "github.com/rttgen/rttgen/templates/rtt/raw"

// lastError is why C has nothing to return, which RT-Thread keeps in the error of the thread, or else an error that is likely.
func lastError(likely int32) int32 {
	if code := int32(raw.ThreadSelf().Error); code != 0 {
		return code
	}
	return likely
}
