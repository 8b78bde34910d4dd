//go:build tinygo

// Functions without a body need a package with assembly, as far as the standard toolchain is concerned: go vet checks this
// package for it. TinyGo does not look at this file.
