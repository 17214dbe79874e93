// Command orklint finds, explains and fixes what is wrong with Ork workflows, and compiles them.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	// Most of a run is short-lived trees in a small heap: collecting less often is worth more than the memory.
	debug.SetGCPercent(400)
	a := &app{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}
	os.Exit(a.run(os.Args[1:]))
}
