// Command orkls is the language server of Ork. It speaks the Language Server Protocol on standard input and
// output, and is started by an editor.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/cmd/orkls/internal/rpc"
	"github.com/orkls/orkls/cmd/orkls/internal/server"
)

const usage = `orkls is the language server of Ork. An editor starts it and talks to it on standard input and output.

  --log FILE   add all that happens to FILE
  --stdio      does nothing: many editors say it to every server
  --version    print the version
  --help       print this
`

func main() {
	// Most of what is allocated dies with the keystroke: collecting less often is worth more than the memory.
	debug.SetGCPercent(400)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run returns the exit code: 0 after an orderly session, 1 after any other, 2 where none could begin.
func run(args []string, in io.ReadCloser, out io.WriteCloser, errs io.Writer) int {
	flags := flag.NewFlagSet("orkls", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	logFile := flags.String("log", "", "")
	showVersion := flags.Bool("version", false, "")
	flags.Bool("stdio", false, "")
	err := flags.Parse(args)
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(out, usage)
		return 0
	case err != nil:
		fmt.Fprintf(errs, "orkls: %v\n\n%s", err, usage)
		return 2
	case *showVersion:
		fmt.Fprintf(out, "orkls %s %s %s/%s\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return 0
	}
	log, closeLog, err := openLog(*logFile, errs)
	if err != nil {
		fmt.Fprintf(errs, "orkls: %v\n", err)
		return 2
	}
	defer closeLog()
	return serve(rpc.NewHeaderTransport(rpc.ReadWriteCloser(in, out)), log)
}

func serve(t rpc.Transport, log *slog.Logger) (exitCode int) {
	conn := rpc.NewConn(context.Background(), t, log)
	session := server.New(conn, log, rules.All)
	session.Version = version()
	orderly, err := conn.Serve(session.Methods())
	if err != nil {
		log.Error("the session broke", "error", err)
	}
	if !orderly {
		return 1
	}
	return 0
}

// openLog returns the log in a file, or where none is named, on standard error, which editors show: there
// only what is wrong is said.
func openLog(path string, errs io.Writer) (log *slog.Logger, closeLog func() error, err error) {
	if path == "" {
		return slog.New(slog.NewTextHandler(errs, &slog.HandlerOptions{Level: slog.LevelWarn})), func() error { return nil }, nil
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the log: %w", err)
	}
	return slog.New(slog.NewTextHandler(file, &slog.HandlerOptions{Level: slog.LevelDebug})), file.Close, nil
}
