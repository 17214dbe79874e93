package compiler_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/orkls/orkls/compiler/asl"
)

// TestFunctions lists the functions and the nested workflows of every program that has more than plain ones.
func TestFunctions(t *testing.T) {
	var list strings.Builder
	for _, e := range programs(t) {
		lines := around(e.workflow, "  ")
		if strings.Contains(lines, ", ") || strings.Contains(lines, "starts") {
			fmt.Fprintf(&list, "%s\n%s", e.name(), lines)
		}
	}
	golden(t, "../testdata/compile/functions.out", list.String())
}

// around lists what is deployed around a machine, a line each.
func around(w *asl.Workflow, indent string) string {
	var list strings.Builder
	for _, f := range w.Functions {
		fmt.Fprintf(&list, "%s%s\n", indent, described(f))
	}
	if len(w.Starts) > 0 {
		fmt.Fprintf(&list, "%sstarts %s\n", indent, strings.Join(w.Starts, " "))
	}
	for _, nested := range w.Workflows {
		fmt.Fprintf(&list, "%s%s:\n%s", indent, nested.Name, around(nested, indent+"  "))
	}
	return list.String()
}

func described(f *asl.Function) string {
	text := f.Name
	add := func(word string, v any) {
		if s := fmt.Sprint(v); s != "" && s != "0" && s != "0s" && s != "[]" {
			text += ", " + word + " " + s
		}
	}
	if f.Language != asl.External && (f.Entry != "lambdas" || f.Index != "main.py" || f.Handler != f.Name) {
		add(string(f.Language), strings.Join([]string{f.Entry, f.Index, f.Handler}, " "))
	}
	if f.Language == asl.External {
		add("elsewhere", f.Reference())
	}
	add("comment", f.Comment)
	add("runtime", f.Runtime)
	add("timeout", f.Timeout)
	add("memory", f.MemorySize)
	add("layers", f.Layers)
	add("tracing", string(f.Tracing))
	add("environment", settings(f.Environment))
	if f.Powertools != nil {
		text += ", powertools " + settings(f.Powertools.Settings)
	}
	add("and", settings(f.Extra))
	return text
}

func settings(fields []asl.Field) string {
	var parts []string
	for _, f := range fields {
		parts = append(parts, f.Name+"="+strings.Join(strings.Fields(f.Value.JSON()), " "))
	}
	return strings.Join(parts, " ")
}
