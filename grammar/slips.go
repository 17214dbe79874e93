package grammar

// slip is a mistake that people make, known by the tokens round the failure, and what to say of it.
//
// Where is the level, the first word of the statement (or attr, or chain), the bracket round the failure (or map), or
// if for a condition; empty for anywhere. A pattern is tokens with blanks between: an operator or word stands for
// itself, a/b for either, and ^ marks the token at which the statement failed. The other words are | and $ (the
// statement's start and end), Name, Word (a name or reserved word), Reserved, String, Number, Duration, Path, Literal,
// BadName and any. In texts {0} is the token at the failure, {-1} the one before, and so on. The first row that fits
// is taken.
type slip struct {
	where   string
	pattern string
	message string
	span    [2]int // the first and the last token that are reported, relative to the failure
	write   string // replaces span, as a fix
	add     string // is put in behind the token before the failure, as a fix
	remove  bool   // takes span out, as a fix
}

var slips = []slip{
	// Habits from Python, Airflow, other languages and from prose.
	{pattern: "Name ^< < Name $", message: "a chain runs from left to right: write `{2} >> {-1}`", span: [2]int{-1, 2}, write: "{2} >> {-1}"},
	{pattern: "^< <", message: "a chain runs from left to right: write the step that runs first on the left, `a >> b`", span: [2]int{0, 1}},
	{pattern: "Word ^. Word", message: "steps are joined with `>>`: `a >> b`", span: [2]int{0, 1}},
	{where: "if", pattern: "^=", message: "a comparison is `==`", write: "=="},
	{pattern: "Path ^=", message: "a comparison is `==`", write: "=="},
	{where: "(", pattern: "Word ^=", message: "attributes stand in braces: `task a { timeout: 6s }`"},
	{where: "file", pattern: "| Name ^=", message: "chains have no names: write `workflow {-1} { ... }`"},
	{pattern: "^=", message: "a key and its value are joined by `:`", write: ":"},
	{pattern: "^===", message: "a comparison is `==`", write: "=="},
	{pattern: "^!==/<>", message: "a comparison is `!=`", write: "!="},
	{pattern: "^&&/&", message: "write `and` for `{0}`", write: "and"},
	{pattern: "^||", message: "write `or` for `||`", write: "or"},
	{where: "if", pattern: "^!", message: "write `not` for `!`", write: "not"},
	{pattern: "any ^| any", message: "steps are joined with `>>`, as in `a >> b`; side by side is `[a, b]`", write: ">>"},
	{pattern: "^»/|>", message: "steps are joined with `>>`", write: ">>"},
	{pattern: "Name ^>", message: "steps are joined with `>>`", write: ">>"},
	{pattern: "^-->/=>/→/⇒", message: "steps are joined with `>>`; `->` jumps", write: ">>"},
	{pattern: "^+ Number", message: "numbers are JSON numbers, without a plus sign", remove: true},
	{pattern: "^@", message: "Ork has no decorators: write `task a \"file.py\" { timeout: 6s }`"},
	{pattern: "^\\", message: "a `\\` may only stand at the end of a line, where it means nothing", remove: true},
	{pattern: "| elif ^any", message: "write `else if`", span: [2]int{-1, -1}, write: "else if"},

	// Files, bodies and blocks.
	{where: "file", pattern: "| ^{", message: "a file holds declarations and chains, no objects: is this JSON?"},
	{where: "file", pattern: "| ^String", message: "a file holds declarations and chains; documentation is written as `## ...`"},
	{where: "file", pattern: "| ^retry/catch", message: "`{0}` stands in a step's block, or in the body of a workflow or branch"},
	{where: "file", pattern: "| Word ^:", message: "attributes stand in braces behind what they belong to: `{ {-1}: ... }`", span: [2]int{-1, 0}},
	{pattern: "| ^workflow/import/compose", message: "`{0}` stands at the top of a file, in no braces"},
	{where: "block", pattern: "| ^->", message: "of what stands in a block only `catch` leads somewhere: `catch Busy -> name`"},
	{pattern: "^Number :", message: "a key is a name, or a string in quotes", write: `"{0}"`},
	{where: "block", pattern: "| Name ^Literal", message: "`:` is missing behind `{-1}`", add: ":"},
	{where: "block", pattern: "| Name ^Name", message: "`:` is missing behind `{-1}`", add: ":"},
	{where: "block", pattern: "| ^any", message: "a block holds attributes (`key: value`), `retry` and `catch`, but no steps: they go behind `>>`"},
	{where: "block", pattern: "| Name ^any", message: "a block holds attributes (`key: value`), `retry` and `catch`, but no steps: they go behind `>>`", span: [2]int{-1, -1}},
	{where: "body", pattern: "| Name ^Number/Duration/Path", message: "`:` is missing behind `{-1}`", add: ":"},

	// Declarations.
	{pattern: "task/workflow ^Reserved", message: "`{0}` is a reserved word, and no name of a task or workflow"},
	{pattern: "task ^String", message: "a task's name stands in front of its source: `task name {0}`"},
	{pattern: "task/workflow ^BadName", message: "names are ASCII letters, digits and `_`, and begin with no digit"},
	{pattern: "task/workflow Name ^- Name", message: "names are ASCII letters, digits and `_`: write `{-1}_{1}`", span: [2]int{-1, 1}, write: "{-1}_{1}"},
	{pattern: "task Name ^:", message: "a task's source stands behind its name, without `:`", remove: true},
	{pattern: "workflow Name ^:", message: "what a workflow runs stands in braces: `workflow {-1} { ... }`"},
	{pattern: "compose ^Name", message: "`compose` has no name, as it holds for the whole file", remove: true},
	{pattern: "import ^$", message: "the path of a file is missing behind `import`, in quotes", span: [2]int{-1, -1}},
	{pattern: "import ^any", message: "the path of a file is missing behind `import`, in quotes: `import \"tasks.ork\"`"},

	// Chains.
	{pattern: "| ^>>", message: "a step is missing in front of `>>`"},
	{pattern: ">> ^>>", message: "a step is missing between `>>` and `>>`", remove: true},
	{pattern: ">> ^end/next", message: "to {0} a jump leads: write `-> {0}`", span: [2]int{-1, 0}, write: "-> {0}"},
	{pattern: ">> ^Path", message: "a step is the name of a task; `{0}` is a path"},
	{pattern: "} ^as Name", message: "a step's name stands in front of its block: `a as {1} { ... }`", span: [2]int{0, 1}},
	{pattern: "as ^Reserved", message: "`{0}` is a reserved word; in quotes it is good as a state's name", write: `"{0}"`},
	{pattern: "-> Word ^any", message: "nothing follows a jump in its chain"},
	{pattern: "-> String ^any", message: "nothing follows a jump in its chain"},
	{pattern: "^else", message: "this `else` belongs to no `if`, or to one that has its last `else`"},
	{where: "map", pattern: ", ^any", message: "a map has one branch: `b >> c` runs one after another, `[[b, c]]` side by side"},
	{pattern: "map ^Name", message: "the branch of a map stands in brackets: `map [{0}]`, or `map ({0})` to capture errors", write: "[{0}]"},
	{where: "attr", pattern: "[/(/, ^,", message: "a value is missing in front of `,`", remove: true},
	{pattern: "[/(/, ^,", message: "a branch is missing in front of `,`", remove: true},
	{where: "attr", pattern: "Literal ^Literal", message: "`,` is missing in front of `{0}`", add: ","},
	{where: "[", pattern: "Name ^Name", message: "`,` (side by side) or `>>` (one after another) is missing in front of `{0}`", add: ","},
	{where: "(", pattern: "Name ^Name", message: "`,` (side by side) or `>>` (one after another) is missing in front of `{0}`", add: ","},
	{pattern: "fail Name/String ^, String", message: "the cause stands behind the error's name without a comma", remove: true},
	{where: "chain", pattern: "^,", message: "side by side is a list or a tuple: `[b, c]` or `(b, c)`"},

	// Conditions, errors and times.
	{where: "if", pattern: "^then", message: "what `if` runs stands in braces, without `then`", remove: true},
	{pattern: "if/and/or/not/( ^Name ==/!=/</<=/>/>=/is/matches", message: "a condition looks at a path: write `$.{0}`", write: "$.{0}"},
	{pattern: "==/!= ^Name", message: "a string stands in quotes: write `\"{0}\"`", write: `"{0}"`},
	{where: "if", pattern: "^:", message: "what `if` runs stands in braces"},
	{pattern: "Path ^{", message: "a path alone is no condition: write `{-1} == true` or `{-1} is present`"},
	{pattern: "Path ^.", message: "a name is missing behind `.`", remove: true},
	{pattern: "== ^null", message: "write `is null`", span: [2]int{-1, 0}, write: "is null"},
	{pattern: "!= ^null", message: "write `is not null`", span: [2]int{-1, 0}, write: "is not null"},
	{pattern: "if ^Literal ==/!= Path", message: "a comparison begins with the path: write `{2} {1} {0}`", span: [2]int{0, 2}, write: "{2} {1} {0}"},
	{pattern: "is/not ^integer/int/float/double/numeric", message: "did you mean `number`?", write: "number"},
	{pattern: "is/not ^bool/truth", message: "did you mean `boolean`?", write: "boolean"},
	{pattern: "is/not ^str/text/String", message: "did you mean `string`?", write: "string"},
	{pattern: "is/not ^date/datetime/time", message: "did you mean `timestamp`?", write: "timestamp"},
	{pattern: "is/not ^defined/exists/set/there", message: "did you mean `present`?", write: "present"},
	{pattern: "is/not ^None/none/nil/undefined", message: "did you mean `null`?", write: "null"},
	{pattern: "is/not ^Name", message: "values are `present`, `null`, `string`, `number`, `boolean` or `timestamp`"},
	{pattern: "* ^,", message: "`*` is every error, and stands alone"},
	{pattern: "wait ^Number ms/s/m/h/d", message: "the unit touches its number: write `{0}{1}`", span: [2]int{0, 1}, write: "{0}{1}"},
	{pattern: "Number ^ms/s/m/h/d", message: "the unit touches its number: write `{-1}{0}`", span: [2]int{-1, 0}, write: "{-1}{0}"},
	{pattern: "wait ^String", message: "a duration stands without quotes, as in `wait 30s`; a time in quotes stands behind `until`"},
	{pattern: "wait ^Number", message: "a number is no time: write `{0}s`", write: "{0}s"},
	{pattern: "Number ^.", message: "a digit is missing behind the point", remove: true},
	{where: "attr", pattern: "Name ^(", message: "intrinsic functions are called with their first name: `States.{-1}(...)`", span: [2]int{-1, -1}, write: "States.{-1}"},
}
