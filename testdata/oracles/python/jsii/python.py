"""What the generated packages use of the language itself."""


class classproperty:
    """A property of a class: Runtime.PYTHON_3_13."""

    def __init__(self, getter):
        self.getter = getter

    def __get__(self, instance, owner):
        return self.getter(owner)
