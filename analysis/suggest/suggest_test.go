package suggest_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/suggest"
)

func TestNearest(t *testing.T) {
	tests := []struct{ name, candidates, want string }{
		{"memory", "memory_size timeout", ""},
		{"memry_size", "memory_size timeout", "memory_size"},
		{"memorySize", "memory_size timeout", "memory_size"},
		{"tiemout", "runtime timeout", "timeout"},
		{"MemorySize", "timeout memory_size", "memory_size"},
		{"x", "y z", ""},
		{"x", "y X", "X"},
		{"x", "long", ""},
		{"generate", "generate_item", ""},
		{"generat_item", "generate_item generate_items", "generate_item"},
		{"bc", "bd bb", "bb"},
		{"same", "same some", "same"},
		{"", "a", ""},
		{"name", "", ""},
	}
	for _, test := range tests {
		candidates := strings.Fields(test.candidates)
		if got := suggest.Nearest(test.name, candidates); got != test.want {
			t.Errorf("Nearest(%q, %v) = %q, want %q", test.name, candidates, got, test.want)
		}
		slices.Reverse(candidates)
		if got := suggest.Nearest(test.name, candidates); got != test.want {
			t.Errorf("Nearest(%q, %v) = %q, want %q: the order matters", test.name, candidates, got, test.want)
		}
	}
}
