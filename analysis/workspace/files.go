package workspace

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// MaxFileSize, in bytes, bounds what ReadFile reads: no source is larger, and a stray dump must not fill the memory.
const MaxFileSize = 16 << 20

// Open puts a text before the one on disk, as an editor does; the file need not exist.
func (w *Workspace) Open(name, text string) {
	name = w.Name(name)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.open[name] = text
}

// Close ends what Open began: the text on disk holds again.
func (w *Workspace) Close(name string) {
	name = w.Name(name)
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.open, name)
}

func (w *Workspace) opened(name string) (string, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	text, ok := w.open[name]
	return text, ok
}

// ReadFile returns the text of a file: the open one where there is one, otherwise what is on disk. Its errors name the
// file and say what is wrong; [fs.ErrNotExist] and [fs.ErrPermission] can be told with errors.Is.
func (w *Workspace) ReadFile(name string) (string, error) {
	name = w.Name(name)
	if text, ok := w.opened(name); ok {
		return text, nil
	}
	return w.read(name, &w.disk)
}

// ReadDisk returns the text that a file has on disk, whatever is open. It remembers nothing.
func (w *Workspace) ReadDisk(name string) (string, error) {
	return w.read(w.Name(name), &disk{})
}

func (w *Workspace) read(name string, remembered *disk) (string, error) {
	// A pipe or a device is told before it is opened: opening or reading one may wait for ever.
	info, err := os.Stat(w.Path(name))
	if err != nil {
		return "", describe(name, err)
	}
	if info.IsDir() {
		return "", &fileError{name: name, problem: "a folder where a file is expected"}
	}
	if !info.Mode().IsRegular() {
		return "", &fileError{name: name, problem: "not a regular file"}
	}
	if text, ok := remembered.get(name, info); ok {
		return text, nil
	}
	file, err := os.Open(w.Path(name))
	if err != nil {
		return "", describe(name, err)
	}
	defer file.Close()
	var text strings.Builder
	text.Grow(int(min(info.Size(), MaxFileSize)) + 1)
	if _, err := io.Copy(&text, io.LimitReader(file, MaxFileSize+1)); err != nil {
		return "", describe(name, err)
	}
	if text.Len() > MaxFileSize {
		return "", &fileError{name: name, problem: fmt.Sprintf("larger than %d MiB; this is no source file", MaxFileSize>>20)}
	}
	remembered.put(name, info, text.String())
	return text.String(), nil
}

// Stat tells about a file or folder as os.Stat does; an open file is a regular one of its open text's size.
func (w *Workspace) Stat(name string) (fs.FileInfo, error) {
	name = w.Name(name)
	if text, ok := w.opened(name); ok {
		return openFile{name: path.Base(name), size: int64(len(text))}, nil
	}
	info, err := os.Stat(w.Path(name))
	if err != nil {
		return nil, describe(name, err)
	}
	return info, nil
}

// ReadDir returns what is in a folder, sorted by name, files that are only open included.
func (w *Workspace) ReadDir(name string) ([]fs.DirEntry, error) {
	name = w.Name(name)
	entries, err := os.ReadDir(w.Path(name))
	onlyOpen := w.openIn(name)
	if err != nil && len(onlyOpen) == 0 {
		return nil, describe(name, err)
	}
	for _, entry := range onlyOpen {
		if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == entry.Name() }) {
			entries = append(entries, entry)
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

func (w *Workspace) openIn(folder string) (entries []fs.DirEntry) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	for name, text := range w.open {
		if path.Dir(name) == folder {
			entries = append(entries, openFile{name: path.Base(name), size: int64(len(text))})
		}
	}
	return entries
}

// openFile is the fs.FileInfo and fs.DirEntry of a file that is open.
type openFile struct {
	name string
	size int64
}

func (f openFile) Name() string               { return f.name }
func (f openFile) Size() int64                { return f.size }
func (f openFile) Mode() fs.FileMode          { return 0o644 }
func (f openFile) Type() fs.FileMode          { return 0 }
func (f openFile) ModTime() time.Time         { return time.Time{} }
func (f openFile) IsDir() bool                { return false }
func (f openFile) Sys() any                   { return nil }
func (f openFile) Info() (fs.FileInfo, error) { return f, nil }

// fileError says what is wrong with a file.
type fileError struct {
	name, problem string
	cause         error
}

func (e *fileError) Error() string { return e.name + ": " + e.problem }
func (e *fileError) Unwrap() error { return e.cause }

// describe turns an error of the operating system into one that names the file as the user does.
func describe(name string, err error) error {
	problem := err.Error()
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		problem = pathError.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		problem = "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		problem = "permission denied"
	}
	return &fileError{name: name, problem: problem, cause: err}
}
