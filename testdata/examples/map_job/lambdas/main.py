"""Makes an album of the photos in a folder."""


def list_photos(event, context):
    folder = event["folder"]
    return {"photos": [{"key": f"{folder}/{name}.jpg"} for name in ("beach", "harbour", "hills")]}


def read_exif(event, context):
    return {**event, "width": 4000, "height": 3000}


def thumbnail(event, context):
    if not event["width"]:
        raise ValueError(f"{event['key']} is not a photo")
    return {"key": event["key"].replace(".jpg", "_small.jpg"), "width": 200}


def make_album(event, context):
    return {"pages": [photo["key"] for photo in event]}
