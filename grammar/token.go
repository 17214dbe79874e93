package grammar

// Kind is what a token is. Every operator and every reserved word is a kind of its own.
type Kind uint8

const (
	EOF Kind = iota
	Bad      // what the language has no token for; Problem says why
	Ident
	String
	Number
	Duration
	Path
	Jsonata // {% ... %}

	OpenBrace
	CloseBrace
	OpenBracket
	CloseBracket
	OpenParen
	CloseParen
	Comma
	Colon
	Dot
	Star
	Then  // >>
	Arrow // ->
	Equal
	NotEqual
	Less
	LessEqual
	Greater
	GreaterEqual

	KeywordImport
	KeywordCompose
	KeywordTask
	KeywordWorkflow
	KeywordMap
	KeywordIf
	KeywordElse
	KeywordWait
	KeywordUntil
	KeywordPass
	KeywordSucceed
	KeywordFail
	KeywordRetry
	KeywordCatch
	KeywordAs
	KeywordAnd
	KeywordOr
	KeywordNot
	KeywordIs
	KeywordMatches
	KeywordTrue
	KeywordFalse
	KeywordNull
	KeywordEnd
	KeywordNext

	kinds
)

// spellings holds what a kind looks like: the text of operators and reserved words, the name of the others.
var spellings = [kinds]string{
	EOF: "EOF", Bad: "Bad", Ident: "Ident", String: "String", Number: "Number",
	Duration: "Duration", Path: "Path", Jsonata: "Jsonata",
	OpenBrace: "{", CloseBrace: "}", OpenBracket: "[", CloseBracket: "]", OpenParen: "(", CloseParen: ")",
	Comma: ",", Colon: ":", Dot: ".", Star: "*", Then: ">>", Arrow: "->",
	Equal: "==", NotEqual: "!=", Less: "<", LessEqual: "<=", Greater: ">", GreaterEqual: ">=",
	KeywordImport: "import", KeywordCompose: "compose", KeywordTask: "task", KeywordWorkflow: "workflow",
	KeywordMap: "map", KeywordIf: "if", KeywordElse: "else", KeywordWait: "wait", KeywordUntil: "until",
	KeywordPass: "pass", KeywordSucceed: "succeed", KeywordFail: "fail", KeywordRetry: "retry",
	KeywordCatch: "catch", KeywordAs: "as", KeywordAnd: "and", KeywordOr: "or", KeywordNot: "not",
	KeywordIs: "is", KeywordMatches: "matches", KeywordTrue: "true", KeywordFalse: "false",
	KeywordNull: "null", KeywordEnd: "end", KeywordNext: "next",
}

func (k Kind) String() string { return spellings[k] }

// Keyword tells whether the kind is a reserved word.
func (k Kind) Keyword() bool { return KeywordImport <= k && k < kinds }

// keywords holds the reserved words where hash puts them; no two share a place.
var keywords = func() (table [64]Kind) {
	for k := KeywordImport; k < kinds; k++ {
		table[hash(spellings[k])] = k
	}
	return
}()

func hash(word string) byte {
	n := len(word)
	return (byte(n) + word[0] + 8*word[n-1] + 9*word[n/2]) % 64
}

// keyword returns the kind of a word, which is not empty: that of a reserved word, or Ident.
func keyword(word string) Kind {
	if k := keywords[hash(word)]; k != EOF && spellings[k] == word {
		return k
	}
	return Ident
}

// Keywords returns the reserved words.
func Keywords() []string { return append([]string(nil), spellings[KeywordImport:]...) }

// IsIdent tells whether word can name a task, a workflow or a state without quotes.
func IsIdent(word string) bool {
	if word == "" || keyword(word) != Ident || class[word[0]]&letter == 0 {
		return false
	}
	for i := 1; i < len(word); i++ {
		if class[word[i]]&(letter|digit) == 0 {
			return false
		}
	}
	return true
}

// Problem is why a token is Bad.
type Problem uint8

const (
	NoProblem Problem = iota
	BadCharacter
	OpenString // also one whose closing quote stands on a later line
	BadEscape
	OpenPath
	OpenJsonata
	BadNumber
	SingleQuotes // or any quotes but "
	TripleQuotes
	SlashComment // or any comment but #
	MergeConflict
	StrangeSpace // or characters that cannot be seen
	InvalidUTF8
)

// Token is a word of the text: text[Start:End].
type Token struct {
	Start, End int32
	Line       int32 // from 0
	Kind       Kind
	Problem    Problem
}

// Range returns where the token stands.
func (t Token) Range() Range { return Range{int(t.Start), int(t.End)} }

// Comment is text from # to the end of its line. Comments are no tokens: they stand in a table of their own.
type Comment struct {
	Range
	Line  int  // from 0
	Doc   bool // begins with ##
	Alone bool // nothing but white space stands before it on its line
}
