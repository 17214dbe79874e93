"""Handlers that the workflows of this folder name; none is ever run."""


def ask(event, context):
    return event


def asked(event, context):
    return event


def bill(event, context):
    return event


def book(event, context):
    return event


def called_back(event, context):
    return event


def charge(event, context):
    return event


def clean(event, context):
    return event


def count(event, context):
    return event


def hold(event, context):
    return event


def import_row(event, context):
    return event


def keep(event, context):
    return event


def later(event, context):
    return event


def look(event, context):
    return event


def mail(event, context):
    return event


def notify(event, context):
    return event


def pack(event, context):
    return event


def plain(event, context):
    return event


def price(event, context):
    return event


def receipt(event, context):
    return event


def refund(event, context):
    return event


def report(event, context):
    return event


def ship(event, context):
    return event


def stock(event, context):
    return event


def store(event, context):
    return event


def submit(event, context):
    return event


def sum_up(event, context):
    return event


def tagged(event, context):
    return event


def tested(event, context):
    return event


def total(event, context):
    return event


def weigh(event, context):
    return event
