package judge

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"sync"
	"time"
)

// answerWithin is how long the slowest question may take: a CDK app, behind others, on a busy machine.
const answerWithin = 5 * time.Minute

// process is the Node process that the judges run in. It ends by itself when its standard input is closed, which the
// system does at the end of the test binary at the latest.
type process struct {
	kill    func() error
	stderr  tail
	writing sync.Mutex // guards stdin; not the other lock, as a write may have to wait until answers are received
	stdin   io.Writer
	mu      sync.Mutex // guards what follows
	last    int
	waiting map[int]chan reply
	dead    error // why no answer will come any more
}

type question struct {
	ID     int    `json:"id"`
	Method string `json:"method"`
	Params any    `json:"params"`
}

type reply struct {
	ID     int             `json:"id"`
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Kind    string `json:"kind"`
		Message string `json:"message"`
	} `json:"error"`
}

// missingError says what a judge needs that is not installed, and what to do.
type missingError struct{ message string }

func (e *missingError) Error() string { return e.message }

func startProcess(folder string) (*process, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, fmt.Errorf("node is not installed (version 20 or later is needed, then npm ci in %s): %w", folder, err)
	}
	cmd := exec.Command(node, filepath.Join(folder, "judge.mjs"))
	p := &process{waiting: map[int]chan reply{}}
	cmd.Stderr = &p.stderr
	if p.stdin, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", node, err)
	}
	p.kill = cmd.Process.Kill
	go func() {
		err := p.receive(stdout)
		if waited := cmd.Wait(); err == nil {
			err = waited
		}
		p.die(err)
	}()
	return p, nil
}

// ask sends a question and waits for its answer. A process that does not answer in time is killed: it will answer nothing
// else either.
func (p *process) ask(method string, params any) (json.RawMessage, error) {
	answer, err := p.send(method, params)
	if err != nil {
		return nil, err
	}
	select {
	case r, ok := <-answer:
		switch {
		case !ok:
			return nil, p.dead
		case r.Error == nil:
			return r.Result, nil
		case r.Error.Kind == "missing":
			return nil, &missingError{r.Error.Message}
		}
		return nil, fmt.Errorf("%s: %s", r.Error.Kind, r.Error.Message)
	case <-time.After(answerWithin):
		err := fmt.Errorf("no answer to %s within %v; the process printed:\n%s", method, answerWithin, &p.stderr)
		return nil, errors.Join(err, p.kill())
	}
}

func (p *process) send(method string, params any) (<-chan reply, error) {
	id, answer, err := p.expect()
	if err != nil {
		return nil, err
	}
	line, err := json.Marshal(question{id, method, params})
	if err != nil {
		return nil, err
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	_, err = p.stdin.Write(append(line, '\n'))
	return answer, err
}

// expect makes a place for the answer to a question with a new id.
func (p *process) expect() (int, <-chan reply, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.dead != nil {
		return 0, nil, p.dead
	}
	p.last++
	answer := make(chan reply, 1)
	p.waiting[p.last] = answer
	return p.last, answer, nil
}

// receive hands out answers until there are no more.
func (p *process) receive(stdout io.Reader) error {
	lines := bufio.NewReader(stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		var r reply
		if err := json.Unmarshal(line, &r); err != nil {
			return fmt.Errorf("the process printed what is no answer: %q: %w", line, err)
		}
		p.mu.Lock()
		answer := p.waiting[r.ID]
		delete(p.waiting, r.ID)
		p.mu.Unlock()
		if answer != nil {
			answer <- r
		}
	}
}

// die tells all who wait that no answer will come.
func (p *process) die(reason error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.dead = fmt.Errorf("the process of the judges ended (%v); it printed:\n%s", reason, &p.stderr)
	for id, answer := range p.waiting {
		close(answer)
		delete(p.waiting, id)
	}
}
