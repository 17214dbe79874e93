package compiler_test

import (
	"encoding/json"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/cdk"
	"github.com/orkls/orkls/compiler/internal/judge"
)

// TestValidatorsAccept is the first law: three validators accept every compiled machine.
func TestValidatorsAccept(t *testing.T) {
	j := judge.Start(t)
	for _, e := range judged(t) {
		if depth(e.workflow.Machine) > judgedDepth {
			t.Logf("%s: not judged: its groups nest %d deep", e.name(), depth(e.workflow.Machine))
			continue
		}
		for _, objection := range objections(j, e) {
			if !mistaken(e, objection) {
				t.Errorf("%s: %s", e.name(), objection)
			}
		}
	}
	for _, m := range mistakes {
		if !m.made {
			t.Errorf("%s: %s is objected to no more; take it from the list", m.program, m.objection)
		}
	}
}

func objections(j *judge.Judge, e example) []string {
	return j.Validate([]byte(pseudo.Replace(e.workflow.Machine.JSON())), e.workflow.Type == asl.Express).Objections()
}

// mistakes are the objections in which a validator is wrong, and why.
var mistakes = []*struct {
	program, objection, why string
	made                    bool
}{
	{program: "intrinsics/escapes", objection: "asl-validator: SCHEMA_VALIDATION_FAILED: /States/plain/Parameters/backslash.$ is invalid",
		why: "its grammar of strings knows no escaped backslash; https://states-language.net/#intrinsic-functions has one"},
	{program: "jsonata/all_jsonata", objection: "asl-validator: SCHEMA_VALIDATION_FAILED: /States/clean_up/",
		why: "its pattern of JSONata ends at the line's end; JSON strings hold lines, and JSONata spans them"},
	{program: "distributed/from_all_kinds_of_files", objection: `aws: line 56: Value is not accepted. Valid values: "CSV", "JSON", "JSONL", "MANIFEST"`,
		why: "it is older than PARQUET, which the two others take"},
	{program: "distributed/from_all_kinds_of_files", objection: "asl-validator: SCHEMA_VALIDATION_FAILED: /States/map_import_line/",
		why: "a ResultWriter may have a WriterConfig alone, which says how the results are given back; the two others take it"},
}

func mistaken(e example, objection string) bool {
	for _, m := range mistakes {
		if m.program == e.name() && strings.HasPrefix(objection, m.objection) {
			m.made = true
			return true
		}
	}
	return false
}

// pseudo fills in CloudFormation's own parameters, as a deployment does.
var pseudo = strings.NewReplacer("${AWS::Partition}", "aws", "${AWS::Region}", "us-east-1", "${AWS::AccountId}", "123456789012")

// judgedDepth is how deep groups may nest for the validators, whose time doubles with each level.
const judgedDepth = 8

func depth(m *asl.Machine) (deepest int) {
	for _, s := range m.States {
		for _, scope := range s.Scopes() {
			deepest = max(deepest, depth(scope))
		}
	}
	return deepest + 1
}

// TestTypeScriptIsASL is the second law: what CDK synthesizes from the TypeScript is what asl prints.
func TestTypeScriptIsASL(t *testing.T) {
	differs := typeScriptDiffers(t, judge.Start(t), judged(t))
	for _, name := range slices.Sorted(maps.Keys(differs)) {
		t.Errorf("%s: %s", name, differs[name])
	}
}

// typeScriptDiffers synthesizes the TypeScript of all examples at once, and tells by their names what of it is
// not what asl prints. With an error of types nothing is synthesized.
func typeScriptDiffers(t testing.TB, j *judge.Judge, compiled []example) map[string]string {
	t.Helper()
	program := judge.Program{Files: map[string]string{}, NoUnused: true}
	for _, e := range compiled {
		id := logical(e.name())
		program.Files[id+".ts"] = cdk.Stack(e.workflow, cdk.TypeScript)
		copyHandlers(t, program.Files, id, e)
		program.Stacks = append(program.Stacks, judge.Stack{ID: id, File: id + ".ts", Class: cdk.ClassName(e.workflow), Folder: id})
	}
	made := j.Synth(program)
	differs := map[string]string{}
	for _, problem := range made.Types {
		differs[problem] = "is an error of types"
	}
	if len(differs) > 0 {
		return differs
	}
	for _, e := range compiled {
		machines := made.Stacks[logical(e.name())].Machines
		if len(machines) == 0 {
			differs[e.name()] = "no machine is synthesized"
		}
		for _, machine := range machines {
			if diff := judge.Same(sayable([]byte(deployed(e.workflow))), sayable(machine), nil); diff != "" {
				differs[e.name()] = "asl, and what is synthesized:\n" + diff
			}
		}
	}
	return differs
}

// copyHandlers puts the handlers of an example where its stack looks for them.
func copyHandlers(t testing.TB, files map[string]string, folder string, e example) {
	t.Helper()
	root := filepath.Dir(e.file)
	for _, f := range e.workflow.Functions {
		if f.Language == asl.External {
			continue
		}
		entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(f.Entry)))
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			if entry.IsDir() {
				continue
			}
			text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(f.Entry), entry.Name()))
			if err != nil {
				t.Fatal(err)
			}
			files[path.Join(folder, f.Entry, entry.Name())] = string(text)
		}
	}
}

