package compiler

import (
	"math/big"
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// units are how many milliseconds a duration's units have; ms in front of s, in which it ends.
var units = []struct {
	unit         string
	milliseconds int64
}{{"ms", 1}, {"s", 1000}, {"m", 60_000}, {"h", 3_600_000}, {"d", 86_400_000}}

// milliseconds reads a duration exactly; ok is false where it is no whole number of them.
func milliseconds(duration string) (n int64, ok bool) {
	for _, u := range units {
		number, found := strings.CutSuffix(duration, u.unit)
		if !found || number == "" || number[len(number)-1] > '9' {
			continue
		}
		r, good := new(big.Rat).SetString(number)
		if !good {
			return 0, false
		}
		r.Mul(r, new(big.Rat).SetInt64(u.milliseconds))
		return r.Num().Int64(), r.IsInt() && r.Num().IsInt64()
	}
	return 0, false
}

// seconds lowers a time: a duration or a number of seconds, or JSONata.
func (r reader) seconds(v *grammar.Value) asl.Value {
	if v.Duration == "" {
		return r.constant(v)
	}
	ms, ok := milliseconds(v.Duration)
	if !ok || ms%1000 != 0 {
		r.problem(v, "Step Functions counts in whole seconds; "+v.Duration+" is none")
	}
	return asl.Int(ms / 1000)
}
