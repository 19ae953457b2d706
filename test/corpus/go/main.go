// Writes ../go-readers.json: what the readers in Kubernetes make of quantities, schedules and durations.
//
//	go run . > ../go-readers.json
//
// It was run once; the tests need its output and not the program. Equal versions give equal output: chance has a seed.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	// Time zones come with the program, so that the answers are those of any machine.
	_ "time/tzdata"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintln(out, "{")
	writeRows(out, "quantities", ",", distinct(3500, quantityText), readQuantity)
	writeRows(out, "durations", ",", distinct(2000, durationText), readDuration)
	writeRows(out, "schedules", "", distinct(3500, scheduleText), readSchedule)
	fmt.Fprintln(out, "}")
}

// writeRows writes a list under a key, a row on a line of its own: the text, then what the reader made of it.
func writeRows(out *bufio.Writer, key, after string, texts []string, read func(string) []any) {
	fmt.Fprintf(out, "%q: [\n", key)
	for i, text := range texts {
		row, err := json.Marshal(append([]any{text}, read(text)...))
		if err != nil {
			panic(err)
		}
		out.Write(row)
		if i < len(texts)-1 {
			out.WriteString(",")
		}
		out.WriteString("\n")
	}
	fmt.Fprintf(out, "]%s\n", after)
}

// distinct gives so many different texts of a generator, always the same.
func distinct(count int, text func(*rand.Rand) string) []string {
	random := rand.New(rand.NewPCG(12, uint64(count)))
	seen := map[string]bool{}
	texts := []string{}
	for len(texts) < count {
		if next := text(random); !seen[next] && len(next) < 60 {
			seen[next] = true
			texts = append(texts, next)
		}
	}
	return texts
}

func readDuration(text string) []any {
	duration, err := time.ParseDuration(text)
	if err != nil {
		return nil
	}
	return []any{fmt.Sprint(int64(duration))}
}

func oneOf(random *rand.Rand, choices ...string) string {
	return choices[random.IntN(len(choices))]
}

// digits gives one to `most` digits, zeros and nines more often than chance would.
func digits(random *rand.Rand, most int) string {
	text := ""
	for range 1 + random.IntN(most) {
		text += oneOf(random, "0", "0", "0", "1", "2", "4", "5", "7", "8", "9", "9")
	}
	return text
}

// damaged is a text with a character put in, taken out or said twice, one time of six.
func damaged(random *rand.Rand, text string, characters ...string) string {
	if text == "" || random.IntN(6) > 0 {
		return text
	}
	at := random.IntN(len(text) + 1)
	for at < len(text) && text[at]&0xC0 == 0x80 {
		at++
	}
	if random.IntN(2) == 0 {
		return text[:at] + oneOf(random, characters...) + text[at:]
	}
	runes := []rune(text)
	drop := random.IntN(len(runes))
	return string(runes[:drop]) + string(runes[drop+1:])
}
