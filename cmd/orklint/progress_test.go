package main

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestProgressShowsOnlyLongRuns(t *testing.T) {
	for run, want := range map[time.Duration]string{
		990 * time.Millisecond:  "",
		1050 * time.Millisecond: clearLine + "linted 1 of 3 files" + clearLine,
		1150 * time.Millisecond: clearLine + "linted 1 of 3 files" + clearLine + "linted 2 of 3 files" + clearLine,
	} {
		synctest.Test(t, func(t *testing.T) {
			var out strings.Builder
			p := startProgress(&out, 3)
			p.step()
			time.Sleep(min(run, 1040*time.Millisecond))
			p.step()
			time.Sleep(run - min(run, 1040*time.Millisecond))
			p.end()
			if out.String() != want {
				t.Errorf("a run of %v shows %q; want %q", run, out.String(), want)
			}
		})
	}
}

func TestNoProgressWithoutATerminal(t *testing.T) {
	p := startProgress(nil, 1)
	p.step()
	p.end()
}
