package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain lets the test's own binary be the server that a test starts as a process.
func TestMain(m *testing.M) {
	if os.Getenv("ORKLS_TEST_SERVER") != "" {
		main()
	}
	os.Exit(m.Run())
}

// orkls runs the server as a process and returns its exit code and what it wrote.
func orkls(t *testing.T, input string, args ...string) (exitCode int, out, errs string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(self, args...)
	command.Env = append(os.Environ(), "ORKLS_TEST_SERVER=1")
	var outBuffer, errBuffer bytes.Buffer
	command.Stdin, command.Stdout, command.Stderr = strings.NewReader(input), &outBuffer, &errBuffer
	err = command.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return command.ProcessState.ExitCode(), outBuffer.String(), errBuffer.String()
}

func messages(bodies ...string) (text string) {
	for _, body := range bodies {
		text += fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body)
	}
	return text
}

const (
	initialize = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}`
	didOpen    = `{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"ork","version":1,"text":"task )"}}}`
	diagnostic = `{"jsonrpc":"2.0","id":2,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"untitled:a"}}}`
	shutdown   = `{"jsonrpc":"2.0","id":3,"method":"shutdown"}`
	exit       = `{"jsonrpc":"2.0","method":"exit"}`
)

func TestProcess(t *testing.T) {
	for _, test := range []struct {
		name, input   string
		exitCode      int
		out, complain string // parts of what is written
	}{
		{"a whole session", messages(initialize, didOpen, diagnostic, shutdown, exit), 0, `"code":"syntax"`, ""},
		{"the input ends after shutdown", messages(initialize, shutdown), 0, `"id":3`, ""},
		{"exit without shutdown", messages(initialize, exit), 1, `"id":1`, ""},
		{"the input ends", messages(initialize), 1, `"id":1`, ""},
		{"no input", "", 1, "", ""},
		{"not a message", "task a\n", 1, "", "Content-Length"},
		{"half a message", messages(initialize)[:40], 1, "", "unexpected EOF"},
	} {
		t.Run(test.name, func(t *testing.T) {
			exitCode, out, errs := orkls(t, test.input, "--stdio")
			if exitCode != test.exitCode || !strings.Contains(out, test.out) || !strings.Contains(errs, test.complain) || test.complain == "" && errs != "" {
				t.Errorf("exit code %d, want %d\noutput: %s\nerrors: %s", exitCode, test.exitCode, out, errs)
			}
		})
	}
}

func TestFlags(t *testing.T) {
	for _, test := range []struct {
		args      []string
		exitCode  int
		out, errs string
	}{
		{[]string{"--version"}, 0, "orkls ", ""},
		{[]string{"--help"}, 0, "--log FILE", ""},
		{[]string{"--nonsense"}, 2, "", "nonsense"},
		{[]string{"file.ork"}, 2, "", "unexpected argument"},
		{[]string{"--log", filepath.Join(t.TempDir(), "missing", "log")}, 2, "", "opening the log"},
	} {
		exitCode, out, errs := orkls(t, "", test.args...)
		if exitCode != test.exitCode || !strings.Contains(out, test.out) || !strings.Contains(errs, test.errs) || test.errs == "" && errs != "" {
			t.Errorf("%v: exit code %d\noutput: %s\nerrors: %s", test.args, exitCode, out, errs)
		}
	}
}

func TestLogFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	for range 2 {
		orkls(t, messages(initialize, shutdown, exit), "--log", path)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(text), "method=initialize"); n != 2 {
		t.Errorf("the log of two sessions names initialize %d times:\n%s", n, text)
	}
}
