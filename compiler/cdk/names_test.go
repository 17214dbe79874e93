package cdk

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
		id := identifier(c.name)
		if id != c.identifier || camel(id) != c.camel || pascal(c.name) != c.pascal {
			t.Errorf("%q: got %q, %q, %q; want %q, %q, %q", c.name, id, camel(id), pascal(c.name), c.identifier, c.camel, c.pascal)
		}
	}
}

func TestUniqueNames(t *testing.T) {
	var n names
	reserved := func(name string) bool { return name == "from" || name == "from2" }
	var got [4]string
	for i, wish := range []string{"from", "a", "a", "from"} {
		got[i] = n.unique(wish, reserved)
	}
	if want := [4]string{"from3", "a", "a2", "from4"}; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRuntime(t *testing.T) {
	for id, want := range map[string]string{
		"python3.13": "PYTHON_3_13", "nodejs22.x": "NODEJS_22_X", "provided.al2023": "PROVIDED_AL2023", "java21": "JAVA_21",
	} {
		if got := runtimeName(id); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
}
