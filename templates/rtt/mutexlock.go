package rtt

// Lock waits for the mutex without limit, as sync.Locker wants it. A signal does not end that.
//
// It panics if RT-Thread reports an error. It may block. It must be called from a thread, with the scheduler unlocked.
//
// C: rt_mutex_take.
func (m *Mutex) Lock() {
	for {
		switch err := m.TakeTicks(ForeverTicks); err {
		case nil:
			return
		case ErrInterrupted:
		default:
			panic(err)
		}
	}
}
