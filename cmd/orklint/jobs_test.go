package main

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestForEachDoesEachOnceWithinBounds(t *testing.T) {
	for _, test := range []struct{ jobs, n int }{{1, 0}, {1, 10}, {3, 10}, {10, 3}, {64, 64}} {
		var running, most atomic.Int64
		var mu sync.Mutex
		done := make([]int, test.n)
		forEach(test.jobs, test.n, func(i int) {
			now := running.Add(1)
			defer running.Add(-1)
			mu.Lock()
			defer mu.Unlock()
			done[i]++
			most.Store(max(most.Load(), now))
		})
		for i, times := range done {
			if times != 1 {
				t.Errorf("%d jobs did %d of %d %d times", test.jobs, i, test.n, times)
			}
		}
		if most.Load() > int64(test.jobs) {
			t.Errorf("%d jobs ran %d at the same time", test.jobs, most.Load())
		}
	}
}
