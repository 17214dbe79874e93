"""Takes an order, charges for it and confirms it."""

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

logger = Logger(service="checkout")
metrics = Metrics(namespace="shop", service="checkout")


def take_order(event, context):
    metrics.add_metric(name="orders", unit=MetricUnit.Count, value=1)
    return {"order": event["order"], "card": event["card"], "amount": event["amount"]}


def charge(event, context):
    logger.info("charging", extra={"order": event["order"]})
    return {"order": event["order"], "charged": event["amount"]}


def confirm(event, context):
    return {"message": f"Order {event['order']} is paid."}
