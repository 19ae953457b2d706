package main

import (
	"encoding/json"
	"math/rand/v2"

	inf "gopkg.in/inf.v0"
	"k8s.io/apimachinery/pkg/api/resource"
)

// readQuantity gives the canonical text and the value in billionths, as the API server has them of a string in JSON; nothing
// where it does not decode, and "long" in place of what has more than 60 digits.
func readQuantity(text string) []any {
	written, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	quantity := resource.Quantity{}
	if err := quantity.UnmarshalJSON(written); err != nil {
		return nil
	}
	canonical := quantity.String()
	nano := new(inf.Dec).Mul(quantity.AsDec(), inf.NewDec(1_000_000_000, 0))
	value := nano.Round(nano, 0, inf.RoundExact).String()
	if len(canonical) > 60 || len(value) > 60 {
		return []any{"long"}
	}
	return []any{canonical, value}
}

var suffixes = []string{
	"", "", "", "n", "u", "m", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Mi", "Gi", "Gi", "Ti", "Pi", "Ei",
	"e3", "e-3", "E6", "e+9", "e0", "e-9", "e-10", "e18", "e19", "E-1", "e2", "e1", "e21", "e-21",
}

func quantityText(random *rand.Rand) string {
	text := oneOf(random, "", "", "", "", "-", "+")
	if random.IntN(12) > 0 {
		text += digits(random, []int{2, 4, 8, 20, 24}[random.IntN(5)])
	}
	if random.IntN(3) == 0 {
		text += "."
		if random.IntN(6) > 0 {
			text += digits(random, []int{1, 3, 10, 20}[random.IntN(4)])
		}
	}
	text += oneOf(random, suffixes...)
	return damaged(random, text, " ", "i", "e", "-", "+", ".", "0", "_", ",", "٣", "K", "B", "\u00a0", "\t", "E", "m", "x")
}
