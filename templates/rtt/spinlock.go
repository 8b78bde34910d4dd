package rtt

import (
	"github.com/rttgen/rttgen/emit/support/handle"
	"github.com/rttgen/rttgen/templates/rtt/raw"
)

// SpinLock is RT-Thread's lock for a few instructions: other threads do not run while it is held. The zero SpinLock is free.
// It is a sync.Locker and must not be copied.
//
// C: struct rt_spinlock.
type SpinLock struct {
	_   handle.NoCopy
	obj raw.Spinlock
}

// Lock takes the lock and locks the scheduler. Nothing that waits may be called until Unlock.
//
// C: rt_spin_lock.
func (l *SpinLock) Lock() { raw.SpinLock(&l.obj) }

// Unlock gives the lock up.
//
// C: rt_spin_unlock.
func (l *SpinLock) Unlock() { raw.SpinUnlock(&l.obj) }

// LockIRQ takes the lock and turns interrupts off, for what interrupts use too. It returns what UnlockIRQ needs. Nothing that
// waits or allocates may be called until then.
//
// C: rt_spin_lock_irqsave.
func (l *SpinLock) LockIRQ() InterruptState { return InterruptState{raw.SpinLockIrqsave(&l.obj)} }

// UnlockIRQ gives the lock up and makes interrupts what they were before LockIRQ.
//
// C: rt_spin_unlock_irqrestore.
func (l *SpinLock) UnlockIRQ(s InterruptState) { raw.SpinUnlockIrqrestore(&l.obj, s.level) }
