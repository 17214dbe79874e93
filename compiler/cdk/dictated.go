package cdk

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// speakable tells whether the CDK's constructs can say the whole machine. Where they cannot, not even with
// a CustomState here and there, the definition is given as it is.
func (b *builder) speakable() bool {
	able := b.workflow.Machine.Version == ""
	b.workflow.Machine.Walk(func(_ *asl.Machine, s *asl.State) {
		if _, _, known := b.known(s); !known {
			able = able && b.customizable(s)
		}
	})
	return able
}

// customizable tells whether a CustomState can stand for s: it is called by its id, in which "/" has no
// place; it ends or goes on; and of its catches it knows what JSONPath has (aws-cdk-lib 2.276.0).
func (b *builder) customizable(s *asl.State) bool {
	if strings.Contains(s.Name, "/") {
		return false
	}
	for _, c := range s.Catch {
		if c.Output.Present() {
			return false
		}
	}
	return s.Type != asl.Choice && s.Type != asl.Succeed && s.Type != asl.Fail
}

// dictated is the definition as JSON, with the functions' ARNs in their places.
func (b *builder) dictated() definition {
	b.unknown = b.workflow.Machine.States
	stack := static(core, "Stack.of", b.scope)
	text := chain{stack, []link{then("to_json_string", []expr{b.object(b.workflow.Machine.Value().Fields)})}}
	return definition{static(sfn, "DefinitionBody.from_string", text), ref{sfn, "DefinitionBody"}}
}
