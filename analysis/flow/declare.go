package flow

import (
	"sort"

	"github.com/orkls/orkls/grammar"
)

// Importer returns the program of an imported file, by the path as it is written. Its error says why
// the file cannot be had.
type Importer func(path string) (*Program, error)

// Resolve computes what file means. With a nil importer every import is unresolved.
func Resolve(path string, file *grammar.File, importer Importer) *Program {
	p := &Program{Path: path, File: file, names: map[string]*Declaration{}, workflowNames: map[string]bool{}, broken: map[string]bool{}, problems: file.Problems()}
	for _, s := range file.Statements {
		p.declare(s, importer)
	}
	p.addImported()
	for _, t := range p.Tasks {
		for _, a := range t.Attributes {
			p.referTo(a.Key, a.Value, a.Base)
		}
	}
	p.build()
	p.made = slabs{}
	return p
}

// declare records what one statement of the file declares; the flow of workflows comes later, when all
// names are known.
func (p *Program) declare(s *grammar.Statement, importer Importer) {
	if p.isBroken(s) {
		p.noteBroken(s)
	}
	switch n := s.Node.(type) {
	case *grammar.Import:
		p.Imports = append(p.Imports, p.resolveImport(n, s.Base, importer))
	case *grammar.Compose:
		attrs, _ := p.members(n.Block, s.Base)
		p.Compose = append(p.Compose, attrs...)
	case *grammar.Task:
		p.declareTask(n, s.Base)
	case *grammar.Workflow:
		if n.Name == nil || n.Body == nil {
			return
		}
		w := &Workflow{
			Name: n.Name.Text, NameRange: n.Name.Span().Shift(s.Base),
			Range: n.Span().Shift(s.Base), Program: p, Broken: p.isBroken(s),
		}
		p.Workflows = append(p.Workflows, w)
		p.name(&Declaration{Name: w.Name, Range: w.NameRange, Program: p, Workflow: w})
	}
}

func (p *Program) resolveImport(n *grammar.Import, base int, importer Importer) *Import {
	i := &Import{Path: n.Path.Text, Range: n.Path.Span().Shift(base)}
	if importer != nil {
		i.Program, i.Err = importer(i.Path)
	}
	return i
}

func (p *Program) declareTask(n *grammar.Task, base int) {
	t := &Task{Name: n.Name.Text, NameRange: n.Name.Span().Shift(base), Range: n.Span().Shift(base), Program: p}
	t.setSource(n.Source, base)
	if n.Block != nil {
		t.Attributes, t.Retries = p.members(n.Block, base)
	}
	p.Tasks = append(p.Tasks, t)
	p.name(&Declaration{Name: t.Name, Range: t.NameRange, Program: p, Task: t})
}

func (t *Task) setSource(source *grammar.Name, base int) {
	if source == nil {
		return
	}
	t.Source = parseSource(source.Text)
	t.Source.Range = source.Span().Shift(base)
}

// name makes a declaration visible, or records that its name is taken.
func (p *Program) name(d *Declaration) {
	if first := p.names[d.Name]; first != nil {
		p.Duplicates = append(p.Duplicates, &Duplicate{Declaration: *d, First: first})
		return
	}
	p.names[d.Name] = d
}

// addImported makes the declarations of imported files visible, but not what those import themselves.
func (p *Program) addImported() {
	for _, i := range p.Imports {
		if i.Program == nil {
			continue
		}
		for _, d := range i.Program.own() {
			imported := *d
			imported.Import = i
			if first := p.names[d.Name]; first != nil {
				imported.Range = i.Range
				p.Duplicates = append(p.Duplicates, &Duplicate{Declaration: imported, First: first})
				continue
			}
			p.names[d.Name] = &imported
		}
	}
}

// own returns the file's own declarations in the order of the text.
func (p *Program) own() (out []*Declaration) {
	for _, t := range p.Tasks {
		if d := p.names[t.Name]; d != nil && d.Task == t {
			out = append(out, d)
		}
	}
	for _, w := range p.Workflows {
		if d := p.names[w.Name]; d != nil && d.Workflow == w {
			out = append(out, d)
		}
	}
	return out
}

// members returns the attributes and handlers that stand in a block or in front of a body's chains.
// A task's block may hold no catch.
func (p *Program) members(n grammar.Node, base int) (attrs []*Attribute, handlers []*Handler) {
	for _, s := range grammar.Statements(n) {
		at := base + s.Base
		switch n := s.Node.(type) {
		case *grammar.Attr:
			attrs = append(attrs, p.attribute(n, at))
		case *grammar.Retry:
			handlers = append(handlers, p.retryHandler(n, at))
		}
	}
	return attrs, handlers
}

func (p *Program) attribute(n *grammar.Attr, base int) *Attribute {
	return p.made.attributes.add(Attribute{
		Key: n.Key.Text, KeyRange: n.Key.Span().Shift(base), Range: n.Span().Shift(base), Value: n.Value, Base: base,
	})
}

func (p *Program) objectAttributes(o *grammar.Object, base int) (attrs []*Attribute) {
	for _, a := range o.Attrs {
		attrs = append(attrs, p.attribute(a, base))
	}
	return attrs
}

func (p *Program) handler(errors *grammar.Errors, span grammar.Range, base int) *Handler {
	h := p.made.handlers.add(Handler{Range: span.Shift(base), Base: base})
	if errors == nil {
		return h
	}
	h.All = errors.All
	for _, n := range errors.Names {
		h.Names = append(h.Names, n.Text)
		h.NameRanges = append(h.NameRanges, n.Span().Shift(base))
		h.All = h.All || n.Text == "States.ALL"
	}
	return h
}

// isBroken tells whether something does not parse in a statement of the file, or in its braces.
func (p *Program) isBroken(s *grammar.Statement) bool {
	at := s.Extent.Shift(s.Base)
	i := sort.Search(len(p.problems), func(i int) bool { return p.problems[i].Range.Start >= at.Start })
	return i < len(p.problems) && p.problems[i].Range.Start < at.End
}

// noteBroken remembers the words of a statement that does not parse, so that nothing is called unused
// because of it.
func (p *Program) noteBroken(s *grammar.Statement) {
	text := p.File.Text[s.Base+s.Extent.Start : s.Base+s.Extent.End]
	tokens, _ := grammar.Lex(text)
	for _, t := range tokens {
		if t.Kind == grammar.Ident {
			p.broken[text[t.Start:t.End]] = true
		}
	}
}
