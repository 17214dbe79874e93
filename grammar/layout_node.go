package grammar

// The functions of this file write a node from the current place on. Indent is that of the line on which the node
// begins, and tail the last token that must have room on the line on which the node ends.

// statement writes a statement that stands by itself.
func (p *printer) statement(s *Statement, base int) {
	indent := p.lineIndent()
	switch n := s.Node.(type) {
	case *Compose:
		p.braces(n.Block, base, indent, p.last(n, base))
	case *Task:
		if n.Block != nil {
			p.braces(n.Block, base, indent, p.last(n, base))
		}
	case *Workflow:
		p.braces(n.Body, base, indent, p.last(n, base))
	case *Chain:
		p.chain(n, base)
	case *Attr:
		p.attr(n, base)
	case *Retry:
		if n.Object != nil {
			p.object(n.Object, base)
		}
	case *Catch:
		if n.Body != nil {
			p.braces(n.Body, base, indent, p.last(n, base))
		}
	}
	p.run(s.Node.Span().End + base)
}

// chain writes steps on one line where they were written so and have room; only the last one may go on over
// further lines. Otherwise each >> begins a line.
func (p *printer) chain(c *Chain, base int) {
	indent := p.lineIndent()
	broken := !p.isRow(c, base)
	for i, s := range c.Steps {
		if i > 0 {
			if broken {
				p.newLine(indent+1, aroundComments)
			}
			p.put()
		}
		tail := p.last(s, base)
		if i == len(c.Steps)-1 {
			tail = p.last(c, base)
		}
		p.step(s, base, tail)
	}
	p.run(c.Span().End + base)
}

// isRow tells whether no >> of a chain begins a line.
func (p *printer) isRow(c *Chain, base int) bool {
	last := c.Steps[len(c.Steps)-1]
	first, lastStep := p.first(c, base), p.first(last, base)
	if p.tokens[first].Line != p.tokens[lastStep].Line || p.commentIn(int(p.tokens[first].Start), int(p.tokens[lastStep].Start)) {
		return false
	}
	end := p.last(c, base)
	if !p.isLine(lastStep, p.last(last, base)) {
		end = p.head(last, base)
	}
	return p.hasRoom(first, end)
}

// head returns the first bracket of a step that may hold lines of its own, the last token where it has none.
func (p *printer) head(s *Step, base int) int {
	switch n := s.Primary.(type) {
	case *Group:
		return p.first(n, base)
	case *Map:
		return p.first(n.Branch, base) - 1
	case *If:
		return p.first(n.Then, base)
	}
	if s.Block != nil {
		return p.first(s.Block, base)
	}
	return p.last(s, base)
}

func (p *printer) step(s *Step, base, tail int) {
	indent := p.lineIndent()
	end := tail
	if s.Block != nil {
		end = p.first(s.Block, base)
	}
	switch n := s.Primary.(type) {
	case *Group:
		p.group(n, base, indent, end)
	case *Map:
		first, last := p.first(n.Branch, base)-1, p.last(n, base)
		p.runTo(first)
		p.bracketed(1, indent, p.fits(first, last, end), noComma, func(int) { p.branch(n.Branch, base) })
	case *If:
		p.choice(n, base, indent, end)
	}
	if s.Block != nil {
		p.braces(s.Block, base, indent, tail)
	}
	p.run(s.Span().End + base)
}

func (p *printer) group(g *Group, base, indent, tail int) {
	commas := betweenAndLast
	if g.Grouping {
		commas = noComma
	} else if g.Tuple && len(g.Branches) == 1 {
		commas = oneComma
	}
	flat := p.fits(p.next, p.last(g, base), tail)
	p.bracketed(len(g.Branches), indent, flat, commas, func(i int) { p.branch(g.Branches[i], base) })
}

func (p *printer) branch(b *Branch, base int) {
	if b.Body != nil {
		p.braces(b.Body, base, p.lineIndent(), p.last(b, base))
		return
	}
	p.chain(b.Chain, base)
}

