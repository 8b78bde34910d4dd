//go:build rtthread

package runtime

// A timer that is stopped or reset while its function runs must not come back:
// TinyGo 0.42 keeps a list of such timers.

func timerFiring(tn *timerNode) { firingTimersAdd(tn) }

func timerFired(tn *timerNode) {
	timerLock.Lock()
	if tn.timer.period == 0 {
		firingTimersRemove(tn)
	}
	timerLock.Unlock()
}

func addTimer(tn *timerNode) {
	startTimers()
	timerLock.Lock()
	addTimerLocked(tn)
	timerLock.Unlock()
}

func reAddTimer(tn *timerNode) {
	timerLock.Lock()
	firingTimersRemove(tn)
	if !tn.stopped {
		tn.timer.when += tn.timer.period
		addTimerLocked(tn)
	}
	timerLock.Unlock()
}

func removeTimer(tim *timer) *timerNode {
	timerLock.Lock()
	tn := timerQueueRemove(tim)
	if tn == nil {
		firingTimerStop(tim)
	}
	timerLock.Unlock()
	return tn
}
