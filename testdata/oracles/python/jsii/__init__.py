"""A client of jsii's kernel, as much of it as programs need that build an app of constructs and synthesize it. The packages
that jsii-pacmak generates call it by the names below, which are therefore not ours; overriding methods is left out."""

import abc
import os
import sys

from . import python, types
from .kernel import JavaScriptError, Kernel
from .values import Struct, pack, unpack

Number = float
_kernel = Kernel()


class JSIIAssembly:
    @classmethod
    def load(cls, name, version, module, tarball):
        types.packages[name] = module
        folder = os.path.dirname(sys.modules[f"{module}._jsii"].__file__)
        _kernel.ask("load", name=name, version=version, tarball=os.path.join(folder, tarball))
        return cls()


class JSIIMeta(type):
    def __new__(meta, name, bases, attributes, *, jsii_type=None):
        cls = super().__new__(meta, name, bases, attributes)
        return types.named(jsii_type)(cls) if jsii_type else cls

    def __init__(cls, name, bases, attributes, *, jsii_type=None):
        super().__init__(name, bases, attributes)


class JSIIAbstractClass(abc.ABCMeta, JSIIMeta):
    pass


def member(*, jsii_name):
    return lambda function: function


def implements(*interfaces):
    return lambda cls: cls


def enum(*, jsii_type):
    return types.named(jsii_type)


def interface(*, jsii_type):
    return types.named(jsii_type)


def data_type(*, jsii_type, jsii_struct_bases, name_mapping):
    def mark(cls):
        cls.__jsii_struct__ = Struct(jsii_type, name_mapping)
        return cls

    return mark


def proxy_for(cls):
    return cls.__jsii_proxy_class__()


def create(cls, instance, arguments):
    made = _kernel.ask("create", fqn=types.of(cls), args=pack(arguments), overrides=[], interfaces=[])
    instance.__jsii_ref__ = made["$jsii.byref"]


def get(instance, name):
    return unpack(_kernel.ask("get", objref=pack(instance), property=name).get("value"))


def set(instance, name, value):
    _kernel.ask("set", objref=pack(instance), property=name, value=pack(value))


def invoke(instance, name, arguments=()):
    return unpack(_kernel.ask("invoke", objref=pack(instance), method=name, args=pack(arguments)).get("result"))


def sget(cls, name):
    return unpack(_kernel.ask("sget", fqn=types.of(cls), property=name).get("value"))


def sset(cls, name, value):
    _kernel.ask("sset", fqn=types.of(cls), property=name, value=pack(value))


def sinvoke(cls, name, arguments=()):
    return unpack(_kernel.ask("sinvoke", fqn=types.of(cls), method=name, args=pack(arguments)).get("result"))
