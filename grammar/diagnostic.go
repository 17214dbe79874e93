package grammar

// Diagnostic is a mistake in the text itself: what the grammar does not allow.
type Diagnostic struct {
	Range   Range
	Message string
	Fix     *Fix // nil where there is no obvious one
}

// Fix repairs a Diagnostic by one replacement.
type Fix struct {
	Title   string // starts with a verb
	Range   Range
	NewText string
}
