//go:build !tinygo

package callback

import "sync"

var mutex sync.Mutex

func lock() uintptr {
	mutex.Lock()
	return 0
}

func unlock(uintptr) { mutex.Unlock() }
