package rtt

// Semaphore is mine.
type Semaphore struct{}
