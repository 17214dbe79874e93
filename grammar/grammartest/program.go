// Package grammartest writes large programs for benchmarks and tests.
package grammartest

import (
	"strconv"
	"strings"
)

const head = `# The defaults of every function in this file.
compose {
    runtime: "python3.13"
    enable_powertools: true
    timeout: 30s
    memory_size: 256
    environment: { STAGE: "${stage}", LOG_LEVEL: "INFO" }
}
`

// unit declares a handful of tasks and a workflow of them; @ stands for the unit's number. It holds every
// construct of the language about as often as programs do.
const unit = `
## Fetches the orders of the day.
task fetch_orders_@ "services/orders_@/main.py:fetch" { timeout: 10s, memory_size: 512 }
task validate_order_@ "services/orders_@/main.py:validate"
task price_order_@    "services/orders_@/main.py:price"
task reserve_stock_@  "services/stock_@/main.py" {
    entry: "services/stock_@"
    timeout: 1m
    environment: {
        TABLE: "stock-@"
        RETRIES: 3, FEATURES: ["reserve", "release", "count"]
    }
    layers: ["arn:aws:lambda:eu-west-1:123456789012:layer:base:@"]
}
task charge_card_@ "services/payment_@/main.py:charge" {
    timeout: 20s
    retry States.Timeout, Lambda.TooManyRequestsException { interval: 2s, max_attempts: 4, backoff_rate: 2 }
}
task refund_card_@ "services/payment_@/main.py:refund"
task ship_order_@  "services/shipping_@/main.py"
task save_order_@  "dynamodb:putItem" {
    parameters: {
        TableName: "orders-@"
        Item: { id: { S: $.order.id }, total: { N: States.Format("{}", $.order.total) }, paid: { BOOL: true } }
    }
    result_path: null
}

## Takes the orders of the day from the shop to the customers.
workflow fulfil_orders_@ {
    type: standard
    comment: "Fulfils the orders of the day, number @."
    schedule: "rate(1 day)"
    timeout: 2h
    catch States.Timeout -> clean_up_@

    fetch_orders_@ as fetched_@ { result_path: $.orders }
        # each order by itself; an order that fails does not stop the others
        >> map $.orders (
            validate_order_@
                >> price_order_@ { retry * { interval: 1s, max_attempts: 3 } }
                >> (reserve_stock_@, save_order_@ as noted_@)
        ) as orders_@ { max_concurrency: 10, result_path: $.priced }
        >> if $.priced[0].Error is present {
            fail Unpriced "An order could not be priced."
        } else if $.total > 1000 and not ($.vip == true or $.customer.kind matches "gold*") {
            wait 30s -> fetched_@
        } else {
            pass as small_@ { result: { small: true, steps: [1, 2, 3] }, result_path: $.kind }
        }
        >> charge_card_@ {
            catch CardDeclined, CardExpired {
                result_path: $.error
                refund_card_@ -> end
            }
            catch * -> clean_up_@
        }
        >> [ship_order_@, save_order_@ as saved_@ >> pass as done_@]
        >> wait until $.shipping.date
        >> task notify_@ "sns:publish" {
            parameters: { TopicArn: "${topic}", Message: $.receipt, Subject: "order @" }
        }
    pass as clean_up_@ >> fail Unfulfilled "The orders of the day were not fulfilled."
}
`

// Program returns a well-formed program of at least size bytes, about fifteen lines a kilobyte, and the
// same one for the same size.
func Program(size int) string {
	return grow(func(text string) bool { return len(text) < size })
}

// ProgramOfLines returns a well-formed program of at least so many lines.
func ProgramOfLines(lines int) string {
	return grow(func(text string) bool { return strings.Count(text, "\n") < lines })
}

func grow(more func(string) bool) string {
	var text strings.Builder
	text.WriteString(head)
	for n := 1; more(text.String()); n++ {
		text.WriteString(strings.ReplaceAll(unit, "@", strconv.Itoa(n)))
	}
	return text.String()
}
