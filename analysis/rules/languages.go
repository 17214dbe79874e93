package rules

import (
	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

// jsonataSteps are the steps of the file that read and make data with JSONata: because their workflow does, because they
// say so, or because {% %} stands in them.
var jsonataSteps = analysis.NewFact(func(p *analysis.Pass) map[*flow.State]bool {
	steps := map[*flow.State]bool{}
	for _, w := range p.Program.Workflows {
		whole := isJSONataWorkflow(w)
		for _, s := range w.States {
			if whole || isJSONataStep(s) {
				steps[s] = true
			}
		}
	}
	return steps
})

const queryLanguage = "query_language"

func isJSONataWorkflow(w *flow.Workflow) bool {
	return enumOf(attribute.OfWorkflow(w, queryLanguage), attribute.Workflow) == "jsonata"
}

func isJSONataStep(s *flow.State) bool {
	if a := attribute.OfState(s, queryLanguage); a != nil {
		return enumOf(a, attribute.PlaceOfState(s)) == "jsonata"
	}
	return s.HoldsJSONata()
}
