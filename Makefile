.PHONY: lint test update build

# The main job, on the examples.
lint:
	go run ./cmd/orklint ./testdata/examples/...

# All tests, with what they need.
test:
	sh .ci/test

# Rewrites everything that tests compare with.
update:
	go test $$(git grep -l 'flag.Bool("update"' -- '*_test.go' | xargs -n 1 dirname | sort -u | sed 's|^|./|') -update

build:
	go build -trimpath -o bin/ ./cmd/...
