package assist

import (
	"path"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Move is a file or folder that gets another name, both as the workspace names it.
type Move struct{ From, To string }

// moved returns the new name of a file, itself where nothing moves it.
func moved(file string, moves []Move) string {
	for _, m := range moves {
		if file == m.From {
			return m.To
		}
		if rest, inside := strings.CutPrefix(file, m.From+"/"); inside {
			return m.To + "/" + rest
		}
	}
	return file
}

// FollowMoves returns the edits that let the paths in a program, which may move itself, lead where they led before.
func FollowMoves(p *flow.Program, files analysis.Files, moves []Move) (edits []analysis.Edit) {
	follow := func(quoted grammar.Range, written, rest string) {
		target := files.Beside(p.Path, written)
		to, from := moved(target, moves), moved(p.Path, moves)
		if to == target && from == p.Path {
			return
		}
		if next := relative(path.Dir(from), to); next != path.Clean(written) {
			edits = append(edits, analysis.Edit{File: p.Path, Range: grammar.Range{Start: quoted.Start + 1, End: quoted.End - 1}, NewText: next + rest})
		}
	}
	for _, i := range p.Imports {
		follow(i.Range, i.Path, "")
	}
	for _, t := range p.Tasks {
		if t.Program != p || t.Source.Kind != flow.File && t.Source.Kind != flow.Folder {
			continue
		}
		rest := ""
		if t.Source.Handler != "" {
			rest = ":" + t.Source.Handler
		}
		follow(t.Source.Range, t.Source.Path, rest)
	}
	return edits
}

// relative returns the path that leads from a folder to a file, both with slashes and both relative to one folder or
// both absolute.
func relative(folder, file string) string {
	from, to := strings.Split(path.Clean(folder), "/"), strings.Split(path.Clean(file), "/")
	if from[0] == "." {
		from = from[1:]
	}
	same := 0
	for same < len(from) && same < len(to)-1 && from[same] == to[same] {
		same++
	}
	return strings.Repeat("../", len(from)-same) + strings.Join(to[same:], "/")
}
