"""Yesterday's sales, as a chart in the mail."""

from datetime import date, timedelta


def count_sales(event, context):
    day = date.today() - timedelta(days=1)
    return {"day": day.isoformat(), "sales": {"tea": 41, "coffee": 77}}


def draw_chart(event, context):
    rows = [f"{name:<10} {'#' * (number // 4)} {number}" for name, number in event["sales"].items()]
    return {"day": event["day"], "chart": "\n".join(rows)}


def mail_chart(event, context):
    print(f"Sales of {event['day']}\n{event['chart']}")
    return {"mailed": True}
