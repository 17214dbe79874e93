"""Customers, and messages to them."""

CUSTOMERS = {"C1": {"name": "Ada", "mail": "ada@example.com"}}


def find_customer(event, context):
    return {**event, "customer": CUSTOMERS[event["customer_id"]]}


def send_message(event, context):
    customer = event["customer"]
    print(f"to {customer['mail']}: {event['booked']} booked")
    return event
