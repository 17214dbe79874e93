// Package judge lets tests ask programs that others wrote what they think of the compiler's output: three validators of
// state machines, an interpreter, and AWS CDK. They run in one Node process for each test binary; the scripts, and the
// packages to install, are in testdata/oracles.
package judge

import (
	"encoding/json"
	"errors"
	"os"
	"sync"
	"testing"
)

// Judge answers the questions of one test. Its methods end the test when no answer can be had, so they are to be called
// from the test's own goroutine; tests may run in parallel.
type Judge struct {
	t       testing.TB
	process *process
}

var shared = sync.OnceValues(func() (*process, error) {
	folder, err := oracles()
	if err != nil {
		return nil, err
	}
	return startProcess(folder)
})

// Start returns the judges, which the tests of a binary share. Where they cannot run it says why and what to install, and
// skips the test; with ORK_JUDGES=required in the environment the test fails instead. ORK_JUDGES=off asks nobody, for a
// run that only rewrites what tests compare with.
func Start(t testing.TB) *Judge {
	t.Helper()
	if os.Getenv("ORK_JUDGES") == "off" {
		t.Skip("the judges are switched off by ORK_JUDGES=off")
	}
	p, err := shared()
	if err != nil {
		withoutJudge(t, "all judges (validators, interpreter, CDK)", err)
	}
	return &Judge{t, p}
}

// withoutJudge ends a test that asks a judge who is not there.
func withoutJudge(t testing.TB, who string, reason error) {
	t.Helper()
	if os.Getenv("ORK_JUDGES") == "required" {
		t.Fatalf("could not run: %s: %v", who, reason)
	}
	t.Skipf("could not run: %s: %v", who, reason)
}

// ask puts a question to the process and decodes the answer into result.
func (j *Judge) ask(who, method string, params, result any) {
	j.t.Helper()
	err := j.tryAsk(method, params, result)
	var notInstalled *missingError
	if errors.As(err, &notInstalled) {
		withoutJudge(j.t, who, err)
	}
	if err != nil {
		j.t.Fatalf("%s: %v", who, err)
	}
}

func (j *Judge) tryAsk(method string, params, result any) error {
	answer, err := j.process.ask(method, params)
	if err != nil {
		return err
	}
	return json.Unmarshal(answer, result)
}
