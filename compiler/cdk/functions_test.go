package cdk

import "testing"

func TestRuntime(t *testing.T) {
	for id, want := range map[string]string{
		"python3.13": "PYTHON_3_13", "nodejs22.x": "NODEJS_22_X", "provided.al2023": "PROVIDED_AL2023", "java21": "JAVA_21",
	} {
		if got := runtimeName(id); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
}
