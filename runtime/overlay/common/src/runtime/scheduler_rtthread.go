//go:build rtthread

package runtime

import (
	"internal/task"
	"runtime/interrupt"
)

// The scheduler is RT-Thread's: this file connects Go's operations to it.

const hasScheduler = false

// One processor: what runs with interrupts disabled runs alone.
const hasParallelism = false

// deadlock waits for ever: an empty select, a nil channel.
func deadlock() {
	for {
		task.Pause()
	}
}

func goexit() { task.Exit() }

func scheduleTask(t *task.Task) { t.Resume() }

// Gosched lets another thread of the same priority run.
func Gosched() {
	if interrupt.In() {
		return
	}
	t := task.Current()
	if t.Booting() {
		return
	}
	t.CheckStack()
	rt_thread_yield()
	t.CheckStack()
}

//export rt_thread_yield
func rt_thread_yield() int32

// NumCPU returns the number of processors.
func NumCPU() int { return 1 }

func lockAtomics() interrupt.State { return interrupt.Disable() }

func unlockAtomics(mask interrupt.State) { interrupt.Restore(mask) }

var (
	timerLock    task.PMutex
	timerTask    *task.Task // the goroutine that runs timers, once there is one
	timerWaiting bool       // it waits for a timer to be due, or a new one
	timerStarted bool
)

// timerRunner calls the functions of timers when they are due.
func timerRunner() {
	timerTask = task.Current()
	for {
		timerLock.Lock()
		wait := uint32(maxDelay)
		if tn := timerQueue; tn != nil {
			now := ticks()
			late := now - tn.whenTicks()
			if late >= 0 {
				timerQueue = tn.next
				tn.next = nil
				timerFiring(tn)
				timerLock.Unlock()
				tn.callback(tn, int64(late))
				timerFired(tn)
				continue
			}
			wait = kernelTicks(int64(-late))
		}
		timerWaiting = true
		timerLock.Unlock()
		task.PauseTicks(wait, &timerWaiting)
	}
}

// startTimers makes the goroutine that runs timers, once. It needs the scheduler.
func startTimers() {
	mask := interrupt.Disable()
	started := timerStarted
	timerStarted = true
	interrupt.Restore(mask)
	if !started {
		go timerRunner()
	}
}

// addTimerLocked needs timerLock.
func addTimerLocked(tn *timerNode) {
	timerQueueAdd(tn)
	mask := interrupt.Disable()
	if timerWaiting {
		timerWaiting = false
		timerTask.ResumeLocked()
	}
	interrupt.Restore(mask)
}
