package main

import "fmt"

// calibrate survives a panic: recover turns it into an error, and the thread goes on. A panic that nobody recovers from does what
// the panic policy in Kconfig says.
func calibrate() error {
	for _, reference := range []float32{2.5, 0} {
		factor, err := scale(reference)
		if err != nil {
			fmt.Println("recovered:", err)
			continue
		}
		fmt.Printf("the factor is %.3f\n", factor)
	}
	return nil
}

func scale(reference float32) (factor float32, err error) {
	err = guard(func() { factor = 3.3 / mustBePositive(reference) })
	return factor, err
}

// guard returns what f panics with as an error. TinyGo loses a named result of type float32 or float64 of the function that
// recovers, so that f hands its result on in a variable.
func guard(f func()) (err error) {
	defer func() {
		if what := recover(); what != nil {
			err = fmt.Errorf("panic: %v", what)
		}
	}()
	f()
	return nil
}

func mustBePositive(v float32) float32 {
	if v <= 0 {
		panic("no reference voltage")
	}
	return v
}
