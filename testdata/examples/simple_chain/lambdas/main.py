"""Fetches a web page and takes the text out of it."""

from html.parser import HTMLParser
from urllib.request import urlopen


class TextParser(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_data(self, data):
        if data.strip():
            self.parts.append(data.strip())


def fetch_page(event, context):
    with urlopen(event["url"], timeout=15) as response:
        return {"url": event["url"], "html": response.read(100_000).decode("utf-8", "replace")}


def extract_text(event, context):
    parser = TextParser()
    parser.feed(event["html"])
    return {"url": event["url"], "text": " ".join(parser.parts)}
