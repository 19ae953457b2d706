package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// Moments from which the next times are asked; each schedule has one, by the length of its text. Some are shortly before a
// clock is changed.
var moments = []time.Time{
	time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
	time.Date(2026, 3, 7, 23, 59, 59, 0, time.UTC),
	time.Date(2026, 3, 28, 20, 30, 0, 0, time.UTC),
	time.Date(2026, 10, 24, 22, 15, 1, 0, time.UTC),
	time.Date(2026, 11, 1, 4, 59, 0, 0, time.UTC),
	time.Date(2028, 2, 28, 12, 0, 0, 0, time.UTC),
	time.Date(2027, 12, 31, 23, 59, 0, 0, time.UTC),
}

// readSchedule gives the moment asked from and the next three times, in seconds since 1970; nothing where the schedule is
// refused. The controller asks the same function, with the time zone before the schedule.
func readSchedule(text string) (row []any) {
	defer func() {
		if recover() != nil {
			row = nil
		}
	}()
	schedule, err := cron.ParseStandard(text)
	if err != nil {
		return nil
	}
	at := moments[len(text)%len(moments)]
	row = []any{at.Unix()}
	for range 3 {
		if at = schedule.Next(at); at.IsZero() {
			break
		}
		row = append(row, at.Unix())
	}
	return row
}

var zones = []string{
	"UTC", "Etc/UTC", "Asia/Seoul", "America/New_York", "Europe/Berlin", "Europe/London", "Australia/Lord_Howe", "Asia/Kolkata",
	"America/Santiago", "Pacific/Apia", "Africa/Cairo", "America/Sao_Paulo", "US/Pacific", "Asia/Kathmandu", "Antarctica/Troll",
	"Europe/Nowhere", "utc", "EST", "",
}

type bounds struct {
	least, most int
	names       []string
}

var fields = []bounds{
	{0, 59, nil},
	{0, 23, nil},
	{1, 31, nil},
	{1, 12, []string{"jan", "FEB", "Mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}},
	{0, 6, []string{"sun", "MON", "Tue", "wed", "thu", "fri", "sat"}},
}

func scheduleText(random *rand.Rand) string {
	zone := ""
	if random.IntN(3) == 0 {
		zone = oneOf(random, "TZ=", "CRON_TZ=", "TZ=") + oneOf(random, zones...) + oneOf(random, " ", " ", " ", "  ", "\t", "")
	}
	return damaged(random, zone+unzoned(random), " ", "*", "/", "-", ",", "?", "0", "9", "L", "W", "#", "\u3000", "a", "+", "\t")
}

func unzoned(random *rand.Rand) string {
	if random.IntN(10) == 0 {
		descriptor := oneOf(random, "@daily", "@hourly", "@yearly", "@annually", "@monthly", "@weekly", "@midnight", "@reboot", "@Daily")
		return descriptor + oneOf(random, "", "", "", " ")
	}
	if random.IntN(8) == 0 {
		return "@every " + durationText(random)
	}
	texts := []string{}
	for _, field := range fields {
		texts = append(texts, fieldText(random, field))
	}
	switch random.IntN(20) {
	case 0:
		texts = texts[:4]
	case 1:
		texts = append(texts, "*")
	}
	return strings.Join(texts, oneOf(random, " ", " ", " ", " ", "  ", "\t"))
}

func fieldText(random *rand.Rand, field bounds) string {
	parts := []string{}
	for range []int{1, 1, 1, 1, 1, 2, 3}[random.IntN(7)] {
		parts = append(parts, spanText(random, field))
	}
	return strings.Join(parts, ",")
}

func spanText(random *rand.Rand, field bounds) string {
	text := oneOf(random, "*", "*", "*", "?", "")
	if text == "" {
		text = valueText(random, field)
		if random.IntN(3) == 0 {
			text += "-" + valueText(random, field)
		}
	}
	if random.IntN(4) == 0 {
		text += fmt.Sprint("/", random.IntN(field.most+3))
	}
	return text
}

func valueText(random *rand.Rand, field bounds) string {
	if field.names != nil && random.IntN(3) == 0 {
		return oneOf(random, field.names...)
	}
	if random.IntN(30) == 0 {
		return oneOf(random, "-1", "60", "24", "32", "13", "7", "00", "007", "1e1", "99999999999999999999", "x")
	}
	return fmt.Sprint(field.least + random.IntN(field.most-field.least+1))
}

func durationText(random *rand.Rand) string {
	text := oneOf(random, "", "", "", "-", "+")
	for range []int{1, 1, 2, 2, 3}[random.IntN(5)] {
		text += digits(random, []int{1, 2, 4, 12, 20}[random.IntN(5)])
		if random.IntN(4) == 0 {
			text += "." + digits(random, []int{1, 3, 12, 24}[random.IntN(4)])
		}
		text += oneOf(random, "ns", "us", "µs", "μs", "ms", "s", "s", "m", "m", "h", "h", "d", "")
	}
	return damaged(random, text, " ", "-", "+", ".", "0", "h", "m", "s", "H", "e", "٣")
}
