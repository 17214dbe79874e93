package apply_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/orkls/orkls/cmd/orklint/apply"
)

const killFile = "ORKLINT_TEST_KILL_FILE"

// TestMain lets the test binary be the process that TestKilledWriterLeavesAWholeFile kills.
func TestMain(m *testing.M) {
	if path := os.Getenv(killFile); path != "" {
		writeForEver(path)
	}
	os.Exit(m.Run())
}

// whole is a text large enough for a write in place to be caught half done, all of one letter.
func whole(letter string) string { return strings.Repeat(letter, 1<<20) }

func writeForEver(path string) {
	for {
		for _, letter := range []string{"a", "b"} {
			if err := apply.WriteFile(path, whole(letter)); err != nil {
				os.Stdout.WriteString(err.Error())
				os.Exit(1)
			}
			os.Stdout.WriteString("written\n")
		}
	}
}

func TestKilledWriterLeavesAWholeFile(t *testing.T) {
	kills := 40
	if testing.Short() {
		kills = 5
	}
	path := filepath.Join(t.TempDir(), "a.ork")
	for kill := range kills {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), killFile+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(out).ReadString('\n'); line != "written\n" {
			t.Fatalf("the writer said %q, %v", line, err)
		}
		time.Sleep(time.Duration(kill) * 311 * time.Microsecond) // another moment of the write each time
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // says that it was killed
		if text := read(t, path); text != whole("a") && text != whole("b") {
			t.Fatalf("kill %d left %d bytes, starting with %.1q and ending with %q", kill, len(text), text, text[max(0, len(text)-1):])
		}
	}
}
