package judge

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// pseudo are CloudFormation's own parameters as the judges fill them in.
var pseudo = strings.NewReplacer(
	"${AWS::Partition}", "aws", "${AWS::Region}", "us-east-1", "${AWS::AccountId}", "123456789012", "${AWS::URLSuffix}", "amazonaws.com",
)

// Deployed is a workflow's ASL with its substitutions filled in as the judges fill in a template's. id is the logical id of
// the function, state machine or parameter that a substitution stands for.
func Deployed(w *asl.Workflow, id func(asl.Substitution) string) []byte {
	text := pseudo.Replace(w.Machine.JSON())
	for _, s := range w.Substitutions() {
		switch s.Kind {
		case asl.PseudoSubstitution:
		case asl.FunctionSubstitution:
			text = strings.ReplaceAll(text, s.Placeholder(), FunctionARN(id(s)))
		default:
			text = strings.ReplaceAll(text, s.Placeholder(), id(s))
		}
	}
	return []byte(text)
}
