package aws

import (
	"strings"
	"time"
)

// Runtime is a runtime of Lambda.
type Runtime struct {
	Name string    // Lambda's identifier: python3.13
	Ends time.Time // the first day without support; Lambda calls it the deprecation date
}

// runtimes are all that Lambda has or had, of each family the newest first. Families that have another name now come
// behind what they became.
// The last days are those of tflint-ruleset-aws and endoflife.date, in copies of about 2026-02. They have not been held
// against Lambda's own page, https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, which may have moved
// them since.
var runtimes = []Runtime{
	{"nodejs24.x", day(2028, 4, 30)},
	{"nodejs22.x", day(2027, 4, 30)},
	{"nodejs20.x", day(2026, 4, 30)},
	{"nodejs18.x", day(2025, 9, 1)},
	{"nodejs16.x", day(2024, 6, 12)},
	{"nodejs14.x", day(2023, 12, 4)},
	{"nodejs12.x", day(2023, 3, 31)},
	{"nodejs10.x", day(2021, 7, 30)},
	{"nodejs8.10", day(2020, 3, 6)},
	{"nodejs6.10", day(2019, 8, 12)},
	{"nodejs4.3-edge", day(2020, 3, 5)},
	{"nodejs4.3", day(2020, 3, 5)},
	{"nodejs", day(2016, 10, 31)},
	{"python3.14", day(2029, 6, 30)},
	{"python3.13", day(2029, 6, 30)},
	{"python3.12", day(2028, 10, 31)},
	{"python3.11", day(2026, 6, 30)},
	{"python3.10", day(2026, 6, 30)},
	{"python3.9", day(2025, 12, 15)},
	{"python3.8", day(2024, 10, 14)},
	{"python3.7", day(2023, 12, 4)},
	{"python3.6", day(2022, 7, 18)},
	{"python2.7", day(2021, 7, 15)},
	{"java25", day(2029, 6, 30)},
	{"java21", day(2029, 6, 30)},
	{"java17", day(2026, 6, 30)},
	{"java11", day(2026, 6, 30)},
	{"java8.al2", day(2026, 6, 30)},
	{"java8", day(2024, 1, 8)},
	{"dotnet10", day(2028, 11, 14)},
	{"dotnet8", day(2026, 11, 10)},
	{"dotnet7", day(2024, 5, 14)},
	{"dotnet6", day(2024, 11, 12)},
	{"dotnet5.0", day(2022, 5, 10)},
	{"dotnetcore3.1", day(2023, 4, 3)},
	{"dotnetcore2.1", day(2022, 1, 5)},
	{"dotnetcore2.0", day(2019, 5, 30)},
	{"dotnetcore1.0", day(2019, 7, 27)},
	{"ruby3.4", day(2028, 3, 31)},
	{"ruby3.3", day(2027, 3, 31)},
	{"ruby3.2", day(2026, 3, 31)},
	{"ruby2.7", day(2023, 11, 27)},
	{"ruby2.5", day(2021, 7, 30)},
	{"provided.al2023", day(2029, 6, 30)},
	{"provided.al2", day(2026, 6, 30)},
	{"provided", day(2024, 1, 8)},
	{"go1.x", day(2024, 1, 8)},
}

func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// RuntimeNamed returns the runtime of that name, nil where Lambda never had it.
func RuntimeNamed(name string) *Runtime {
	for i := range runtimes {
		if runtimes[i].Name == name {
			return &runtimes[i]
		}
	}
	return nil
}

// Ended tells whether the runtime has no support any more at a time.
func (r *Runtime) Ended(now time.Time) bool { return !now.Before(r.Ends) }

// Newest returns the newest runtime of the same family: what functions in Go run on is provided now.
func (r *Runtime) Newest() *Runtime {
	family := r.family()
	for i := range runtimes {
		if runtimes[i].family() == family {
			return &runtimes[i]
		}
	}
	return r
}

func (r *Runtime) family() string {
	name := strings.TrimRight(strings.SplitN(r.Name, ".", 2)[0], "0123456789")
	switch name {
	case "go":
		return "provided"
	case "dotnetcore":
		return "dotnet"
	}
	return name
}
