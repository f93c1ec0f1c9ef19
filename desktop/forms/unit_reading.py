"""Reads the units of a number or quantity: one fixed unit, options, a value set, or free ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.forms import extensions as ext
from desktop.forms.answers import Coding
from desktop.forms.fhir_values import coding_in
from desktop.forms.json_input import JsonObject, an_object
from desktop.forms.value_sets import ValueSets


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
    kind = ext.extension_text(raw, ext.UNIT_OPEN, "valueCode")
    return Units(
        coding_in(an_object(ext.extension(raw, ext.UNIT), "valueCoding")),
        (*_options(raw), *coded),
        kind in ("optionsOrString", "optionsOrType"),
        ext.extension_text(raw, ext.UNIT_SUPPLEMENT, "valueCanonical", "valueUri", "valueCode")
        or None,
        url if listed is None else None,
    )


def _options(raw: JsonObject) -> Iterator[Coding]:
    for found in ext.extensions(raw, ext.UNIT_OPTION):
        unit = coding_in(an_object(found, "valueCoding"))
        if unit is not None:
            yield unit
