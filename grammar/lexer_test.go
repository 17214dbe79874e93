package grammar

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLex(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"task tasks Task _x9", "task Ident Ident Ident"},
		{"0 -5 1.5 1e3 2.5E-7 -0.0", "Number Number Number Number Number Number"},
		{"007 1.x -06 30sec 1e3s 5_000 2nd", "Bad Number . Ident Bad Bad Bad Bad Bad"},
		{"500ms 6s 5m 2h 1d 1.5h", "Duration Duration Duration Duration Duration Duration"},
		{"-5s", "Bad"},
		{"a>>b->c", "Ident >> Ident -> Ident"},
		{"== != < <= > >= = !", "== != < <= > >= Bad Bad"},
		{"$ $. $x $.a.b $$ $$.Map.Item", "Path Path . Path Path Path Path"},
		{"$.detail-type $.x->y $.x- y", "Path Path -> Ident Path Bad Ident"},
		{"$.a[0] $.a[-1] $.a[*] $.a['x]'] $.a[?(@.n > 3)] $..id $[0]", "Path Path Path Path Path Path Path"},
		{"$.a [b] $.a[b] $.a[(b)] $.a[[b]]", "Path [ Ident ] Path [ Ident ] Path [ ( Ident ) ] Path [ [ Ident ] ]"},
		{"$.größe $.a.*", "Path Path"},
		{"{% a %}{ %", "Jsonata { Bad"},
		{"{% a\nb %} {% c", "Jsonata Bad"},
		{`"a" "\u00e4\"" "" "\q"`, "String String String Bad"},
		{"\"a\nb", "Bad Ident"},
		{"a \\\n b \\ c", "Ident Ident Bad Ident"},
		{"a # b\nc", "Ident Ident"},
		{"a // b\nc -- d\n/* e\nf */ g", "Ident Bad Ident Bad Bad Ident"},
		{"'a' ‘b’ “c d” `e` 'f", "Bad Bad Bad Bad Bad"},
		{"a\u00A0b\x00\x01c\uFEFF", "Ident Bad Ident Bad Ident Bad"},
		{"\uFEFFa", "Ident"},
		{"café 名前x \xff\xfe", "Ident Bad Bad Bad"},
		{"a && b || c => d --> e |> f | g", "Ident Bad Ident Bad Ident Bad Ident Bad Ident Bad Ident Bad Ident"},
		{"<<<<<<< ours\na\n=======\n>>>>>>>\n a >>>>>>> b", "Bad Ident Bad Bad Ident >> >> >> > Ident"},
	} {
		tokens, _ := Lex(c.text)
		var got []string
		for _, token := range tokens[:len(tokens)-1] {
			got = append(got, token.Kind.String())
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestKeywords(t *testing.T) {
	words := Keywords()
	for _, word := range words {
		if keyword(word).String() != word || !keyword(word).Keyword() || IsIdent(word) {
			t.Errorf("%q is not known as a reserved word", word)
		}
		if keyword(word+"s") != Ident || !IsIdent(word+"_") {
			t.Errorf("%q is taken for a reserved word", word+"s")
		}
	}
	if len(words) != int(kinds-KeywordImport) {
		t.Errorf("%d reserved words", len(words))
	}
	for _, word := range []string{"", "1a", "a-b", "é", "a b"} {
		if IsIdent(word) {
			t.Errorf("%q is said to be a name", word)
		}
	}
}

// TestStrings: strings are those of JSON, which encoding/json reads too.
func TestStrings(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 8))
	parts := []string{`\"`, `\\`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t`, `\u0041`, `\ud83d\ude80`, `\ud83d`, `\ude80`, `\u00`, `\x`, `\`,
		"a", " ", "é", "🚀", "\t", "\x01", "'", "/", "\xff"}
	for range 20_000 {
		quoted := `"`
		for range random.IntN(5) {
			quoted += parts[random.IntN(len(parts))]
		}
		quoted += `"`
		tokens, _ := Lex(quoted)
		good := len(tokens) == 2 && tokens[0].Kind == String
		var want string
		err := json.Unmarshal([]byte(quoted), &want)
		if wantGood := err == nil && utf8.ValidString(quoted); good != wantGood {
			t.Fatalf("%q: a string here: %v, in JSON: %v", quoted, good, wantGood)
		}
		if !good {
			continue
		}
		if got := unquote(quoted); got != want {
			t.Fatalf("%q means %q here, %q in JSON", quoted, got, want)
		}
		if again := unquote(Quote(want)); again != want {
			t.Fatalf("%q is quoted as %s", want, Quote(want))
		}
	}
}
