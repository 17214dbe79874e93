package aws

import (
	"testing"
	"time"
)

func TestRuntimes(t *testing.T) {
	for _, c := range []struct{ name, newest string }{
		{"python2.7", "python3.14"}, {"nodejs4.3-edge", "nodejs24.x"}, {"java8.al2", "java25"}, {"dotnetcore2.1", "dotnet10"},
		{"go1.x", "provided.al2023"}, {"provided.al2", "provided.al2023"}, {"ruby2.5", "ruby3.4"}, {"python3.14", "python3.14"},
	} {
		if got := RuntimeNamed(c.name).Newest().Name; got != c.newest {
			t.Errorf("the newest of %s is %s, not %s", c.name, got, c.newest)
		}
	}
	if RuntimeNamed("cobol85") != nil {
		t.Error("cobol85 is known")
	}
	r := RuntimeNamed("python3.9")
	if r.Ended(r.Ends.Add(-time.Second)) || !r.Ended(r.Ends) {
		t.Error("a runtime's support does not end with its day")
	}
}

// TestRuntimeTable: the first of a family is the one that is supported longest, and no name stands twice.
func TestRuntimeTable(t *testing.T) {
	seen := map[string]bool{}
	for i := range runtimes {
		r := &runtimes[i]
		if seen[r.Name] {
			t.Errorf("%s stands twice", r.Name)
		}
		seen[r.Name] = true
		if r.Newest().Ends.Before(r.Ends) {
			t.Errorf("%s is supported longer than %s, the newest", r.Name, r.Newest().Name)
		}
	}
}
