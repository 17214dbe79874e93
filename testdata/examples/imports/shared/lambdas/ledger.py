"""The ledger."""


def book(event, context):
    return {**event, "booked": event["amount"]}