// choice writes an if with all its bodies on its line, or all of them over several.
func (p *printer) choice(n *If, base, indent, tail int) {
	flat := p.fits(p.next, p.last(n, base), tail)
	body := func(b *Body) {
		p.condition(p.first(b, base), indent)
		p.statements(b.Statements, base, indent, flat)
	}
	body(n.Then)
	for _, e := range n.Elif {
		p.closeElse(indent)
		body(e.Then)
	}
	if n.Else != nil {
		p.closeElse(indent)
		if n.Else.Body != nil {
			body(n.Else.Body)
		}
	}
	p.run(n.Span().End + base)
}

// closeElse keeps an else that comments part from its } in the column of the if.
func (p *printer) closeElse(indent int) {
	if next := p.tokens[p.next]; p.commentIn(p.end, int(next.Start)) {
		p.newLine(indent, aroundComments)
	}
}

// condition writes the tokens in front of a body. A line that was broken at and or or stays so.
func (p *printer) condition(body, indent int) {
	for p.next < body {
		if k := p.tokens[p.next].Kind; (k == KeywordAnd || k == KeywordOr) && !p.isLine(p.next-1, p.next+1) {
			p.newLine(indent+2, aroundComments)
		}
		p.put()
	}
}

func (p *printer) attr(a *Attr, base int) {
	p.run(a.Value.Span().Start + base)
	p.value(a.Value, base)
}

func (p *printer) value(v *Value, base int) {
	indent := p.lineIndent()
	switch {
	case v.Object != nil:
		p.object(v.Object, base)
	case v.Array != nil:
		values := v.Array.Values
		flat := p.fits(p.next, p.last(v, base), p.last(v, base))
		p.bracketed(len(values), indent, flat, betweenAndLast, func(i int) { p.value(values[i], base) })
	case v.Call != nil:
		p.run(v.Call.Function.Span().End + base)
		values := v.Call.Args
		flat := p.fits(p.next, p.last(v, base), p.last(v, base))
		p.bracketed(len(values), indent, flat, betweenAndLast, func(i int) { p.value(values[i], base) })
	}
	p.run(v.Span().End + base)
}

func (p *printer) object(o *Object, base int) {
	p.run(o.Span().Start + base)
	flat := p.fits(p.next, p.last(o, base), p.last(o, base))
	p.bracketed(len(o.Attrs), p.lineIndent(), flat, betweenOnLine, func(i int) { p.attr(o.Attrs[i], base) })
}

// braces writes what stands in front of braces, and a body or a block.
func (p *printer) braces(n Node, base, indent, tail int) {
	first, last := p.first(n, base), p.last(n, base)
	p.runTo(first)
	p.statements(Statements(n), base, indent, p.fits(first, last, tail))
}

func (p *printer) statements(statements []*Statement, base, indent int, flat bool) {
	p.bracketed(len(statements), indent, flat, betweenOnLine, func(i int) {
		p.statement(statements[i], statements[i].Base+base)
	})
}

// commas says where commas stand.
type commas uint8

const (
	betweenAndLast commas = iota // between all, and behind the last one on a line of its own
	betweenOnLine                // where they stand, between those on one line: attributes need none
	noComma                      // nowhere: there is only one
	oneComma                     // behind the only one: (a,) is not (a)
)

// bracketed writes so many members in brackets: on the line, or each on lines of its own.
func (p *printer) bracketed(members int, indent int, flat bool, commas commas, write func(i int)) {
	open := p.tokens[p.next]
	if p.commentIn(p.end, int(open.Start)) && !p.gap.newLine {
		indent = p.base + 1 // the comment puts the bracket on a line of its own
	}
	p.put()
	empty := members == 0
	if empty && !p.commentIn(int(open.End), int(p.tokens[p.next].Start)) {
		flat = true
	}
	for i := range members {
		last := i == members-1
		if !flat && i == 0 {
			p.newLine(indent+1, never)
		} else if !flat {
			p.newLine(indent+1, keep)
		}
		write(i)
		switch commas {
		case betweenAndLast:
			p.comma(!last || !flat)
		case betweenOnLine:
			p.comma(flat && !last && p.tokens[p.next].Kind == Comma)
		case noComma:
			p.comma(false)
		case oneComma:
			p.comma(true)
		}
	}
	if !flat {
		p.closeLine(indent, empty)
	}
	p.put()
}
