"""Counts words."""

from collections import Counter


def count(event, context):
    words = Counter(event["text"].lower().split())
    return {"url": event["url"], "words": dict(words.most_common(20))}
