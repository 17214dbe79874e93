package generate

import "slices"

// Shrink returns the smallest program found for which fails still holds, as it does for p. It leaves out
// choices and makes them simpler, so what it tries is well-formed too; it calls fails tries times at the most.
func Shrink(p Program, tries int, fails func(Program) bool) Program {
	better := func(list []uint32) bool {
		if tries == 0 {
			return false
		}
		candidate := fromChoices(p.Seed, list)
		if len(candidate.Text) > len(p.Text) || candidate.Text == p.Text {
			return false
		}
		tries--
		if fails(candidate) {
			p = candidate
			return true
		}
		return false
	}
	for size := len(p.choices); size > 0 && tries > 0; {
		progress := false
		for at := 0; at < len(p.choices); {
			end := min(at+size, len(p.choices))
			switch {
			case better(slices.Concat(p.choices[:at], p.choices[end:])):
				progress = true
			case better(slices.Concat(p.choices[:at], make([]uint32, end-at), p.choices[end:])):
				progress = true
				at += size
			default:
				at += size
			}
		}
		if !progress || size > 8 {
			size /= 2
		}
	}
	return p
}
