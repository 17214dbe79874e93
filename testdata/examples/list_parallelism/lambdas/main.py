"""Decides on an application for a loan."""

ACCOUNTS = {"ada": [1200, 80], "grace": [40]}
SCORES = {"ada": 710, "grace": 655}


def read_application(event, context):
    return {"person": event["person"].lower(), "amount": int(event["amount"])}


def find_accounts(event, context):
    return {"balances": ACCOUNTS.get(event["person"], [])}


def sum_balances(event, context):
    return {"balance": sum(event["balances"])}


def credit_score(event, context):
    return {"score": SCORES[event["person"]]}


def check_identity(event, context):
    return {"known": event["person"] in ACCOUNTS, "amount": event["amount"]}


def decide(event, context):
    money, credit, identity = event
    granted = identity["known"] and credit["score"] > 700 and money["balance"] > identity["amount"] / 10
    return {"granted": granted}
