package aws

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// CheckSchedule says why EventBridge refuses the schedule of a rule, and what was most likely meant. The problem is
// empty where EventBridge takes it, meant where nothing can be told.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
func CheckSchedule(text string) (problem, meant string) {
	if inside, ok := call(text, "rate"); ok {
		problem = checkRate(inside)
	} else if inside, ok := call(text, "cron"); ok {
		problem = checkCron(inside)
	} else {
		problem = "a schedule is rate(5 minutes) or cron(0 6 * * ? *)"
	}
	if problem == "" {
		return "", ""
	}
	for _, guess := range []string{guessRate(text), guessCron(text)} {
		if guess == "" || guess == text {
			continue
		}
		if wrong, _ := CheckSchedule(guess); wrong == "" {
			return problem, guess
		}
	}
	return problem, ""
}

// call returns what stands in the parentheses of name(...).
func call(text, name string) (inside string, ok bool) {
	inside, ok = strings.CutPrefix(text, name+"(")
	if !ok {
		return "", false
	}
	return strings.CutSuffix(inside, ")")
}

var rateUnits = []string{"minute", "hour", "day"}

func checkRate(inside string) (problem string) {
	amount, unit, _ := strings.Cut(inside, " ")
	n, err := strconv.Atoi(amount)
	one, many := slices.Contains(rateUnits, unit), slices.Contains(rateUnits, strings.TrimSuffix(unit, "s")) && strings.HasSuffix(unit, "s")
	switch {
	case err != nil || n < 1 || strings.HasPrefix(amount, "+"):
		return "a rate is a whole number, 1 or more, and minutes, hours or days"
	case !one && !many:
		return "a rate counts minutes, hours or days; " + strconv.Quote(unit) + " is none of them"
	case n == 1 && many:
		return "with 1 the unit stands in the singular: " + strings.TrimSuffix(unit, "s")
	case n > 1 && one:
		return "with more than 1 the unit stands in the plural: " + unit + "s"
	}
	return ""
}

// guessRate makes a rate of a text with a number and a unit, however they are put: "every 5 min".
func guessRate(text string) string {
	text = strings.ToLower(text)
	if inside, ok := call(text, "rate"); ok {
		text = inside
	}
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "every"))
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	amount, unit := text[:digits], strings.TrimSpace(text[digits:])
	if amount == "" {
		amount = "1"
	}
	for _, u := range rateUnits {
		short := strings.TrimSuffix(strings.TrimSuffix(unit, "s"), ".")
		if short == "" || !strings.HasPrefix(u, short) && !(u == "hour" && short == "hr") {
			continue
		}
		if amount != "1" {
			u += "s"
		}
		return "rate(" + amount + " " + u + ")"
	}
	return ""
}

// cronField is one of the six fields of a cron expression.
type cronField struct {
	name        string
	least, most int
	names       []string // of the values, from the least on
	special     string   // what may stand beside , - * /
}

var cronFields = []cronField{
	{"minutes", 0, 59, nil, ""},
	{"hours", 0, 23, nil, ""},
	{"day-of-month", 1, 31, nil, "?LW"},
	{"month", 1, 12, strings.Fields("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"), ""},
	{"day-of-week", 1, 7, strings.Fields("SUN MON TUE WED THU FRI SAT"), "?L#"},
	{"year", 1970, 2199, nil, ""},
}

const (
	dayOfMonth = 2
	dayOfWeek  = 4
)

func checkCron(inside string) (problem string) {
	fields := strings.Fields(inside)
	if len(fields) != len(cronFields) {
		return fmt.Sprintf("a cron expression has six fields, minutes hours day-of-month month day-of-week year; this one has %d", len(fields))
	}
	for i, f := range cronFields {
		if problem := f.check(fields[i]); problem != "" {
			return problem
		}
	}
	if (fields[dayOfMonth] == "?") == (fields[dayOfWeek] == "?") {
		return "one of day-of-month and day-of-week must be ?, and only one"
	}
	return ""
}

func (f cronField) check(text string) (problem string) {
	if text == "*" || text == "?" && strings.Contains(f.special, "?") {
		return ""
	}
	if strings.Contains(text, "#") && strings.Contains(text, ",") {
		return f.name + " takes a single day where it has #"
	}
	for _, item := range strings.Split(text, ",") {
		base, step, stepped := strings.Cut(item, "/")
		if n, err := strconv.Atoi(step); stepped && (err != nil || n < 1) {
			return fmt.Sprintf("%s: the step of %s is no whole number above 0", f.name, item)
		}
		if stepped && base == "*" || f.isSpecial(base) {
			continue
		}
		from, to, isRange := strings.Cut(base, "-")
		if !f.has(from) || isRange && !f.has(to) {
			return fmt.Sprintf("%s goes from %d to %d; %s does not", f.name, f.least, f.most, item)
		}
	}
	return ""
}

// isSpecial tells whether an item is the last day, the nearest weekday, or a weekday of a certain week.
func (f cronField) isSpecial(item string) bool {
	if item == "" {
		return false
	}
	switch week, nth, numbered := strings.Cut(item, "#"); {
	case item == "L" || item == "LW":
		return strings.Contains(f.special, "L") && (item == "L" || strings.Contains(f.special, "W"))
	case strings.HasSuffix(item, "W"):
		return strings.Contains(f.special, "W") && f.has(strings.TrimSuffix(item, "W"))
	case strings.HasSuffix(item, "L"):
		return strings.Contains(f.special, "#") && f.has(strings.TrimSuffix(item, "L"))
	case strings.HasPrefix(item, "L-"):
		return strings.Contains(f.special, "W") && f.has(strings.TrimPrefix(item, "L-"))
	case numbered:
		return strings.Contains(f.special, "#") && f.has(week) && len(nth) == 1 && "1" <= nth && nth <= "5"
	}
	return false
}

func (f cronField) has(value string) bool {
	if slices.Contains(f.names, strings.ToUpper(value)) {
		return true
	}
	n, err := strconv.Atoi(value)
	return err == nil && n >= f.least && n <= f.most && !strings.HasPrefix(value, "+")
}

// guessCron makes a cron expression of one without parentheses, of one in which no day is ?, and of one of Unix, which
// has no year and counts the days of the week from 0.
func guessCron(text string) string {
	if inside, ok := call(text, "cron"); ok {
		text = inside
	}
	fields := strings.Fields(text)
	switch len(fields) {
	case len(cronFields) - 1:
		fields = append(fields, "*")
		fields[dayOfWeek] = fromUnix(fields[dayOfWeek])
	case len(cronFields):
	default:
		return ""
	}
	switch month, week := fields[dayOfMonth], fields[dayOfWeek]; {
	case month == "?" && week == "?":
		fields[dayOfMonth] = "*"
	case month == "?" || week == "?":
	case week == "*":
		fields[dayOfWeek] = "?"
	case month == "*":
		fields[dayOfMonth] = "?"
	}
	return "cron(" + strings.Join(fields, " ") + ")"
}

// fromUnix counts days of the week from 1 that Unix counts from 0, where Sunday is 7 as well.
func fromUnix(week string) string {
	items := strings.Split(week, ",")
	for i, item := range items {
		base, step, stepped := strings.Cut(item, "/")
		days := strings.Split(base, "-")
		for j, day := range days {
			if n, err := strconv.Atoi(day); err == nil && n >= 0 && n <= 7 {
				days[j] = strconv.Itoa(n%7 + 1)
			}
		}
		items[i] = strings.Join(days, "-")
		if stepped {
			items[i] += "/" + step
		}
	}
	return strings.Join(items, ",")
}
