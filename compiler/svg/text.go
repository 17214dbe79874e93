package svg

// advances are the widths of the characters from the space to the tilde in Helvetica, in thousandths of the font's size
// (Adobe's font metrics, which other sans-serifs come near to).
var advances = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}

// width is how wide a text is at a size, in pixels. It is rather too much than too little, as the font that is there may be
// a wider one.
func width(text string, size float64) float64 {
	sum := 0
	for _, r := range text {
		switch {
		case r >= ' ' && r <= '~':
			sum += advances[r-' ']
		case r >= 0x1100: // of these most are wide
			sum += 1000
		default:
			sum += 600
		}
	}
	return float64(sum) / 1000 * size * 1.1
}
