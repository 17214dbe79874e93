package completion

import "github.com/orkls/orkls/grammar"

// keyword is a reserved word, or one that means something at some places.
type keyword struct {
	word    string
	doc     string
	snippet string
	forms   []string // ways in which a program goes on behind the word; one must parse where the word is offered
	context bool     // no reserved word: it means something in conditions alone
}

var keywords = []keyword{
	{word: "task", doc: "Declares a function or an integration.", snippet: "task ${1:name} \"$2\"", forms: []string{"task x"}},
	{word: "workflow", doc: "Declares a state machine.", snippet: "workflow ${1:name} {\n\t$0\n}", forms: []string{"workflow x {}"}},
	{word: "compose", doc: "Sets the defaults of all functions in this file.", snippet: "compose {\n\t$0\n}", forms: []string{"compose {}"}},
	{word: "import", doc: "Makes the tasks and workflows of another file visible.", snippet: "import \"$1\"", forms: []string{`import "x"`}},

	{word: "map", doc: "Runs a branch for each item: `map (f)` captures errors, `map [f]` stops at the first.", snippet: "map ($0)", forms: []string{"map [x]"}},
	{word: "if", doc: "Runs the first body whose condition holds.", snippet: "if ${1:\\$.status} == \"$2\" {\n\t$0\n}", forms: []string{"if $.x is null {}"}},
	{word: "else", doc: "What runs where no condition holds; `else fail` fails with `States.NoChoiceMatched`.", forms: []string{"else {}"}},
	{word: "wait", doc: "Waits for a time, or until one.", snippet: "wait ${1:30s}", forms: []string{"wait 1s"}},
	{word: "until", doc: "The moment that is waited for.", forms: []string{"until $.x"}},
	{word: "pass", doc: "Hands its input on, or a `result` of its own.", forms: []string{"pass"}},
	{word: "succeed", doc: "Ends the workflow, or the branch, well.", forms: []string{"succeed"}},
	{word: "fail", doc: "Ends the workflow with an error.", snippet: "fail ${1:Name} \"${2:cause}\"", forms: []string{"fail X", "fail {}"}},
	{word: "as", doc: "Names the step, or says the type to compare as.", forms: []string{"as x", "as string" + inside + " {}"}},

	{word: "retry", doc: "Runs a step again after an error.", snippet: "retry ${1:*} { interval: ${2:2s}, max_attempts: ${3:3}, backoff_rate: ${4:2} }", forms: []string{"retry *"}},
	{word: "catch", doc: "Says where an error leads.", snippet: "catch ${1:*} {\n\t$0\n}", forms: []string{"catch * -> end"}},
	{word: "end", doc: "Ends the scope: the workflow, the branch or the map's body.", forms: []string{"end"}},
	{word: "next", doc: "Goes on with what follows the step of the catch.", forms: []string{"next"}},

	{word: "and", doc: "Both conditions hold.", forms: []string{"and $.x is null" + inside + " {}"}},
	{word: "or", doc: "One of the conditions holds.", forms: []string{"or $.x is null" + inside + " {}"}},
	{word: "not", doc: "The condition does not hold.", forms: []string{"not $.x is null" + inside + " {}", "not null" + inside + " {}"}},
	{word: "is", doc: "Asks what kind of value stands at the path.", forms: []string{"is null" + inside + " {}"}},
	{word: "matches", doc: "Compares with a pattern in which `*` stands for any text.", snippet: "matches \"$1\"", forms: []string{`matches "x"` + inside + " {}"}},

	{word: "true", forms: []string{"true", "true" + inside + " {}"}},
	{word: "false", forms: []string{"false", "false" + inside + " {}"}},
	{word: "null", forms: []string{"null", "null" + inside + " {}"}},
	{word: "present", doc: "There is a value at the path.", context: true, forms: []string{"present" + inside + " {}"}},
	{word: "string", context: true, forms: []string{"string" + inside + " {}"}},
	{word: "number", context: true, forms: []string{"number" + inside + " {}"}},
	{word: "boolean", context: true, forms: []string{"boolean" + inside + " {}"}},
	{word: "timestamp", doc: "A moment, as `2030-01-01T00:00:00Z`.", context: true, forms: []string{"timestamp" + inside + " {}", `timestamp("x")` + inside + " {}"}},
}

// keywordItems are the words of the language that may stand at a place.
func keywordItems(s *site) (items []Item) {
	for _, k := range keywords {
		if k.fits(s) {
			items = append(items, Item{Label: k.word, Kind: Keyword, Snippet: k.snippet, Doc: k.doc})
		}
	}
	return items
}

func (k keyword) fits(s *site) bool {
	for _, form := range k.forms {
		if p, ok := s.fits(form); ok && k.means(p) {
			return true
		}
	}
	return false
}

// means tells whether the word means something where it parses.
func (k keyword) means(p probe) bool {
	switch n := p.node().(type) {
	case *grammar.Is, *grammar.Operand:
		return true
	case *grammar.Retry, *grammar.Catch:
		return carries(p.path[:len(p.path)-1], n)
	}
	return !k.context
}

// carries tells whether the innermost braces of a path can hold a handler. A task's block holds retry alone; bodies of
// if and catch, and steps that cannot fail, hold none.
func carries(path []grammar.Node, handler grammar.Node) bool {
	_, retry := handler.(*grammar.Retry)
	for i := len(path) - 1; i >= 0; i-- {
		switch n := path[i].(type) {
		case *grammar.Workflow, *grammar.Branch:
			return true
		case *grammar.Task:
			return retry
		case *grammar.Compose, *grammar.If, *grammar.Catch:
			return false
		case *grammar.Step:
			switch n.Primary.(type) {
			case *grammar.Mention, *grammar.InlineTask, *grammar.Group, *grammar.Map:
				return true
			}
			return false
		}
	}
	return false
}
