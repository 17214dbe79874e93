"""The classes of the generated packages, by the names that jsii knows them by."""

import importlib

classes = {}  # by jsii's name: "aws-cdk-lib.aws_lambda.Function"
packages = {}  # Python's package of an assembly


def named(name):
    """Decorates a class that jsii knows by that name."""

    def register(cls):
        cls.__jsii_type__ = name
        classes[name] = cls
        return cls

    return register


def find(name):
    """Returns the class of that name, whose module is imported where it is not yet; None where there is none."""
    if name not in classes:
        assembly, *path = name.split(".")
        if assembly not in packages:
            return None
        importlib.import_module(".".join([packages[assembly], *path[:-1]]))
    return classes.get(name)


def of(cls):
    """Returns jsii's name of a class, or of the nearest one that it inherits from: a program's own classes have none."""
    return next(c.__dict__["__jsii_type__"] for c in cls.__mro__ if "__jsii_type__" in c.__dict__)
