package grammar

import (
	"math/rand/v2"
	"testing"
	"time"
)

// FuzzParse: any bytes give a tree in which everything is in its place, soon.
func FuzzParse(f *testing.F) {
	for _, text := range corpus(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		if fault := checkTree(text); fault != "" {
			t.Error(fault)
		}
		if fault := checkGaps(text); fault != "" {
			t.Error(fault)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%v for %d bytes", took, len(text))
		}
	})
}

// FuzzFormat: formatting keeps all that means something, and does nothing the second time.
func FuzzFormat(f *testing.F) {
	for _, text := range corpus(f) {
		f.Add(text, uint8(100))
	}
	f.Fuzz(func(t *testing.T, text string, width uint8) {
		if fault := checkFormat(text, int(width)); fault != "" {
			t.Error(fault)
		}
	})
}

// FuzzParser: a parser that remembers the version before gives what one does that does not.
func FuzzParser(f *testing.F) {
	for _, text := range corpus(f) {
		f.Add(text, uint64(1))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		random := rand.New(rand.NewPCG(seed, 3))
		p := NewParser()
		for range 4 {
			if difference := sameAsFresh(p, text); difference != "" {
				t.Fatalf("%s in\n%q", difference, text)
			}
			text = edit(random, text)
		}
	})
}
