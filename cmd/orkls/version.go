package main

import "runtime/debug"

// release is set by the linker when a release is built; otherwise the build's own information tells.
var release string

func version() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
