"""Makes a film ready for publishing."""


def split_film(event, context):
    scenes = [{"number": number, "seconds": 90} for number in range(event.get("scenes", 3))]
    return {"title": event["title"], "scenes": scenes}


def audio(event, context):
    return {"track": f"{event['title']}.aac"}


def text(event, context):
    return {"subtitles": f"{event['title']}.vtt"}


def merge(event, context):
    track, subtitles = event
    return {**track, **subtitles}


def scene(event, context):
    if event["seconds"] > 600:
        raise ValueError(f"scene {event['number']} is too long")
    return {"still": f"{event['number']:03}.jpg"}


def poster(event, context):
    return {"poster": f"{event['title']}.png"}


def publish(event, context):
    done = [part for part in event if not (isinstance(part, dict) and "Error" in part)]
    return {"published": len(done) == len(event), "parts": done}