var substitution = regexp.MustCompile(`\$\{(\w+)\}`)

// deployed is a workflow's ASL with its substitutions filled in as the judge fills in CDK's.
func deployed(w *asl.Workflow) string {
	handlers := map[string]*asl.Function{}
	for _, f := range w.Functions {
		handlers[f.Name] = f
	}
	return substitution.ReplaceAllStringFunc(pseudo.Replace(w.Machine.JSON()), func(s string) string {
		name := s[2 : len(s)-1]
		if f := handlers[name]; f != nil && f.Language != asl.External {
			return judge.FunctionARN(logical(name + "_fn"))
		}
		var parameter strings.Builder
		for _, word := range strings.Split(name, "_") {
			parameter.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
		return parameter.String()
	})
}

// logical is an id as CloudFormation may have it.
func logical(id string) string { return strings.NewReplacer("_", "", "/", "").Replace(id) }

// TestCaptureIsReal is the third law: each step fails in turn, and every step beside it in a tuple still
// runs to its end and the machine goes on; beside it in a list, it is stopped.
func TestCaptureIsReal(t *testing.T) {
	j := judge.Start(t)
	failed := 0
	for _, e := range judged(t) {
		if !interpretable(e.workflow.Machine) || e.name() == "intrinsics/escapes" { // see mistakes: it reads with asl-validator's grammar
			continue
		}
		failed += failingInTurn(t, j, e, judge.Run{ASL: []byte(pseudo.Replace(e.workflow.Machine.JSON())), Input: inputOf(t, e)})
	}
	if failed < 40 {
		t.Errorf("only %d steps could be made to fail", failed)
	}
}

// failingInTurn runs a machine with each of its tasks failing in turn, and returns how many did.
func failingInTurn(t testing.TB, j *judge.Judge, e example, run judge.Run) (failed int) {
	t.Helper()
	if whole := j.Execute(run); whole.Status != "SUCCEEDED" {
		return 0 // it fails on purpose, or wants another input
	}
	for _, s := range e.source.States {
		if isTask(s) && !s.OnlyHandled && failing(t, j, e, run, s) {
			failed++
		}
	}
	return failed
}

// failing runs the machine with one step failing and its siblings slower, and looks at the siblings. It returns
// whether the step came to fail.
func failing(t testing.TB, j *judge.Judge, e example, run judge.Run, s *flow.State) bool {
	t.Helper()
	run.Failing, run.Delays = map[string]judge.Failure{s.Name: {Error: "Boom"}}, slow(siblings(s))
	out := j.Execute(run)
	if !slices.Contains(out.Failed, s.Name) {
		return false // the step does not run with this input
	}
	handler, taker := s.Taker()
	stopped, finished := expected(s, taker)
	for _, name := range stopped {
		if slices.Contains(out.Succeeded, name) {
			t.Errorf("%s: when %s fails, %s should be stopped, but ends well", e.name(), s.Name, name)
		}
	}
	for _, name := range finished {
		if !slices.Contains(out.Succeeded, name) {
			t.Errorf("%s: when %s fails, %s should end well, but does not", e.name(), s.Name, name)
		}
	}
	if taker == nil && out.Status != "FAILED" {
		t.Errorf("%s: when %s fails, the machine should, but ends %s", e.name(), s.Name, out.Status)
	}
	if handler == nil && taker != nil && out.Status != "SUCCEEDED" {
		t.Errorf("%s: when %s fails, the machine should go on, but ends with %s: %s", e.name(), s.Name, out.Error, out.Cause)
	}
	return true
}

// interpretable tells whether the interpreter runs the machine rightly: it has no JSONata, no variables and
// no distributed maps.
func interpretable(m *asl.Machine) bool {
	if m.QueryLanguage == asl.JSONata {
		return false
	}
	for _, s := range m.States {
		if s.QueryLanguage == asl.JSONata || assigns(s) || s.ItemReader.Present() {
			return false
		}
		if r := s.Result; r.Kind == asl.KindNull || r.Kind == asl.KindBool || r.Kind == asl.KindNumber {
			return false
		}
		if s.ItemProcessor != nil && s.ItemProcessor.ProcessorConfig.Mode == "DISTRIBUTED" {
			return false
		}
		for _, scope := range s.Scopes() {
			if !interpretable(scope) {
				return false
			}
		}
	}
	return true
}

func assigns(s *asl.State) bool {
	found := s.Assign.Present()
	for _, c := range s.Catch {
		found = found || c.Assign.Present()
	}
	for _, r := range s.Choices {
		found = found || r.Assign.Present()
	}
	return found
}

// inputOf is what an example is run with: the file input.json beside it, or what is compiled of it, or a list
// of items.
func inputOf(t *testing.T, e example) json.RawMessage {
	text, err := os.ReadFile(filepath.Join(strings.TrimSuffix(e.file, ".ork"), "input.json"))
	if err != nil {
		text, err = os.ReadFile(filepath.Join(filepath.Dir(e.file), "input.json"))
	}
	if err != nil {
		return json.RawMessage(`[{"id": "1", "status": "new"}, {"id": "2", "status": "new"}]`)
	}
	return text
}
