"""The eight functions of the hello_orkestra workflow."""

import random
import uuid

from aws_lambda_powertools import Logger

logger = Logger(service="hello_orkestra")

NAMES = ("teapot", "lantern", "umbrella", "compass")


def generate_item(event, context):
    return {"id": str(uuid.uuid4()), "name": random.choice(NAMES)}


def add_price(event, context):
    return {**event, "price": round(random.uniform(1, 100), 2)}


def copy_item(event, context):
    return [event] * 10


def double_price(event, context):
    return {**event, "price": event["price"] * 2}


def do_nothing(event, context):
    return None


def assert_false(event, context):
    assert False, "this step always fails"


def say_hello(event, context):
    logger.info("hello")
    return "hello"


def say_goodbye(event, context):
    logger.info("goodbye")
    return "goodbye"
