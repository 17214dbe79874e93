"""Reminders of unpaid bills."""


def find_unpaid(event, context):
    return [{"bill": "B-104", "days": 16}, {"bill": "B-117", "days": 3}]


def remind(event, context):
    tone = "kindly" if event["days"] < 14 else "firmly"
    return {"bill": event["bill"], "reminded": tone}
