"""Four small steps: read a temperature, convert it, store it, chart it."""


def x(event, context):
    return {"sensor": event.get("sensor", "roof"), "celsius": 21.5}


def y(event, context):
    return {**event, "fahrenheit": event["celsius"] * 9 / 5 + 32}


def z(event, context):
    print(f"storing {event['sensor']}")
    return {"stored": event["sensor"]}


def g(event, context):
    if event["fahrenheit"] > 200:
        raise ValueError("off the chart")
    return {"bar": "#" * round(event["fahrenheit"] / 10)}
