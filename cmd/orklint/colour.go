package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

var colourModes = []string{"auto", "always", "never"}

// inColour tells whether a stream takes colours. See no-color.org for NO_COLOR.
func (a *app) inColour(stream io.Writer) bool {
	switch a.colour {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(stream)
}

func isTerminal(stream io.Writer) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
