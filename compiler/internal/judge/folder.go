package judge

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// oracles returns the folder testdata/oracles of the module that the test belongs to, its packages being installed.
func oracles() (string, error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(root, "testdata", "oracles")
	_, err = os.Stat(filepath.Join(folder, "node_modules"))
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%w; run npm ci in testdata/oracles", err)
	}
	return folder, err
}

// moduleRoot returns the nearest folder with a go.mod, from the working directory upwards.
func moduleRoot() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for folder := start; ; folder = filepath.Dir(folder) {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder, nil
		}
		if folder == filepath.Dir(folder) {
			return "", fmt.Errorf("no go.mod in %s or above", start)
		}
	}
}
