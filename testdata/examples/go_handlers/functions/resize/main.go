// Command resize computes the size of a picture that is to fit a square.
package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/lambda"
)

const side = 800

type picture struct {
	Key    string `json:"key"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

func resize(_ context.Context, p picture) (picture, error) {
	longest := max(p.Width, p.Height)
	if longest <= 0 {
		return picture{}, errors.New(p.Key + " has no size")
	}
	return picture{Key: p.Key, Width: p.Width * side / longest, Height: p.Height * side / longest}, nil
}

func main() {
	lambda.Start(resize)
}
