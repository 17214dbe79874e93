"""Books an invoice once its supplier and its total are known."""

BLOCKED = {"S-13"}


def read_invoice(event, context):
    return {
        "supplier": event.get("supplier", "S-7"),
        "lines": [{"amount": 12.5}, {"amount": 99.0}],
    }


def find_supplier(event, context):
    return {"supplier": event["supplier"], "blocked": event["supplier"] in BLOCKED}


def check_supplier(event, context):
    if event["blocked"]:
        raise PermissionError(f"supplier {event['supplier']} is blocked")
    return event


def add_up(event, context):
    return {"total": sum(line["amount"] for line in event["lines"])}


def book(event, context):
    supplier, total = event
    return {"supplier": supplier["supplier"], "booked": total["total"]}
