"""Values on their way to the kernel and back."""

import enum

from . import types


class Struct:
    """Marks the classes whose objects go over by value; names has their fields by the attributes' names."""

    def __init__(self, name, names):
        self.name, self.names = name, names


def pack(value):
    if hasattr(value, "__jsii_ref__"):
        return {"$jsii.byref": value.__jsii_ref__}
    struct = getattr(type(value), "__jsii_struct__", None)
    if struct:
        fields = {struct.names[k]: pack(v) for k, v in value._values.items() if v is not None}
        return {"$jsii.struct": {"fqn": struct.name, "data": fields}}
    if isinstance(value, enum.Enum):
        return {"$jsii.enum": f"{types.of(type(value))}/{value.name}"}
    if isinstance(value, dict):
        return {"$jsii.map": {k: pack(v) for k, v in value.items()}}
    if isinstance(value, (list, tuple)):
        return [pack(v) for v in value]
    return value


def unpack(value):
    if isinstance(value, list):
        return [unpack(v) for v in value]
    if not isinstance(value, dict):
        return value
    if "$jsii.byref" in value:
        return _object(value["$jsii.byref"], value.get("$jsii.interfaces", []))
    if "$jsii.enum" in value:
        name, _, member = value["$jsii.enum"].rpartition("/")
        return types.find(name)[member]
    if "$jsii.map" in value:
        value = value["$jsii.map"]
    return {k: unpack(v) for k, v in value.items()}


def _object(reference, interfaces):
    """Makes the object that stands for one of the kernel's: of its class as far as that is public, and of the interfaces
    that it has besides."""
    faces = []
    for name in [reference.rpartition("@")[0], *interfaces]:
        cls = types.find(name)
        if cls is not None:
            proxy = cls.__dict__.get("__jsii_proxy_class__")  # its own, not one that it inherits
            face = object.__new__(proxy() if proxy else cls)
            face.__jsii_ref__ = reference
            faces.append(face)
    return faces[0] if len(faces) == 1 else Faces(reference, faces)


class Faces:
    """An object with all that its class and its interfaces have."""

    def __init__(self, reference, faces):
        self.__jsii_ref__ = reference
        self.__faces = faces

    def __getattr__(self, name):
        for face in self.__faces:
            if hasattr(type(face), name):
                return getattr(face, name)
        raise AttributeError(f"{self.__jsii_ref__} has no attribute {name}")
