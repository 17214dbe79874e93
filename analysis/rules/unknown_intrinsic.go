package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/intrinsic"
	"github.com/orkls/orkls/analysis/suggest"
)

//go:embed unknown_intrinsic.md
var unknownIntrinsicPage string

var unknownIntrinsic = &analysis.Rule{
	Name:     "unknown-intrinsic",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "an intrinsic function that there is not, or that does not take such arguments",
	Page:     unknownIntrinsicPage,
	Fixes:    "the function that is meant, where one is near",
	Run:      reportUnknownIntrinsics,
}

func reportUnknownIntrinsics(p *analysis.Pass) {
	for _, c := range expressions.Of(p).calls {
		name := strings.Join(c.Function.Words, ".")
		known := intrinsic.Lookup(name)
		if known == nil {
			reportUnknownIntrinsic(p, c, name)
			continue
		}
		if !known.Takes(len(c.Args)) {
			p.Report(analysis.Diagnostic{
				Range: c.at, Message: fmt.Sprintf("%s takes %s, not %d: it gives %s", name, known.Arguments(), len(c.Args), known.Doc),
			})
			continue
		}
		if problem := misfit(c, name); problem != "" {
			p.Report(analysis.Diagnostic{Range: c.at, Message: problem})
		}
	}
}

func reportUnknownIntrinsic(p *analysis.Pass, c *call, name string) {
	at := c.Function.Span().Shift(c.base)
	d := analysis.Diagnostic{Range: at, Message: "there is no intrinsic function " + name}
	var names []string
	for _, f := range intrinsic.All() {
		names = append(names, strings.TrimPrefix(f.Name, reserved))
	}
	near := suggest.Nearest(c.Function.Words[len(c.Function.Words)-1], names)
	if near != "" {
		near = reserved + near
		d.Message += "; did you mean " + near + "?"
		d.Fixes = []analysis.Fix{{Title: "write " + near, Safe: true, Edits: []analysis.Edit{p.Replace(at, near)}}}
	} else {
		d.Message += "; JSONata, {% … %}, has more"
	}
	p.Report(d)
}

// hashes are the algorithms of States.Hash.
// https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
var hashes = []string{"MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"}

// misfit says why arguments that are written out cannot be those of the function, empty where they can.
func misfit(c *call, name string) string {
	switch name {
	case "States.Format":
		format := c.Args[0].String
		if format == nil {
			return ""
		}
		text := strings.NewReplacer(`\\`, "", `\{`, "", `\}`, "").Replace(format.Unquote())
		if n := strings.Count(text, "{}"); n != len(c.Args)-1 {
			return fmt.Sprintf("States.Format fills in %s, and gets %s", counted(n, "{}", "{}"), counted(len(c.Args)-1, "argument", "arguments"))
		}
	case "States.Hash":
		if s := c.Args[1].String; s != nil && !slices.Contains(hashes, s.Unquote()) {
			return "States.Hash knows " + and(append(hashes[:0:0], hashes...)) + ", not " + s.Unquote()
		}
	case "States.JsonMerge":
		if c.Args[2].True {
			return "States.JsonMerge does not merge what is nested: its third argument is false"
		}
	}
	return ""
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
