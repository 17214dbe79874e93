package naming

import "testing"

func TestNames(t *testing.T) {
	for _, c := range []struct{ name, identifier, camel, pascal string }{
		{"generate_item", "generate_item", "generateItem", "GenerateItem"},
		{"x", "x", "x", "X"},
		{"", "workflow", "workflow", "Workflow"},
		{"fail_JobFailed", "fail_JobFailed", "failJobFailed", "FailJobFailed"},
		{"wait_30s", "wait_30s", "wait30s", "Wait30s"},
		{"2nd", "_2nd", "_2nd", "Workflow2nd"},
		{"_", "_", "_", "Workflow"},
		{"a__b_", "a__b_", "a__b_", "A__b_"},
		{"done?", "done_", "done_", "Done_"},
		{"Orders", "Orders", "Orders", "Orders"},
		{"żółw", "___w", "___w", "W"},
	} {
		id := Identifier(c.name)
		if id != c.identifier || Camel(id) != c.camel || Pascal(c.name) != c.pascal {
			t.Errorf("%q: got %q, %q, %q; want %q, %q, %q", c.name, id, Camel(id), Pascal(c.name), c.identifier, c.camel, c.pascal)
		}
	}
}

func TestUniqueNames(t *testing.T) {
	var n Set
	reserved := func(name string) bool { return name == "from" || name == "from2" }
	var got [4]string
	for i, wish := range []string{"from", "a", "a", "from"} {
		got[i] = n.Unique(wish, reserved)
	}
	if want := [4]string{"from3", "a", "a2", "from4"}; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
