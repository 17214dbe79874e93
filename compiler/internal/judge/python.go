package judge

// SynthPython runs the stacks of a program in Python with CDK, and says what is synthesized. Types are not checked; names and
// arguments that CDK does not have are errors, which end the test. What is in the Folder of a stack is put beside its File: of
// handlers of the same path in several folders, one counts.
func (j *Judge) SynthPython(p Program) Synthesis {
	j.t.Helper()
	var s Synthesis
	j.ask("Python and CDK", "synthPython", p, &s)
	return s
}
