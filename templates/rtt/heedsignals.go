package rtt

import (
	"math/bits"

	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// heedSignals runs the functions of the signals that have woken the calling thread, and reports whether there are any. Some versions
// of RT-Thread leave that to the next switch to the thread, or forget it, where the scheduler switches to it at once.
func heedSignals(self *raw.Thread) bool {
	signals := uint32(self.SigPending & self.SigMask)
	if threadStat(self)&raw.RT_THREAD_STAT_SIGNAL == 0 || signals == 0 {
		return false
	}
	raw.SignalUnmask(int32(bits.TrailingZeros32(signals)))
	return true
}
