"""The FHIR R4 types: which elements a type has, of which type, and what it inherits from.

The table is resources/fhir/r4-types.txt (made from the R4 definitions); it is read when a type is
first asked for, and each type is unpacked when it is first used.
"""

from dataclasses import dataclass
from functools import cache

from desktop.resource_files import resources_dir

UNKNOWN = ""
"""The type of an element that the table does not describe."""

SYSTEM_TYPES = frozenset(
    {"Boolean", "String", "Integer", "Decimal", "Date", "DateTime", "Time", "Quantity"}
)
TEMPORAL_KINDS = {"date": "date", "dateTime": "dateTime", "instant": "dateTime", "time": "time"}
"""FHIR types that are dates or times, and which kind of Temporal each is."""


@dataclass(frozen=True, slots=True)
class ElementType:
    """``choices`` maps a suffix such as "Quantity" to its type where the element is a choice.

    ``chosen``: the name spells such a choice out ("valueQuantity").
    """

    type_name: str
    choices: dict[str, str] | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class TypeDefinition:
    """A type, its parent ("" at the top) and its own elements; none listed means not described."""

    name: str
    parent: str
    elements: dict[str, ElementType]


@cache
def _lines() -> dict[str, str]:
    text = (resources_dir() / "fhir" / "r4-types.txt").read_text("utf-8")
    pairs = (line.partition(":") for line in text.splitlines() if line[:1] != "#")
    return {name: rest for name, _, rest in pairs}


@cache
def definition(type_name: str) -> TypeDefinition | None:
    """The definition of a FHIR type or of a path such as "Patient.contact"; None if unknown."""
    line = _lines().get(type_name)
    if line is None:
        return None
    parent, *elements = line.rstrip(";").split(";")
    return TypeDefinition(type_name, parent, dict(map(_element, elements)))


def _element(text: str) -> tuple[str, ElementType]:
    name, _, types = text.partition(" ")
    if not name.endswith("[x]"):
        return name, ElementType(types.removeprefix("@"))
    choices = {one[:1].upper() + one[1:]: one for one in types.split("|")}
    return name[:-3], ElementType(UNKNOWN, choices)


@cache
def ancestors(type_name: str) -> tuple[str, ...]:
    """The type itself and everything it inherits from, nearest first."""
    found = definition(type_name)
    if found is None:
        return (type_name,)
    return (type_name, *(ancestors(found.parent) if found.parent else ()))


def is_known(type_name: str) -> bool:
    """Whether R4 has a type of this name."""
    return type_name in _lines()


def is_primitive(type_name: str) -> bool:
    """Whether a type is a FHIR primitive: its name starts small."""
    return type_name[:1].islower()


def is_described(type_name: str) -> bool:
    """Whether the elements of a type are all in the table."""
    found = definition(type_name)
    return found is not None and (bool(found.elements) or _described_by_parent(found))


def _described_by_parent(found: TypeDefinition) -> bool:
    return found.parent not in ("", "DomainResource", "Resource") and is_described(found.parent)


@cache
def element_of(type_name: str, name: str) -> ElementType | None:
    """The element ``name`` of a type or of what it inherits from; None where it has none.

    ``name`` may also spell a choice out, such as "valueQuantity".
    """
    for one in ancestors(type_name):
        found = definition(one)
        if found is None:
            break
        if name in found.elements:
            return found.elements[name]
        for stem, element in found.elements.items():
            if element.choices and name.startswith(stem) and name[len(stem) :] in element.choices:
                return ElementType(element.choices[name[len(stem) :]], chosen=True)
    return None


@cache
def any_choice() -> dict[str, str]:
    """Every suffix that a choice element can have, with its type: those of Extension.value[x]."""
    value = element_of("Extension", "value")
    return dict(value.choices or {}) if value is not None else {}


@cache
def element_names(type_name: str) -> frozenset[str]:
    """The JSON names that an object of this type may have, choices spelled out."""
    names: set[str] = set()
    for one in ancestors(type_name):
        found = definition(one)
        for name, element in (found.elements if found else {}).items():
            names |= {name + suffix for suffix in element.choices} if element.choices else {name}
    return frozenset(names)
