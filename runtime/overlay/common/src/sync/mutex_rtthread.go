//go:build rtthread

package sync

import "internal/task"

type (
	// Mutex is a mutual exclusion lock.
	Mutex = task.Mutex
	// RWMutex is a lock for many readers or one writer.
	RWMutex = task.RWMutex
	// A Locker can be locked and unlocked.
	Locker = task.Locker
)
