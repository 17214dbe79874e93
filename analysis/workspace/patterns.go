package workspace

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Extension is that of the files that a folder pattern means.
const Extension = ".ork"

// Files returns the names of the files that the patterns mean, sorted, each once. A pattern is a file, a folder (the .ork
// files in it) or a folder with /... behind it (those below it too); no pattern is ./... . What a pattern names belongs to
// the workspace from then on. Walking skips the folders of skipped, and follows no symbolic link: what a link
// leads to is found in its own place, or is not the workspace's. A pattern that means no file is an error.
func (w *Workspace) Files(patterns ...string) ([]string, error) {
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	var names []string
	for _, pattern := range patterns {
		found, err := w.files(pattern)
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

func (w *Workspace) files(pattern string) ([]string, error) {
	folder, below := cutDots(pattern)
	info, err := os.Stat(w.Path(folder))
	if err != nil {
		return nil, describe(folder, err)
	}
	if !info.IsDir() {
		if below {
			return nil, &fileError{name: pattern, problem: folder + " is a file; only a folder takes /..."}
		}
		w.add(filepath.Dir(w.Path(folder)))
		return []string{w.Name(folder)}, nil
	}
	w.add(w.Path(folder))
	var names []string
	err = filepath.WalkDir(w.Path(folder), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return describe(w.Name(path), err)
		}
		if entry.IsDir() {
			if path != w.Path(folder) && (!below || skipped(entry.Name())) {
				return fs.SkipDir
			}
			return nil
		}
		if entry.Type().IsRegular() && filepath.Ext(path) == Extension {
			names = append(names, w.Name(path))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, noFiles(folder, below)
	}
	return names, nil
}

// cutDots splits folder/... into the folder and true.
func cutDots(pattern string) (folder string, below bool) {
	slashed := filepath.ToSlash(pattern)
	if slashed == "..." {
		return ".", true
	}
	folder, below = strings.CutSuffix(slashed, "/...")
	if below && folder == "" {
		folder = "/"
	}
	return folder, below
}

// skipped tells which folders a walk does not enter: hidden ones, and those that hold other people's or generated files.
func skipped(folder string) bool {
	switch folder {
	case "node_modules", "vendor", "cdk.out":
		return true
	}
	return strings.HasPrefix(folder, ".") // .git and .venv among them
}

func noFiles(folder string, below bool) error {
	if below {
		return &fileError{name: folder + "/...", problem: "no " + Extension + " file in this folder or below it"}
	}
	return &fileError{name: folder, problem: "no " + Extension + " file in this folder; " + folder + "/... looks below it too"}
}
