"""Stores what is new in a feed."""

import feedparser


def read_feed(event, context):
    feed = feedparser.parse(event["url"])
    return {"entries": [{"id": entry.id, "title": entry.title} for entry in feed.entries]}


def store_news(event, context):
    for entry in event["entries"]:
        print(f"storing {entry['id']}")
    return {"stored": len(event["entries"])}


def tidy_up(event, context):
    return event
