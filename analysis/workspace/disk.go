package workspace

import (
	"io/fs"
	"sync"
	"time"
)

// disk remembers the texts of files that do not change, so that a keystroke reads no handler file again. A text
// is good as long as its file has the same size and time; what was written just now is not remembered, as a
// further change could keep both.
type disk struct {
	mu    sync.Mutex
	texts map[string]diskText
	bytes int
}

type diskText struct {
	modified time.Time
	size     int64
	text     string
}

const (
	// maxRemembered bounds the memory; beyond it everything is forgotten.
	maxRemembered = 32 << 20
	// settled is how old a file must be for its time to tell every change: twice what the coarsest file systems
	// keep (FAT: 2 s).
	settled = 4 * time.Second
)

func (d *disk) get(path string, info fs.FileInfo) (string, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	t, ok := d.texts[path]
	return t.text, ok && t.size == info.Size() && t.modified.Equal(info.ModTime())
}

func (d *disk) put(path string, info fs.FileInfo, text string) {
	if int64(len(text)) != info.Size() || time.Since(info.ModTime()) < settled {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.bytes += len(text); d.texts == nil || d.bytes > maxRemembered {
		d.texts, d.bytes = map[string]diskText{}, len(text)
	}
	d.texts[path] = diskText{info.ModTime(), info.Size(), text}
}
