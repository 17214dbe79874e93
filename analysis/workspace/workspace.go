// Package workspace gives the files that a run or an editor session works on: what stands on disk, under
// the texts that are open in an editor, which files a pattern such as ./... means, and what files mean together with
// those that they import.
//
// A file has one name: its path relative to the workspace's folder, with slashes, where it lies in that folder,
// and otherwise its absolute path. [Workspace.Name] makes it; every method takes any path.
package workspace

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Workspace is safe for use by several goroutines.
type Workspace struct {
	folder string // absolute; relative names are relative to it

	mu    sync.RWMutex
	roots []string          // folders that belong to the workspace, absolute
	open  map[string]string // texts that stand before those on disk, by name
	disk  disk
}

// New returns the workspace of a folder. To it belongs what lies in the project that holds the folder: the nearest
// folder upward with a .git or an .orklint.toml, or where there is none, the folder itself.
func New(folder string) (*Workspace, error) {
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot tell where this folder is: %w", folder, err)
	}
	if info, err := os.Stat(absolute); err != nil {
		return nil, describe(folder, err)
	} else if !info.IsDir() {
		return nil, &fileError{name: folder, problem: "not a folder"}
	}
	return &Workspace{folder: absolute, roots: []string{projectOf(absolute)}, open: map[string]string{}}, nil
}

func projectOf(folder string) string {
	for at := folder; ; at = filepath.Dir(at) {
		for _, mark := range []string{".git", ".orklint.toml"} {
			if _, err := os.Lstat(filepath.Join(at, mark)); err == nil {
				return at
			}
		}
		if at == filepath.Dir(at) {
			return folder
		}
	}
}

// Name returns the name of the file at path, which is absolute or relative to the workspace's folder.
func (w *Workspace) Name(path string) string {
	absolute := w.Path(path)
	if relative, ok := within(w.folder, absolute); ok {
		return filepath.ToSlash(relative)
	}
	return filepath.ToSlash(absolute)
}

// Path returns the absolute path of a file, for the operating system.
func (w *Workspace) Path(name string) string {
	path := filepath.FromSlash(name)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(w.folder, path)
}

// Beside returns the name of the file that path, in the text of the file named name, stands for.
func (w *Workspace) Beside(name, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return w.Name(path)
	}
	return w.Name(filepath.Join(filepath.Dir(w.Path(name)), path))
}

// Contains tells whether a file, which need not exist, belongs to the workspace once symbolic links are followed.
func (w *Workspace) Contains(name string) bool {
	target, err := resolve(w.Path(name))
	if err != nil {
		return false
	}
	w.mu.RLock()
	defer w.mu.RUnlock()
	for _, root := range w.roots {
		if root, err := resolve(root); err == nil {
			if _, ok := within(root, target); ok {
				return true
			}
		}
	}
	return false
}

// add makes a folder that the user named part of the workspace.
func (w *Workspace) add(folder string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, root := range w.roots {
		if _, ok := within(root, folder); ok {
			return
		}
	}
	w.roots = append(w.roots, folder)
}

// within returns path relative to folder; ok is false where path does not lie in it.
func within(folder, path string) (relative string, ok bool) {
	relative, err := filepath.Rel(folder, path)
	if err != nil || relative == ".." || strings.HasPrefix(relative, ".."+string(filepath.Separator)) {
		return "", false
	}
	return relative, true
}

// resolve follows the symbolic links in the part of path that exists.
func resolve(path string) (string, error) {
	resolved, err := filepath.EvalSymlinks(path)
	if err == nil || !os.IsNotExist(err) {
		return resolved, err
	}
	if _, err := os.Lstat(path); err == nil {
		return "", &fileError{name: path, problem: "a symbolic link to nothing"}
	}
	folder, err := resolve(filepath.Dir(path))
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, filepath.Base(path)), nil
}
