package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"
)

func jobsFlag(cmd *cobra.Command, jobs *int) {
	cmd.Flags().IntVarP(jobs, "jobs", "j", runtime.GOMAXPROCS(0), "number of files to work on at the same time")
}

func checkJobs(jobs int) error {
	if jobs < 1 {
		return fmt.Errorf("--jobs: cannot work on %d files at the same time; give 1 or more", jobs)
	}
	return nil
}

// forEach calls do with each number below n, in jobs goroutines.
func forEach(jobs, n int, do func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(jobs, n) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}
