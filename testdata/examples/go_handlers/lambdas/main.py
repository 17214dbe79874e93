"""Indexes the pictures that were resized."""


def index(event, context):
    sizes = [picture for picture in event if "Error" not in picture]
    return {"pictures": {picture["key"]: [picture["width"], picture["height"]] for picture in sizes}}
