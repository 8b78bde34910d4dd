//go:build rtthread

package sync

import "internal/task"

// Cond is a condition variable. TinyGo's own wakes the last waiter first, and keeps
// those whose threads have ended.
type Cond struct {
	L Locker

	waiters task.Waiters
}

// NewCond returns a condition variable with a lock.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again.
func (c *Cond) Wait() {
	c.waiters.Enter()
	c.L.Unlock()
	c.waiters.Wait()
	c.L.Lock()
}

// Signal wakes the goroutine that waited longest.
func (c *Cond) Signal() { c.waiters.Signal() }

// Broadcast wakes all goroutines that wait.
func (c *Cond) Broadcast() {
	for c.waiters.Signal() {
	}
}
