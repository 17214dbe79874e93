package compiler

import (
	"strings"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
)

// startWorkflow lowers a step that runs another workflow and waits for it, and returns the state that leads
// on from it. The step's result is the workflow's output, which Step Functions has inside of its own result.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
func (b *scopeBuilder) startWorkflow(s *flow.State, out *asl.State) (last *asl.State) {
	b.start(s.Workflow)
	switch {
	case isExpress(s.Workflow):
		b.startExpress(s, out)
	case b.out.Type == asl.Express:
		b.problem(s.Range, "an express workflow cannot wait for a standard one; make "+s.Workflow.Name+" express, or this one standard")
	default:
		b.startStandard(s, out)
	}
	b.judgeTimes(s, out)
	return b.result(s, out)
}

// isExpress tells whether a workflow is one of short executions.
func isExpress(w *flow.Workflow) bool {
	return enum("type", attribute.Workflow, attribute.OfWorkflow(w, "type")) == string(asl.Express)
}

// start notes that the machine starts another workflow, which is compiled too.
func (l *lowering) start(w *flow.Workflow) {
	if l.nested[w] {
		return
	}
	l.nested[w] = true
	l.out.Starts = append(l.out.Starts, w.Name)
	if l.open[w] {
		return
	}
	child, problems := compile(w, l.root, l.open)
	l.problems = append(l.problems, problems...)
	if child != nil {
		l.out.Workflows = append(l.out.Workflows, child)
	}
}

// machineReference stands for a workflow's ARN.
func machineReference(w *flow.Workflow) string { return "${" + w.Name + "}" }

// startStandard makes the step a task that starts the workflow and waits.
func (b *scopeBuilder) startStandard(s *flow.State, out *asl.State) {
	out.Resource = serviceARN + "states:startExecution.sync:2"
	arn := asl.Field{Name: "StateMachineArn", Value: asl.String(machineReference(s.Workflow))}
	switch {
	case out.Parameters.Present():
		out.Parameters = asl.Object(arn, asl.Field{Name: "Input", Value: out.Parameters})
	case out.Arguments.Present():
		out.Arguments = asl.Object(arn, asl.Field{Name: "Input", Value: out.Arguments})
	case b.isJSONata(s):
		out.Arguments = asl.Object(arn, asl.Field{Name: "Input", Value: asl.String("{% $states.input %}")})
	default:
		out.Parameters = asl.Object(arn, asl.Field{Name: "Input.$", Value: asl.String("$")})
	}
}

// outputOf is where a workflow's output lies in the result of the state that runs it.
func outputOf(w *flow.Workflow) string {
	if isExpress(w) {
		return "[0]"
	}
	return ".Output"
}

// resultOf is where the result lies that an attribute of such a state reads, empty where it reads none.
func (b *scopeBuilder) resultOf(s *flow.State, key string, jsonata bool) string {
	selected := attribute.OfState(s, "result_selector") != nil
	switch {
	case jsonata && (key == "output" || key == "assign"):
	case !jsonata && key == "result_selector":
	case !jsonata && key == "assign" && !selected:
	case !jsonata && key == "output_path" && !selected && !placed(s):
	default:
		return ""
	}
	return outputOf(s.Workflow)
}

// placed tells whether a step puts its result into its input.
func placed(s *flow.State) bool {
	a := attribute.OfState(s, "result_path")
	return a != nil && a.Value.Path != "$" && !(a.Value.String != nil && a.Value.String.Unquote() == "$")
}

// result takes the workflow's output out of Step Functions' result. Where the author puts it into the input,
// that takes a state of its own: a selector only makes objects.
func (b *scopeBuilder) result(s *flow.State, out *asl.State) (last *asl.State) {
	output := outputOf(s.Workflow)
	switch {
	case b.isJSONata(s):
		if !out.Output.Present() {
			out.Output = asl.String("{% $states.result" + output + " %}")
		}
	case out.ResultSelector.Present(), out.ResultPath.Kind == asl.KindNull:
	case placed(s):
		take := b.add(&asl.State{
			Name: b.names.Free(s.Name + "_result"), Type: asl.Pass, Origin: asl.NestedResult,
			InputPath: asl.String(out.ResultPath.Text + output), ResultPath: out.ResultPath, OutputPath: out.OutputPath,
		})
		out.OutputPath, out.Next = asl.Value{}, take.Name
		return take
	case !out.OutputPath.Present():
		out.OutputPath = asl.String("$" + output)
	}
	return out
}

// jsonataResult makes an expression read the author's result where that lies deeper in Step Functions' own.
func (r reader) jsonataResult(text string) string {
	if r.result == "" || !strings.HasPrefix(text, "{%") {
		return text
	}
	return statesResult.ReplaceAllStringFunc(text, func(found string) string {
		if strings.HasPrefix(found, "$") {
			return found + r.result
		}
		return found
	})
}
