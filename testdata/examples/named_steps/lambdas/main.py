"""Stores a recording in two forms, measuring before and after."""

import gzip


def measure(event, context):
    parts = event if isinstance(event, list) else [event]
    return {"parts": parts, "size": sum(len(str(part)) for part in parts)}


def compress(event, context):
    packed = gzip.compress(str(event["parts"]).encode())
    return {"form": "gzip", "bytes": len(packed), "was": event["size"]}


def transcribe(event, context):
    return {"form": "text", "bytes": 120, "was": event["size"]}


def store(event, context):
    print(f"storing {event['bytes']} bytes of {event['form']}")
    return event


def compare(event, context):
    kept = [part for part in event["parts"] if "Error" not in part]
    return {"saved": sum(part["was"] - part["bytes"] for part in kept)}
