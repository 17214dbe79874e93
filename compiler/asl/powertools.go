package asl

// Powertools are a function's settings of Powertools for AWS Lambda, by the names and values of the source
// ("log_event": true). Those that Powertools reads from the environment get there; the others
// (raise_on_empty_metrics, capture_cold_start_metric, default_dimensions, model, envelope) are arguments
// of its decorators in the handler.
type Powertools struct {
	Settings []Field
}

// powertoolsVariables are the environment variables that Powertools reads, by setting
// (docs.powertools.aws.dev, environment variables).
var powertoolsVariables = map[string]string{
	"log_event":        "POWERTOOLS_LOGGER_LOG_EVENT",
	"capture_response": "POWERTOOLS_TRACER_CAPTURE_RESPONSE",
	"capture_error":    "POWERTOOLS_TRACER_CAPTURE_ERROR",
}

// variables are the settings as environment variables. Logs, traces and metrics carry the service's name,
// and metrics want a namespace: both are the function's name where its environment has no other.
func (p *Powertools) variables(function string) []Field {
	variables := []Field{
		{"POWERTOOLS_SERVICE_NAME", String(function)},
		{"POWERTOOLS_METRICS_NAMESPACE", String(function)},
	}
	for _, s := range p.Settings {
		if name := powertoolsVariables[s.Name]; name != "" {
			variables = append(variables, Field{name, String(s.Value.Text)})
		}
	}
	return variables
}
