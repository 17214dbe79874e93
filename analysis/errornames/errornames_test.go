package errornames_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/errornames"
)

func TestTable(t *testing.T) {
	all := errornames.All()
	if !slices.IsSortedFunc(all, func(a, b errornames.Error) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the table is not sorted by name")
	}
	for _, e := range all {
		if errornames.Lookup(e.Name).Doc != e.Doc || e.Doc == "" || strings.HasSuffix(e.Doc, ".") {
			t.Errorf("%s: %q", e.Name, e.Doc)
		}
	}
	if e := errornames.Lookup("CardDeclined"); e != nil {
		t.Errorf("got %+v", e)
	}
}
