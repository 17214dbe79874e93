package generate_test

import (
	"strings"
	"testing"

	"github.com/orkls/orkls/compiler/internal/generate"
)

func TestSameSeedSameProgram(t *testing.T) {
	different := map[string]bool{}
	for seed := range uint64(200) {
		p := generate.New(seed)
		if again := generate.New(seed); again.Text != p.Text {
			t.Fatalf("seed %d gives two programs:\n%s\n%s", seed, p.Text, again.Text)
		}
		different[p.Text] = true
	}
	if len(different) < 150 {
		t.Errorf("200 seeds give only %d programs", len(different))
	}
}

// TestWholeLanguage holds that nothing of the language is left out for long.
func TestWholeLanguage(t *testing.T) {
	var all strings.Builder
	for seed := range uint64(400) {
		all.WriteString(generate.New(seed).Text)
	}
	for _, part := range []string{
		"map $", "map {%", "map [", "map (", "] as ", ") as ", ",)", "else if ", "else fail", "else {", "wait ", "wait until ", "wait {%", "wait $", "pass", "succeed", "fail {}",
		"retry *", "catch *", " -> end", " -> next", "-> \"", "query_language: jsonata", "type: express", "mode: distributed", "item_reader:", "item_batcher:",
		"result_writer:", "tolerated_failure_percentage: $", "assign: {", "States.Format(", "States.JsonMerge(", ".waitForTaskToken", ".sync:2", ":activity:", "aws-sdk:", "http:invoke",
		"matches ", " is not ", "timestamp(", " as number", " as boolean", " and ", " or not (", "credentials:", "heartbeat:", "sfn_timeout: $", "max_concurrency: {%", "compose {",
		"schedule:", "event_pattern:", "input_path: null", "output_path: $.order", "result_path: null", "result_selector: {", "invocation_type:", "integration_pattern:", ".$\": ",
	} {
		if !strings.Contains(all.String(), part) {
			t.Errorf("no program has %q", part)
		}
	}
}

// TestShrink finds the little that matters in much.
func TestShrink(t *testing.T) {
	loops := func(p generate.Program) bool { return strings.Contains(p.Text, "mode: distributed") }
	for seed := uint64(0); ; seed++ {
		p := generate.New(seed)
		if len(p.Text) < 2000 || !loops(p) {
			continue
		}
		small := generate.Shrink(p, 1000, loops)
		if !loops(small) || len(small.Text) > 400 {
			t.Errorf("%d bytes are left of %d:\n%s", len(small.Text), len(p.Text), small.Text)
		}
		return
	}
}
