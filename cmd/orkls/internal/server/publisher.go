package server

import (
	"bytes"
	"context"
	"maps"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

const (
	// debounce is how long a document must rest before it is judged.
	debounce = 50 * time.Millisecond
	// ripple is how long after a change the other documents, which may depend on it, are judged again.
	ripple = 300 * time.Millisecond
)

// publisher sends diagnostics unasked, until the client asks for them.
type publisher struct {
	session *Session

	mu     sync.Mutex
	pulled bool                   // the client asks for itself
	tasks  map[string]*judgement  // of open documents, by canonical URI
	shown  map[string]publication // what the client was sent last, by canonical URI
}

// judgement is one that is to come, or that runs.
type judgement struct {
	timer  *time.Timer
	begun  bool
	cancel context.CancelFunc
}

type publication struct {
	uri     string
	message []byte
	empty   bool
}

func newPublisher(s *Session) *publisher {
	return &publisher{session: s, tasks: map[string]*judgement{}, shown: map[string]publication{}}
}

// changed has the document judged soon, and after it the others that are open.
func (p *publisher) changed(d *document) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pulled {
		return
	}
	own := canonical(d.uri)
	p.schedule(own, debounce)
	p.rippleFrom(own)
}

// rippleFrom has the documents judged that are open beside the one that changed.
func (p *publisher) rippleFrom(changed string) {
	for key := range *p.session.documents.Load() {
		// A judgement that is still to come will see the change as well; to put it off again and again
		// would let one busy document starve the others.
		if task := p.tasks[key]; key != changed && (task == nil || task.begun) {
			p.schedule(key, ripple)
		}
	}
}

// schedule has a document judged after a delay, in place of any judgement before.
func (p *publisher) schedule(key string, delay time.Duration) {
	p.drop(key)
	ctx, cancel := context.WithCancel(p.session.conn.Context())
	task := &judgement{cancel: cancel}
	task.timer = time.AfterFunc(delay, func() {
		defer cancel()
		p.judge(ctx, key, task)
	})
	p.tasks[key] = task
}

// drop ends a judgement that is to come or runs.
func (p *publisher) drop(key string) {
	if task := p.tasks[key]; task != nil {
		task.timer.Stop()
		task.cancel()
		delete(p.tasks, key)
	}
}

func (p *publisher) judge(ctx context.Context, key string, task *judgement) {
	defer func() {
		if cause := recover(); cause != nil {
			p.session.log.Error("panic", "document", key, "cause", cause, "stack", string(debug.Stack()))
		}
	}()
	p.mu.Lock()
	task.begun = true
	p.mu.Unlock()

	all := p.session.documents.Load()
	d, open := (*all)[key]
	if !open || ctx.Err() != nil {
		return
	}
	diagnostics := p.session.diagnostics(all, d)
	message, err := protocol.Marshal(&protocol.PublishDiagnosticsParams{
		URI: uri.URI(d.uri), Version: protocol.NewOptional(*d.version), Diagnostics: diagnostics,
	})
	if err != nil {
		p.session.log.Error("encoding diagnostics", "document", d.uri, "error", err)
		return
	}
	p.publish(ctx, key, d, publication{d.uri, message, len(diagnostics) == 0})
}

// publish sends diagnostics, unless another judgement is due since or the client has them already.
func (p *publisher) publish(ctx context.Context, key string, d *document, now publication) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if ctx.Err() != nil || (*p.session.documents.Load())[key] != d || bytes.Equal(p.shown[key].message, now.message) {
		return
	}
	p.shown[key] = now
	p.send(now.message)
}

// closed takes away what was said about a document. To the others its text on disk holds again.
func (p *publisher) closed(d *document) {
	p.mu.Lock()
	defer p.mu.Unlock()
	key := canonical(d.uri)
	p.drop(key)
	if last, said := p.shown[key]; said {
		p.clear(last)
		delete(p.shown, key)
	}
	if !p.pulled {
		p.rippleFrom(key)
	}
}

// stop ends publishing, since the client has begun to pull, and takes away what it would now have twice.
func (p *publisher) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pulled = true
	for key := range p.tasks {
		p.drop(key)
	}
	for _, key := range slices.Sorted(maps.Keys(p.shown)) {
		if last := p.shown[key]; !last.empty {
			p.clear(last)
		}
	}
	clear(p.shown)
}

func (p *publisher) clear(last publication) {
	message, err := protocol.Marshal(&protocol.PublishDiagnosticsParams{URI: uri.URI(last.uri), Diagnostics: []protocol.Diagnostic{}})
	if err != nil {
		p.session.log.Error("encoding diagnostics", "document", last.uri, "error", err)
		return
	}
	p.send(message)
}

func (p *publisher) send(params []byte) {
	if err := p.session.conn.Notify("textDocument/publishDiagnostics", protocol.LSPAny(params)); err != nil {
		p.session.log.Error("publishing diagnostics", "error", err)
	}
}
