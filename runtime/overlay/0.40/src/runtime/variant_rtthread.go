//go:build rtthread

package runtime

// TinyGo 0.40 adds a periodic timer again after its function ran. If it was
// stopped or reset meanwhile, that must not happen.
var (
	firing        *timerNode
	firingStopped bool
)

func timerFiring(tn *timerNode) {
	firing = tn
	firingStopped = false
}

func timerFired(tn *timerNode) {
	timerLock.Lock()
	firing = nil
	timerLock.Unlock()
}

func addTimer(tn *timerNode) {
	startTimers()
	timerLock.Lock()
	if tn != firing || !firingStopped {
		addTimerLocked(tn)
	}
	timerLock.Unlock()
}

func removeTimer(tim *timer) *timerNode {
	timerLock.Lock()
	tn := timerQueueRemove(tim)
	if tn == nil && firing != nil && firing.timer == tim {
		firingStopped = true
	}
	timerLock.Unlock()
	return tn
}

// runtimeFatal reports an error that cannot be recovered from.
func runtimeFatal(msg string) {
	printstring("fatal error: ")
	printstring(msg)
	printnl()
	abort()
}
