package compiler_test

import "encoding/json"

// sayable is a state machine without what CDK's constructs cannot say or leave out, none of which means
// anything when the machine runs: comments of retriers, catchers, branches and item processors, which its
// properties do not have; and the query language of a state where it is the machine's anyhow, which CDK
// writes on the states inside groups and not on the others.
func sayable(text []byte) []byte {
	var machine map[string]any
	if err := json.Unmarshal(text, &machine); err != nil {
		return text // the comparison says so
	}
	language, _ := machine["QueryLanguage"].(string)
	trimScope(machine, language)
	trimmed, err := json.Marshal(machine)
	if err != nil {
		return text
	}
	return trimmed
}

func trimScope(machine map[string]any, language string) {
	states, _ := machine["States"].(map[string]any)
	for _, s := range states {
		state, _ := s.(map[string]any)
		if language != "" && state["QueryLanguage"] == language {
			delete(state, "QueryLanguage")
		}
		for _, handlers := range []string{"Retry", "Catch"} {
			trimComments(state[handlers])
		}
		scopes, _ := state["Branches"].([]any)
		for _, scope := range append(scopes, state["ItemProcessor"]) {
			if inner, ok := scope.(map[string]any); ok {
				delete(inner, "Comment")
				trimScope(inner, language)
			}
		}
	}
}

func trimComments(handlers any) {
	list, _ := handlers.([]any)
	for _, h := range list {
		if handler, ok := h.(map[string]any); ok {
			delete(handler, "Comment")
		}
	}
}
