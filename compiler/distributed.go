package compiler

import (
	"strings"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// ownKeys are the fields of a distributed map inside which the keys are ASL's.
var ownKeys = map[string]bool{"ItemReader": true, "ItemBatcher": true, "ResultWriter": true}

// templates are the keys in them whose values are computed; another value comes from a path only under a key
// that ends in Path.
var templates = map[string]bool{"Parameters": true, "Arguments": true, "BatchInput": true}

// outside lowers a reader, a batcher or a writer, or the configuration inside one.
func (r reader) outside(v *grammar.Value) asl.Value {
	if v.Object == nil {
		return r.constant(v)
	}
	object := asl.Object()
	keys := keys{}
	for _, a := range v.Object.Attrs {
		key := a.Key.Text
		if keys.again(key) {
			r.problem(a.Key, "the key "+key+" stands here twice")
		}
		object.Fields = append(object.Fields, asl.Field{Name: key, Value: r.outsideField(key, a.Value)})
	}
	return object
}

func (r reader) outsideField(key string, v *grammar.Value) asl.Value {
	fromPath := strings.HasSuffix(key, "Path")
	switch {
	case r.jsonata && (key == "Parameters" || fromPath):
		r.problem(v, key+" is JSONPath's, and this is a JSONata state; write Arguments, and {% … %}")
	case !r.jsonata && key == "Arguments":
		r.problem(v, "Arguments is JSONata's, and this is a JSONPath state; write Parameters")
	case templates[key]:
		return r.template(v)
	case v.Path != "" && fromPath:
		return asl.String(v.Path)
	case v.Path != "" && !r.jsonata:
		r.problem(v, "a path stands behind the key "+key+"Path")
	default:
		return r.outside(v)
	}
	return asl.Value{}
}

// onlyDistributed are a map's fields that an inline one does not have.
var onlyDistributed = []string{
	"execution_type", "item_reader", "item_batcher", "result_writer", "label", "tolerated_failure_count", "tolerated_failure_percentage",
}

// processorConfig says how a map runs its items.
func (b *scopeBuilder) processorConfig(s *flow.State) *asl.ProcessorConfig {
	if enum("mode", attribute.MapStep, attribute.OfState(s, "mode")) != "distributed" {
		for _, key := range onlyDistributed {
			if a := attribute.OfState(s, key); a != nil {
				b.problem(a.Range, key+" needs mode: distributed")
			}
		}
		return &asl.ProcessorConfig{Mode: "INLINE"}
	}
	if s.Captures {
		b.problem(s.Range, "a distributed map is not captured with ( ): its run would count no failure; write [ ] and tolerated_failure_percentage: 100")
	}
	if b.out.Type == asl.Express {
		b.problem(s.Range, "an express workflow has no distributed maps; type: standard")
	}
	config := &asl.ProcessorConfig{Mode: "DISTRIBUTED", ExecutionType: "STANDARD"}
	if enum("execution_type", attribute.MapStep, attribute.OfState(s, "execution_type")) == "express" {
		config.ExecutionType = "EXPRESS"
	}
	return config
}
