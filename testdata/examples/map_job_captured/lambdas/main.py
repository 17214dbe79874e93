"""Makes an album of those photos in a folder that can be read."""


def list_photos(event, context):
    folder = event["folder"]
    return {"photos": [{"key": f"{folder}/{name}"} for name in ("beach.jpg", "notes.txt", "hills.jpg")]}


def read_exif(event, context):
    if not event["key"].endswith(".jpg"):
        raise ValueError(f"{event['key']} is not a photo")
    return {**event, "width": 4000, "height": 3000}


def thumbnail(event, context):
    return {"key": event["key"].replace(".jpg", "_small.jpg"), "width": 200}


def make_album(event, context):
    photos = [photo for photo in event if "Error" not in photo]
    return {"pages": [photo["key"] for photo in photos], "left_out": len(event) - len(photos)}
