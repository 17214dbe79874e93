package sources_test

import (
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/sources"
)

func BenchmarkOffered(b *testing.B) {
	for file, function := range map[string]string{
		"a.py": "def run(event, context):\n    \"\"\"Runs.\"\"\"\n    x = {\"a\": event}  # a comment\n    return x\n\n\n",
		"a.js": "exports.run = async (event) => {\n    // a comment\n    const x = { a: \"text\" / 2 };\n    return x;\n};\n\n",
	} {
		b.Run(file, func(b *testing.B) {
			text := strings.Repeat(function, 1000)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				sources.Offered(file, text)
			}
		})
	}
}
