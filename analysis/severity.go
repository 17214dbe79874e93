package analysis

import "fmt"

var severityNames = [...]string{Off: "off", Error: "error", Warning: "warning", Information: "info", Hint: "hint"}

// String returns the name that configuration, command line and reports use.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads a name that String returns.
func ParseSeverity(name string) (Severity, error) {
	for s, n := range severityNames {
		if n == name {
			return Severity(s), nil
		}
	}
	return Off, fmt.Errorf("no severity is called %q; there are error, warning, info, hint and off", name)
}
