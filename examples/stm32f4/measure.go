package main

import (
	"fmt"
	"time"

	"example.com/stm32f4/internal/sampler"
)

// measure reads samples that come from an interrupt, in a goroutine that hands the mean on.
func measure() error {
	const wanted = 50
	samples, err := sampler.Start(2 * time.Millisecond)
	if err != nil {
		return err
	}
	defer sampler.Stop()

	mean := make(chan float64)
	go func() {
		sum := 0.0
		for range wanted {
			sum += float64(<-samples)
		}
		mean <- sum / wanted
	}()
	select {
	case m := <-mean:
		fmt.Printf("%d samples, mean %.2f, %d lost\n", wanted, m, sampler.Lost())
		return nil
	case <-time.After(patience):
		return fmt.Errorf("no samples for %v", patience)
	}
}
