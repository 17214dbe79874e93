package apply

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/orkls/orkls/analysis/workspace"
)

var (
	errReadOnly = errors.New("the file is read-only")
	errChanged  = errors.New("the file changed meanwhile; run again")
)

// Write carries out the change on disk, or leaves the file as it is and returns an error that names it: where the file
// is no longer as it was before the change, where it is read-only, and where it lies outside of the workspace.
func (c Change) Write(w *workspace.Workspace) error {
	if !w.Contains(c.File) {
		return fmt.Errorf("%s: not written: the file lies outside of the project", c.File)
	}
	check := func() error { return c.stillBefore(w) }
	if err := replace(w.Path(c.File), c.After, check); err != nil {
		return fmt.Errorf("%s: not written: %w", c.File, err)
	}
	return nil
}

func (c Change) stillBefore(w *workspace.Workspace) error {
	text, err := w.ReadDisk(c.File)
	if c.Created && errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || c.Created || text != c.Before {
		return errChanged
	}
	return nil
}

// WriteFile makes the file at path hold text, and its parent folders where they are missing.
func WriteFile(path, text string) error {
	if err := replace(path, text, func() error { return nil }); err != nil {
		return fmt.Errorf("%s: not written: %w", path, err)
	}
	return nil
}

// replace gives a file a new text by way of a complete temporary file in the same folder and a rename, so that whoever reads
// the file, or finds it after a crash, has the old text or the new one. check runs as late as possible and may refuse. A
// symbolic link stays: what it leads to is replaced. The mode is kept.
func replace(path, text string, check func() error) (err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	mode, err := modeFor(path)
	if err != nil {
		return err
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return plain(err)
	}
	temporary, err := os.CreateTemp(folder, ".orklint-*")
	if err != nil {
		return plain(err)
	}
	defer func() {
		if err != nil {
			os.Remove(temporary.Name())
		}
	}()
	if err := fill(temporary, text, mode); err != nil {
		return plain(err)
	}
	if err := check(); err != nil {
		return err
	}
	if err := os.Rename(temporary.Name(), path); err != nil {
		return plain(err)
	}
	syncFolder(folder)
	return nil
}

// modeFor returns the mode of the file that will stand at path.
func modeFor(path string) (fs.FileMode, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0o644, nil
	}
	if err != nil {
		return 0, plain(err)
	}
	if !info.Mode().IsRegular() {
		return 0, errors.New("not a regular file")
	}
	return info.Mode().Perm(), writable(path)
}

// writable tells why an existing file may not be written, if it may not. Replacing needs no right to the file itself, but
// who took that right away does not want it replaced.
func writable(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return plain(err)
	}
	if info.Mode().Perm()&0o222 == 0 {
		return errReadOnly
	}
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return plain(err)
	}
	return plain(file.Close())
}

// fill writes a new file to the disk, whole, and closes it.
func fill(file *os.File, text string, mode fs.FileMode) error {
	_, err := file.WriteString(text)
	return errors.Join(err, file.Chmod(mode), file.Sync(), file.Close())
}

// syncFolder makes a rename outlast a power cut where the system can do that; where it cannot, the file is whole all the same.
func syncFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}

// plain drops the path from an error: the caller names the file as the user does.
func plain(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	var linkError *os.LinkError
	if errors.As(err, &linkError) {
		return linkError.Err
	}
	return err
}
