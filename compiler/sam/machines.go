package sam

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/iam"
)

// workflow returns the id of a state machine's resource, which it writes at the first mention, behind those that the
// machine starts.
func (t *template) workflow(w *asl.Workflow) string {
	if id := t.machines[w]; id != "" {
		return id
	}
	id := t.id(w.Name, "StateMachine")
	t.machines[w] = id
	in := &scope{t, w}
	for _, f := range w.Functions {
		if f.Language != asl.External {
			t.function(f, in)
		}
	}
	definition, substitutions := in.definition()
	allowed, own := in.policies(id)
	resource := mapping(
		field{"Type", text("AWS::Serverless::StateMachine")},
		field{"Properties", mapping(
			field{"Name", in.name(w.StateMachineName)},
			field{"Type", kind(w)},
			field{"Tracing", traced(w)},
			field{"Events", events(w, in)},
			field{"Policies", allowed},
			field{"DefinitionSubstitutions", substitutions},
			field{"Definition", definition},
		)},
	)
	t.workflows.add(id, resource)
	if own != nil {
		t.workflows.add(id+"OwnExecutions", own)
	}
	return id
}

func (in *scope) name(s string) *yaml.Node {
	if s == "" {
		return nil
	}
	return in.text(s)
}

func kind(w *asl.Workflow) *yaml.Node {
	if w.Type == asl.Express {
		return text("EXPRESS")
	}
	return text("STANDARD")
}

func traced(w *asl.Workflow) *yaml.Node {
	if !w.Tracing {
		return nil
	}
	return mapping(field{"Enabled", literal("!!bool", "true")})
}

// events are what starts the machine.
func events(w *asl.Workflow, in *scope) *yaml.Node {
	var all fields
	if w.Schedule != "" {
		all.add("Schedule", mapping(
			field{"Type", text("Schedule")},
			field{"Properties", mapping(field{"Schedule", text(w.Schedule)})},
		))
	}
	if w.EventPattern.Present() {
		all.add("Event", mapping(
			field{"Type", text("EventBridgeRule")},
			field{"Properties", mapping(field{"Pattern", tree(w.EventPattern, in.text)})},
		))
	}
	if all == nil {
		return nil
	}
	return mapping(all...)
}

// policies are what the machine's role may do. What names the machine itself is a policy of its own: the role
// has to be there before the machine is. SAM calls a machine's role by the machine's id and Role.
func (in *scope) policies(id string) (allowed, own *yaml.Node) {
	var statements, ownStatements []*yaml.Node
	for _, s := range iam.Statements(in.workflow) {
		if s.OwnMachine() {
			ownStatements = append(ownStatements, in.statement(s, id))
		} else {
			statements = append(statements, in.statement(s, id))
		}
	}
	if statements != nil {
		allowed = sequence(document(statements))
	}
	if ownStatements != nil {
		own = mapping(
			field{"Type", text("AWS::IAM::Policy")},
			field{"Properties", mapping(
				field{"PolicyName", text("own-executions")},
				field{"Roles", sequence(tagged("!Ref", id+"Role"))},
				field{"PolicyDocument", document(ownStatements)},
			)},
		)
	}
	return allowed, own
}

func document(statements []*yaml.Node) *yaml.Node {
	return mapping(field{"Version", quoted("2012-10-17")}, field{"Statement", sequence(statements...)})
}

func (in *scope) statement(s iam.Statement, machine string) *yaml.Node {
	var resources []*yaml.Node
	for _, r := range s.Resources {
		resources = append(resources, in.resource(r, machine))
	}
	return mapping(
		field{"Effect", text("Allow")},
		field{"Action", oneOrMore(texts(s.Actions).Content...)},
		field{"Resource", oneOrMore(resources...)},
		field{"Condition", tree(s.Condition, in.text)},
	)
}

// resource is an ARN in a policy.
func (in *scope) resource(r iam.Resource, machine string) *yaml.Node {
	if len(r) == 1 && r[0].Text == iam.Self {
		return tagged("!Ref", machine)
	}
	if len(r) == 1 {
		return in.text(r[0].Text)
	}
	var sub strings.Builder
	parts := call("")
	joined := false
	for _, p := range r {
		switch {
		case p.Text == iam.Self: // all of which but the name is known
			name := "${" + machine + ".Name}"
			sub.WriteString(name)
			parts.Content = append(parts.Content, tagged("!Sub", name))
		case p.Cut != "":
			joined = true
			parts.Content = append(parts.Content, call("!Select", number(p.Index), call("!Split", quoted(p.Cut), in.text(p.Text))))
		default:
			sub.WriteString(in.sub(p.Text))
			parts.Content = append(parts.Content, in.text(p.Text))
		}
	}
	if joined {
		return call("!Join", quoted(""), parts)
	}
	return tagged("!Sub", sub.String())
}
