package marked_test

import (
	"reflect"
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/marked"
	"github.com/orkls/orkls/grammar"
)

func TestParse(t *testing.T) {
	got := marked.Parse("𝄞‹a‹b›|›c‹›")
	want := marked.Text{Text: "𝄞abc", Cursor: 6, Ranges: []grammar.Range{{Start: 4, End: 6}, {Start: 5, End: 6}, {Start: 7, End: 7}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if none := marked.Parse("a"); none.Cursor != -1 || none.Text != "a" || none.Ranges != nil {
		t.Errorf("got %+v", none)
	}
}

func TestMark(t *testing.T) {
	for text, want := range map[string]string{"‹a›b‹›": "‹a›b‹›", "‹a‹b››": "ranges [{0 2} {1 2}] overlap or leave the text"} {
		m := marked.Parse(text)
		if got := marked.Mark(m.Text, m.Ranges); got != want {
			t.Errorf("%s: got %s", text, got)
		}
	}
}
