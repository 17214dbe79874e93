package asl

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// ParseValue reads one JSON document; nothing may follow it.
func ParseValue(text []byte) (Value, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	v, err := decode(d)
	if err != nil {
		return Value{}, fmt.Errorf("JSON, at byte %d: %w", d.InputOffset(), err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Value{}, fmt.Errorf("JSON, at byte %d: something follows the value", d.InputOffset())
	}
	return v, nil
}

func decode(d *json.Decoder) (Value, error) {
	token, err := d.Token()
	if err == io.EOF {
		return Value{}, io.ErrUnexpectedEOF
	}
	if err != nil {
		return Value{}, err
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '[' {
			return decodeArray(d)
		}
		return decodeObject(d)
	case string:
		return String(t), nil
	case json.Number:
		return Number(t.String()), nil
	case bool:
		return Bool(t), nil
	}
	return Null(), nil
}

func decodeArray(d *json.Decoder) (Value, error) {
	v := Array()
	for d.More() {
		item, err := decode(d)
		if err != nil {
			return Value{}, err
		}
		v.Items = append(v.Items, item)
	}
	_, err := d.Token()
	return v, err
}

func decodeObject(d *json.Decoder) (Value, error) {
	v := Object()
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return Value{}, err
		}
		value, err := decode(d)
		if err != nil {
			return Value{}, err
		}
		v.Fields = append(v.Fields, Field{name.(string), value})
	}
	_, err := d.Token()
	return v, err
}

// JSON prints the value with two spaces of indent and without a line end behind it. Only what JSON
// requires is escaped.
func (v Value) JSON() string {
	var b strings.Builder
	v.write(&b, "\n")
	return b.String()
}

// write prints v; newline is the line end and the indent of the line that v starts on.
func (v Value) write(b *strings.Builder, newline string) {
	switch v.Kind {
	case KindArray:
		if len(v.Items) == 0 {
			b.WriteString("[]")
			return
		}
		for i, item := range v.Items {
			b.WriteString(opening("[", i) + newline + "  ")
			item.write(b, newline+"  ")
		}
		b.WriteString(newline + "]")
	case KindObject:
		if len(v.Fields) == 0 {
			b.WriteString("{}")
			return
		}
		for i, f := range v.Fields {
			b.WriteString(opening("{", i) + newline + "  " + Quote(f.Name) + ": ")
			f.Value.write(b, newline+"  ")
		}
		b.WriteString(newline + "}")
	case KindString:
		b.WriteString(Quote(v.Text))
	case KindNumber, KindBool:
		b.WriteString(v.Text)
	default:
		b.WriteString("null")
	}
}

// opening is what stands in front of the i-th item.
func opening(bracket string, i int) string {
	if i == 0 {
		return bracket
	}
	return ","
}

// Quote spells a string in JSON: only quotes, backslashes and control characters are escaped.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch r {
		case '"', '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\n':
			b.WriteString(`\n`)
		case '\r':
			b.WriteString(`\r`)
		case '\t':
			b.WriteString(`\t`)
		default:
			if r < ' ' {
				fmt.Fprintf(&b, `\u%04x`, r)
			} else {
				b.WriteRune(r)
			}
		}
	}
	b.WriteByte('"')
	return b.String()
}
