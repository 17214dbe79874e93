package apply

import (
	"path/filepath"

	"github.com/aymanbagabas/go-udiff"
)

// Diff returns the change as a unified diff that git apply and patch -p1 take, empty where nothing changes.
func (c Change) Diff() string {
	from, to := "a/"+c.File, "b/"+c.File
	if filepath.IsAbs(filepath.FromSlash(c.File)) {
		from, to = c.File, c.File
	}
	if c.Created {
		from = "/dev/null"
	}
	return udiff.Unified(from, to, c.Before, c.After)
}
