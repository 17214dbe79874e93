package main

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

const (
	patience     = time.Second // a run that is over sooner shows no progress
	refreshEvery = 100 * time.Millisecond
	clearLine    = "\r\x1b[K" // ECMA-48, erase in line
)

// progress is a line on a terminal that counts what is done of a long run.
type progress struct {
	of         int
	done       atomic.Int64
	stop, gone chan struct{}
}

// startProgress shows the line once patience is over, where out is not nil.
func startProgress(out io.Writer, of int) *progress {
	p := &progress{of: of, stop: make(chan struct{}), gone: make(chan struct{})}
	if out == nil {
		close(p.gone)
		return p
	}
	go p.show(out)
	return p
}

func (p *progress) step() { p.done.Add(1) }

// end takes the line away.
func (p *progress) end() {
	close(p.stop)
	<-p.gone
}

func (p *progress) show(out io.Writer) {
	defer close(p.gone)
	next := time.NewTimer(patience)
	defer next.Stop()
	for shown := false; ; shown = true {
		select {
		case <-p.stop:
			if shown {
				fmt.Fprint(out, clearLine)
			}
			return
		case <-next.C:
			fmt.Fprintf(out, "%slinted %d of %d files", clearLine, p.done.Load(), p.of)
			next.Reset(refreshEvery)
		}
	}
}
