//go:build !tinygo

package callback

import "sync"

var mutex sync.Mutex

func lock() uintptr {
	mutex.Lock()
	return 0
}

func unlock(uintptr) { mutex.Unlock() }

// On the host a panic in a callback is the test's.

type frame struct{}

func enter(*frame) int { return 0 }

func leave(*frame) {}

// Own does nothing on the host.
func Own() {}
