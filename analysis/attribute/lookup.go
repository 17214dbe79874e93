package attribute

import (
	"math/bits"
	"slices"
	"strings"
)

var byKey = func() map[string][]*Attribute {
	m := map[string][]*Attribute{}
	for _, a := range table {
		m[a.Key] = append(m[a.Key], a)
	}
	return m
}()

// All returns every attribute, sorted by key.
func All() []*Attribute { return slices.Clone(table) }

// Lookup returns the first meaning of a key, nil where no place has an attribute of that name.
func Lookup(key string) *Attribute {
	if meanings := byKey[key]; len(meanings) > 0 {
		return meanings[0]
	}
	return nil
}

// Meanings returns every meaning of a key.
func Meanings(key string) []*Attribute { return slices.Clone(byKey[key]) }

// At returns what a key means at a place, nil where it may not stand there.
func At(key string, place Place) *Attribute {
	for _, a := range byKey[key] {
		if a.In(place) {
			return a
		}
	}
	return nil
}

// In tells whether the attribute may stand at one of the places.
func (a *Attribute) In(place Place) bool { return a.Places&place != 0 }

// For returns the attributes that may stand at one of the places, sorted by key.
func For(place Place) (out []*Attribute) {
	for _, a := range table {
		if a.In(place) {
			out = append(out, a)
		}
	}
	return out
}

// Keys returns the keys that may stand at one of the places, sorted.
func Keys(place Place) (keys []string) {
	for _, a := range For(place) {
		keys = append(keys, a.Key)
	}
	return slices.Compact(keys)
}

// PlacesOf returns all places of a key.
func PlacesOf(key string) (places Place) {
	for _, a := range byKey[key] {
		places |= a.Places
	}
	return places
}

// OfASL returns the attribute that becomes an ASL field, ResultPath or TimeoutSecondsPath; nil where none does.
func OfASL(field string) *Attribute {
	for _, a := range table {
		if field != "" && (a.ASL == field || a.ASLPath == field) {
			return a
		}
	}
	return nil
}

func count(p Place) int { return bits.OnesCount32(uint32(p)) }

// joinOr joins words as one says them: "a, b or c".
func joinOr(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
