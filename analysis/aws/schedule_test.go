package aws

import (
	"strings"
	"testing"
)

// TestSchedulesOfTheDocumentation: the examples of EventBridge's own page are good.
func TestSchedulesOfTheDocumentation(t *testing.T) {
	for _, text := range []string{
		"cron(0 10 * * ? *)", "cron(15 12 * * ? *)", "cron(0 18 ? * MON-FRI *)", "cron(0 8 1 * ? *)", "cron(0/15 * * * ? *)",
		"cron(0/10 * ? * MON-FRI *)", "cron(0/5 8-17 ? * MON-FRI *)", "cron(0 9 ? * 2#1 *)", "cron(30 0 1 1 ? 2027)",
		"cron(0 8 L * ? *)", "cron(0 8 3W * ? *)", "cron(0 8 ? * 6L *)", "cron(0 8 ? JAN,FEB,MAR SUN 2027-2030)", "cron(0 8 LW * ? *)",
		"rate(1 minute)", "rate(5 minutes)", "rate(1 hour)", "rate(12 hours)", "rate(1 day)", "rate(7 days)",
	} {
		if problem, _ := CheckSchedule(text); problem != "" {
			t.Errorf("%s: %s", text, problem)
		}
	}
}

func TestWrongSchedules(t *testing.T) {
	for _, c := range []struct{ text, problem, meant string }{
		{"rate(1 minutes)", "singular: minute", "rate(1 minute)"},
		{"rate(5 minute)", "plural: minutes", "rate(5 minutes)"},
		{"rate(0 minutes)", "1 or more", ""},
		{"rate(5 weeks)", `"weeks" is none`, ""},
		{"rate(30 seconds)", `"seconds" is none`, ""},
		{"rate(5min)", "whole number", "rate(5 minutes)"},
		{"rate(2  hours)", "is none", "rate(2 hours)"},
		{"every 5 min", "a schedule is", "rate(5 minutes)"},
		{"every hour", "a schedule is", "rate(1 hour)"},
		{"5m", "a schedule is", "rate(5 minutes)"},
		{"rate(5 minutes", "a schedule is", ""},
		{"0 6 * * *", "a schedule is", "cron(0 6 * * ? *)"},
		{"cron(0 6 * * *)", "has 5", "cron(0 6 * * ? *)"},
		{"cron(0 6 * * 1-5)", "has 5", "cron(0 6 ? * 2-6 *)"},
		{"cron(0 6 * * 7)", "has 5", "cron(0 6 ? * 1 *)"},
		{"cron(0 6 * * * *)", "must be ?", "cron(0 6 * * ? *)"},
		{"cron(0 6 1 * MON *)", "must be ?", ""},
		{"cron(0 6 ? * ? *)", "must be ?", "cron(0 6 * * ? *)"},
		{"cron(60 6 * * ? *)", "minutes goes from 0 to 59", ""},
		{"cron(0 24 * * ? *)", "hours goes from 0 to 23", ""},
		{"cron(0 6 32 * ? *)", "day-of-month", ""},
		{"cron(0 6 ? * 0 *)", "day-of-week goes from 1 to 7", ""},
		{"cron(0 6 ? * 3#1,6#3 *)", "a single day", ""},
		{"cron(0 6 ? * 3#6 *)", "day-of-week", ""},
		{"cron(0 6 W * ? *)", "day-of-month", ""},
		{"cron(*/0 6 * * ? *)", "step", ""},
		{"cron(0 6 * FOO ? *)", "month", ""},
		{"cron(0 6 * * ? 1969)", "year", ""},
		{"cron(, 6 * * ? *)", "minutes", ""},
		{"", "a schedule is", ""},
		{"rate()", "whole number", ""},
		{"cron()", "has 0", ""},
	} {
		problem, meant := CheckSchedule(c.text)
		if !strings.Contains(problem, c.problem) || problem == "" || meant != c.meant {
			t.Errorf("%q: %q, meant %q; want %q, meant %q", c.text, problem, meant, c.problem, c.meant)
		}
	}
}

func FuzzSchedule(f *testing.F) {
	f.Add("rate(1 minutes)")
	f.Add("cron(0 6 * * 1-5/2,L#3)")
	f.Fuzz(func(t *testing.T, text string) {
		problem, meant := CheckSchedule(text)
		if again, _ := CheckSchedule(meant); meant != "" && (again != "" || problem == "") {
			t.Errorf("%q: %q is meant, which is wrong: %q", text, meant, again)
		}
	})
}
