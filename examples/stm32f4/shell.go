package main

import (
	"errors"
	"fmt"
	"strconv"
)

// showFactor is a command of the shell. A voltage of 0 panics: the command ends, and the shell goes on.
//
//rtt:cmd factor "shows the factor for a reference voltage"
func showFactor(args []string) error {
	if len(args) != 2 {
		return errors.New("write factor and the voltage")
	}
	reference, err := strconv.ParseFloat(args[1], 32)
	if err != nil {
		return err
	}
	fmt.Printf("the factor is %.3f\n", 3.3/mustBePositive(float32(reference)))
	return nil
}
