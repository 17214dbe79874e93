package jsonata

import (
	"slices"
	"strings"
)

// functions are those that Step Functions has, without their $: JSONata's, but for $eval, and its own.
// https://docs.jsonata.org/2.0.0/overview and
// https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
var functions = strings.Fields(`
	abs append assert average base64decode base64encode boolean ceil contains count decodeUrl decodeUrlComponent distinct
	each encodeUrl encodeUrlComponent error exists filter floor formatBase formatInteger formatNumber fromMillis join
	keys length lookup lowercase map match max merge millis min not now number pad parseInteger power random reduce
	replace reverse round shuffle sift single sort split spread sqrt string substring substringAfter substringBefore sum
	toMillis trim type uppercase zip

	hash parse partition range uuid
`)

// Functions returns the names of the functions, without their $.
func Functions() []string { return slices.Clone(functions) }

var known = func() map[string]bool {
	all := map[string]bool{}
	for _, name := range functions {
		all[name] = true
	}
	return all
}()

// HasFunction tells whether there is a function of that name, without its $.
func HasFunction(name string) bool { return known[name] }

// States are the fields of $states.
var States = []string{"context", "errorOutput", "input", "result"}
