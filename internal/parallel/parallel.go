// Package parallel runs what does not depend on each other at the same time.
package parallel

import (
	"errors"
	"sync"
)

// Group runs functions at the same time and gathers their errors. Formatting is most of the work of a run, and files do
// not depend on each other.
type Group struct {
	wg   sync.WaitGroup
	mu   sync.Mutex
	errs []error
}

func (g *Group) Run(f func() error) {
	g.wg.Go(func() {
		if err := f(); err != nil {
			g.mu.Lock()
			g.errs = append(g.errs, err)
			g.mu.Unlock()
		}
	})
}

func (g *Group) Wait() error {
	g.wg.Wait()
	return errors.Join(g.errs...)
}
