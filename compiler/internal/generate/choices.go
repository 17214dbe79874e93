package generate

import "math/rand/v2"

// choices are the numbers that a program is made from. The first run of a seed draws them at random and writes
// them down; from then on the program can be made again from the list, or a simpler one from a changed list.
type choices struct {
	random *rand.Rand // nil where the list is all there is
	list   []uint32
	at     int
}

// below returns a number less than n. Where the list has ended it is 0, which everywhere stands for the
// simplest: no further step, no attribute, the plainest value.
func (c *choices) below(n int) int {
	if c.at == len(c.list) {
		if c.random == nil {
			return 0
		}
		c.list = append(c.list, c.random.Uint32())
	}
	drawn := c.list[c.at]
	c.at++
	return int(drawn % uint32(n))
}

// chance is true so many times of a hundred.
func (c *choices) chance(percent int) bool { return c.below(100) >= 100-percent }

// oneOf picks a value; the first is the simplest.
func oneOf[T any](c *choices, values ...T) T { return values[c.below(len(values))] }
