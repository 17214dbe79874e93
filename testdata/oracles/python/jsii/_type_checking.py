"""Checks of arguments' types, which python -O leaves out."""


def cached_type_hints(stub):
    raise RuntimeError("run this with python -O")


check_type = cached_type_hints
