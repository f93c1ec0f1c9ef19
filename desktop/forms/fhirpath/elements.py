"""FHIR elements as FHIRPath sees them: JSON with its type, primitives with their extensions.

A collection holds ``Element`` (a JSON object), ``Primitive`` (a value read from JSON) and plain
System values (bool, int, Decimal, str, Temporal, QuantityValue) that an expression made itself.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from desktop.forms.fhirpath import model
from desktop.forms.fhirpath.temporal import parse_temporal

Items = list[object]
"""A FHIRPath collection."""

Json = Mapping[str, object]
"""A JSON object; those inside another are dicts, as JSON is read."""


class WeightedNode(dict[str, object]):
    """A JSON object that knows the weight of the option it stands for; equal as plain JSON."""

    __slots__ = ("weight",)

    def __init__(self, content: Json, weight: Decimal) -> None:
        super().__init__(content)
        self.weight = weight


class Element:
    """A JSON object and its FHIR type (a path such as "Patient.contact" for an inner one)."""

    __slots__ = ("json", "type_name")

    def __init__(self, json: Json, type_name: str) -> None:
        self.json = json
        self.type_name = type_name


class Primitive:
    """A primitive element: ``value`` is None where only extensions stand.

    ``more`` is its id and extensions; ``chosen``: it stands in a choice such as value[x].
    """

    __slots__ = ("chosen", "more", "type_name", "value")

    def __init__(
        self, value: object, type_name: str, more: Json | None = None, chosen: bool = False
    ) -> None:
        self.value = value
        self.type_name = type_name
        self.more = more
        self.chosen = chosen


def wrapped(items: Iterable[object]) -> Items:
    """Values from outside as elements: a JSON object becomes one of the type it shows."""
    return [
        Element(item, type_shown(item)) if isinstance(item, Mapping) else item for item in items
    ]


def type_shown(json: Json) -> str:
    """The type of a JSON object that stands alone, as far as it says so itself."""
    resource = json.get("resourceType")
    if isinstance(resource, str):
        return resource
    if "linkId" in json:
        return "Questionnaire.item" if "type" in json else "QuestionnaireResponse.item"
    return model.UNKNOWN


def plain(items: Iterable[object]) -> Items:
    """Elements as what they hold: JSON objects and values; an absent value is left out."""
    found: Items = []
    for item in items:
        if isinstance(item, Element):
            found.append(item.json)
        elif not isinstance(item, Primitive):
            found.append(item)
        elif item.value is not None:
            found.append(item.value)
    return found


def unwrapped(item: object) -> object:
    """The value of a primitive element; anything else as it is."""
    return item.value if isinstance(item, Primitive) else item


def read_member(item: object, name: str, found: Items) -> None:
    """Adds ``item.name`` to ``found``; ``name`` may be the stem of a choice such as value[x]."""
    if isinstance(item, Element):
        json = item.json
        known = model.element_of(item.type_name, name)
        if known is not None and known.choices is None:
            if name in json or "_" + name in json:
                _add(json, name, known.type_name, known.chosen, found)
        elif name in json:
            type_name = _type_by_name(name)
            _add(json, name, type_name, bool(type_name), found)
        elif known is not None or not model.is_described(item.type_name):
            _read_choice(json, name, found)
        elif _is_name_of(item.type_name, name):
            found.append(item)
    elif isinstance(item, Primitive) and item.more is not None and name in item.more:
        _add(item.more, name, "Extension" if name == "extension" else "string", False, found)


def _type_by_name(name: str) -> str:
    return model.any_choice().get(name[5:], model.UNKNOWN) if name.startswith("value") else ""


def _read_choice(json: Json, name: str, found: Items) -> None:
    length = len(name)
    for key in json:
        bare = key.removeprefix("_")
        if bare.startswith(name) and (chosen := model.any_choice().get(bare[length:])):
            _add(json, bare, chosen, True, found)
            return
    if json.get("resourceType") == name:
        found.append(Element(json, name))


def _is_name_of(type_name: str, name: str) -> bool:
    return name in model.ancestors(type_name) and "Resource" in model.ancestors(type_name)


def _add(json: Json, key: str, type_name: str, chosen: bool, found: Items) -> None:
    content, more = json.get(key), json.get("_" + key)
    if isinstance(content, dict):
        found.append(Element(content, _own_type(content, type_name)))
    elif not isinstance(content, list) and not isinstance(more, list):
        _add_primitive(content, more, type_name, chosen, found)
    else:
        _add_list(content, more, type_name, found)


def _add_list(content: object, more: object, type_name: str, found: Items) -> None:
    values = content if isinstance(content, list) else []
    extras = more if isinstance(more, list) else []
    for at in range(max(len(values), len(extras))):
        value = values[at] if at < len(values) else None
        if isinstance(value, dict):
            found.append(Element(value, _own_type(value, type_name)))
        else:
            extra = extras[at] if at < len(extras) else None
            _add_primitive(value, extra, type_name, False, found)


def _add_primitive(value: object, more: object, type_name: str, chosen: bool, found: Items) -> None:
    extra = more if isinstance(more, dict) else None
    if value is None and extra is None:
        return
    if not type_name and extra is None:
        found.append(value)
        return
    kind = model.TEMPORAL_KINDS.get(type_name)
    if kind is not None and isinstance(value, str):
        value = parse_temporal(kind, value) or value
    found.append(Primitive(value, type_name, extra, chosen))


def _own_type(json: Json, type_name: str) -> str:
    if type_name in ("Resource", model.UNKNOWN):
        shown = type_shown(json)
        return shown or type_name
    return type_name


def child_elements(item: object) -> Items:
    """All direct children of an element, in the order of its JSON."""
    json = item.json if isinstance(item, Element) else None
    if isinstance(item, Primitive):
        json = item.more
    found: Items = []
    for key in json or ():
        if key == "resourceType" or (key[:1] == "_" and json is not None and key[1:] in json):
            continue
        read_member(item, key.removeprefix("_"), found)
    return found
