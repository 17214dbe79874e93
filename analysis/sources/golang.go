package sources

import (
	"go/ast"
	"go/parser"
	"go/token"
)

// IsGoMain tells whether a Go file belongs to a main package, and has the function main. A file that does not parse
// is judged by what can be read of it.
func IsGoMain(text string) (inMain, hasMain bool) {
	file, _ := parser.ParseFile(token.NewFileSet(), "", text, parser.SkipObjectResolution)
	if file == nil || file.Name == nil || file.Name.Name != "main" {
		return false, false
	}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "main" {
			return true, true
		}
	}
	return true, false
}
