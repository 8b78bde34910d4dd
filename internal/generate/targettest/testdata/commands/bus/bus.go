// Package bus is one that the program imports.
package bus

import "errors"

//rtt:init device
func open() error {
	println("device: bus")
	return nil
}

//rtt:init device
func probe() error { return errors.New("nobody answers") }

//rtt:cmd bus "of another package"
func show(args []string) error {
	println("the bus")
	return nil
}
