def count_parcels(event, context):
    return {"parcels": len(event)}


def make_label(event, context):
    return {"label": str(event)}


def far_away(event, context):
    return event
