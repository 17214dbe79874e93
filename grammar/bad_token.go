package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const notUTF8 = "this is not UTF-8; save the file in that encoding"

// units are how people write the units of durations.
var units = map[string]string{
	"sec": "s", "secs": "s", "second": "s", "seconds": "s", "min": "m", "mins": "m", "minute": "m", "minutes": "m",
	"hr": "h", "hrs": "h", "hour": "h", "hours": "h", "day": "d", "days": "d", "msec": "ms", "millis": "ms",
}

// badToken says why text, which stands at offset, is no token, and how it is written.
func badToken(text string, why Problem, offset int) Diagnostic {
	at := Range{offset, offset + len(text)}
	d := Diagnostic{Range: at}
	replace := func(title, by string) { d.Fix = &Fix{Title: title, Range: d.Range, NewText: by} }
	switch why {
	case OpenString:
		if inner, ok := strings.CutSuffix(text[1:], `"`); ok && strings.ContainsAny(inner, "\r\n") {
			d.Message = "a string stands on one line; the end of a line in it is written `\\n`"
			replace("write it on one line", `"`+strings.NewReplacer("\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(inner)+`"`)
			break
		}
		d.Message = "this string is not closed: a string ends on its line, with `\"`"
		replace("close the string", text+`"`)
	case BadEscape:
		d.badEscape(text, at)
	case OpenPath:
		d.Message = "this path is not closed: a `[` in a path ends on its line, with `]`"
	case OpenJsonata:
		d.Message = "this JSONata expression is not closed: it ends with `%}`"
	case BadNumber:
		d.badNumber(text, replace)
	case SingleQuotes:
		d.Message = "strings stand in double quotes"
		_, open := utf8.DecodeRuneInString(text)
		_, end := utf8.DecodeLastRuneInString(text)
		if open < len(text) {
			replace("use double quotes", Quote(text[open:len(text)-end]))
		}
	case TripleQuotes:
		d.Message = "a string stands in one pair of quotes; the documentation of what follows is written as `## ...` above it"
		replace("use one pair of quotes", Quote(text[3:len(text)-3]))
	case SlashComment:
		d.Message = "comments begin with `#`"
		if !strings.HasPrefix(text, "/*") {
			replace("write `#`", "#"+text[2:])
		}
	case MergeConflict:
		d.Message = "a merge conflict is not resolved: keep one side, and remove the three marks"
	case StrangeSpace:
		d = strangeSpace(text, at)
	case InvalidUTF8:
		d.Message = notUTF8
		d.Range = invalidUTF8(text).Shift(offset)
	default:
		d.badCharacter(text, at)
	}
	return d
}

// invalidUTF8 returns the place of the first bytes in text that are not UTF-8.
func invalidUTF8(text string) Range {
	start := 0
	for start < len(text) {
		if r, size := utf8.DecodeRuneInString(text[start:]); r != utf8.RuneError || size != 1 {
			start += size
			continue
		}
		break
	}
	end := start
	for end < len(text) {
		if r, size := utf8.DecodeRuneInString(text[end:]); r != utf8.RuneError || size != 1 {
			break
		}
		end++
	}
	return Range{start, end}
}

func (d *Diagnostic) badEscape(text string, at Range) {
	d.Message = `in a string stand the escapes of JSON: \" \\ \/ \b \f \n \r \t and \u with four hexadecimal digits`
	for i := 1; i < len(text)-1; {
		n := 1
		if text[i] == '\\' {
			if n = escapeLength(text[i:]); n == 0 {
				_, size := utf8.DecodeRuneInString(text[i+1:])
				d.Range = Range{at.Start + i, at.Start + i + 1 + size}
				d.Fix = &Fix{Title: `write \\`, Range: Range{at.Start + i, at.Start + i}, NewText: `\`}
				return
			}
		}
		i += n
	}
}

func (d *Diagnostic) badNumber(text string, replace func(title, by string)) {
	number := strings.TrimRightFunc(text, unicode.IsLetter)
	unit := text[len(number):]
	whole := strings.TrimPrefix(number, "-")
	switch {
	case units[strings.ToLower(unit)] != "":
		short := number + units[strings.ToLower(unit)]
		d.Message = "the units of a duration are `ms`, `s`, `m`, `h` and `d`: write " + code(short)
		replace("write "+code(short), short)
	case unit == "" && len(whole) > 1 && whole[0] == '0' && !strings.Contains(whole, "_"):
		short := strings.TrimLeft(whole, "0")
		if short == "" || short[0] == '.' {
			short = "0" + short
		}
		short = number[:len(number)-len(whole)] + short
		d.Message = "numbers are JSON numbers, without leading zeros: write " + code(short)
		replace("write "+code(short), short)
	default:
		d.Message = code(text) + " is neither a number nor a duration; durations are written `500ms`, `6s`, `5m`, `2h` or `1d`"
	}
}

func (d *Diagnostic) badCharacter(text string, at Range) {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case r == '"':
		i := strings.IndexFunc(text, unicode.IsControl)
		d.Range = Range{at.Start + i, at.Start + i + 1}
		escaped := Quote(text[i : i+1])
		escaped = escaped[1 : len(escaped)-1]
		d.Message = "a string holds no control characters: write " + code(escaped)
		d.Fix = &Fix{Title: "write " + code(escaped), Range: d.Range, NewText: escaped}
	case text == ";":
		d.Message = "statements end without `;`"
		d.Fix = &Fix{Title: "remove `;`", Range: at}
	case size > 1 && unicode.IsLetter(r):
		d.Message = "names are ASCII letters, digits and `_`; `as` takes any name in quotes"
	default:
		d.Message = "Ork has no " + code(text)
	}
}
