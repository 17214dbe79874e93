"""Stands in for the package of this name: the generated packages want a Protocol of it, whose list of attributes they edit."""


class _WithAttributes(type):
    __protocol_attrs__ = frozenset()


class Protocol(metaclass=_WithAttributes):
    pass
