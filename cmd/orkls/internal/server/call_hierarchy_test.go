package server_test

import (
	"fmt"
	"testing"
)

type callItem struct {
	Name, Detail          string
	Range, SelectionRange span
}

func TestCallHierarchy(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	text := "task a\ntask b\nworkflow w { \"comment\": \"𝄞\", a >> |b >> wait 3s }\n"
	address := openMarked(c, text)
	var items []object
	c.Call("textDocument/prepareCallHierarchy", cursorOf(address, text, "utf-16"), &items)
	if len(items) != 1 || items[0]["name"] != "b" || items[0]["detail"] != "w" {
		t.Fatalf("got %v", items)
	}
	var before []struct {
		From       callItem
		FromRanges []span
	}
	c.Call("callHierarchy/incomingCalls", object{"item": items[0]}, &before)
	if len(before) != 1 || before[0].From.Name != "a" || before[0].From.Range.String() != "2:30-2:31" || fmt.Sprint(before[0].FromRanges) != "[2:35-2:36]" {
		t.Errorf("before: %+v", before)
	}
	var after []struct {
		To         callItem
		FromRanges []span
	}
	c.Call("callHierarchy/outgoingCalls", object{"item": items[0]}, &after)
	if len(after) != 1 || after[0].To.Name != "wait_3s" || after[0].To.SelectionRange.String() != "2:40-2:47" {
		t.Errorf("after: %+v", after)
	}
	replaceAll(c, address, 2, "task a\n") // the step is gone
	after = nil
	c.Call("callHierarchy/outgoingCalls", object{"item": items[0]}, &after)
	if len(after) != 0 {
		t.Errorf("got %+v", after)
	}
}
