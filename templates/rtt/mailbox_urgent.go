package rtt

// Urgent puts value in front of all others.
//
// It returns ErrFull if there is no room. It may be called from anywhere, interrupts included.
//
// C: rt_mb_urgent.
func (m *Mailbox[T]) Urgent(value T) error {
	if m.q == nil {
		return ErrClosed
	}
	return m.q.Urgent(word(value))
}
