package rpc

import "sync"

// queue holds the bodies that are to be written. It has no bound: a server that waited for a client to read
// would stop reading itself, and both would wait for ever.
type queue struct {
	mu      sync.Mutex
	changed sync.Cond
	waiting [][]byte
	closed  bool
	drained chan struct{} // closed when the writer has ended
}

// newQueue starts the one writer. failed is called when write returns an error, after which all is dropped.
func newQueue(write func([]byte) error, failed func(error)) *queue {
	q := &queue{drained: make(chan struct{})}
	q.changed.L = &q.mu
	go func() {
		defer close(q.drained)
		for body := q.take(); body != nil; body = q.take() {
			for _, b := range body {
				if err := write(b); err != nil {
					q.close()
					failed(err)
					return
				}
			}
		}
	}()
	return q
}

// push adds a body; it never waits. After close it does nothing.
func (q *queue) push(body []byte) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.closed {
		q.waiting = append(q.waiting, body)
		q.changed.Signal()
	}
}

// take waits for bodies and returns all there are, or nil when the queue is closed and empty.
func (q *queue) take() [][]byte {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.waiting) == 0 && !q.closed {
		q.changed.Wait()
	}
	taken := q.waiting
	q.waiting = nil
	return taken
}

// close lets the writer end once it has written what is waiting.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.changed.Signal()
}
