"""Reads the units of a number or quantity: one fixed unit, options, a value set, or free ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.forms import extensions as ext
from desktop.forms.answers import Coding
from desktop.forms.fhir_values import coding_in
from desktop.forms.json_input import JsonObject, an_object
from desktop.forms.value_sets import ValueSets

_OPEN = ("optionsOrString", "optionsOrType")


@dataclass(frozen=True, slots=True)
class Units:
    """``fixed`` beside a number; ``options`` to choose from; ``is_open`` takes other texts.

    ``supplement`` is a code system whose units may be given too; ``remote`` a value set that is
    not here. Source: SDC, http://hl7.org/fhir/uv/sdc/behavior.html (units of quantities).
    """

    fixed: Coding | None = None
    options: tuple[Coding, ...] = ()
    is_open: bool = False
    supplement: str | None = None
    remote: str | None = None


def read_units(raw: JsonObject, value_sets: ValueSets) -> Units:
    """The units of an item."""
    url = ext.extension_text(raw, ext.UNIT_VALUE_SET, "valueCanonical", "valueUri")
    listed = value_sets.options(url) if url else ()
    coded = tuple(one.value for one in listed or () if isinstance(one.value, Coding))
    supplement = _supplement(raw)
    kind = ext.extension_text(raw, ext.UNIT_OPEN, "valueCode")
    return Units(
        coding_in(an_object(ext.extension(raw, ext.UNIT), "valueCoding")),
        tuple(dict.fromkeys((*_options(raw), *coded, *_supplied(supplement, value_sets)))),
        kind in _OPEN,
        supplement,
        url if listed is None else None,
    )


def _supplement(raw: JsonObject) -> str | None:
    fields = ("valueCanonical", "valueUri", "valueCode")
    found = (ext.extension_text(raw, url, *fields) for url in ext.UNIT_SUPPLEMENTS)
    return next((url for url in found if url), None)


def _supplied(supplement: str | None, value_sets: ValueSets) -> tuple[Coding, ...]:
    """The units of a code system that is here; UCUM is a grammar and is asked when one is typed."""
    listed = value_sets.options_of_system(supplement) if supplement else None
    return tuple(one.value for one in listed or () if isinstance(one.value, Coding))


def _options(raw: JsonObject) -> Iterator[Coding]:
    for found in ext.extensions(raw, ext.UNIT_OPTION):
        unit = coding_in(an_object(found, "valueCoding"))
        if unit is not None:
            yield unit
