"""Which known instrument a form is, by its LOINC codes alone; never by its words."""

from collections.abc import Iterable, Iterator

from desktop.forms.json_input import JsonObject, a_text, objects
from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.known.registry import Registry
from desktop.forms.questionnaire import Item, Questionnaire, all_items

LOINC = "http://loinc.org"


def recognised(registry: Registry, form: Questionnaire) -> KnownInstrument | None:
    """The instrument that the codes name: that of the form itself, else of one group, else of
    its items. None where they name none or several.

    Source: FHIR R4 ``Questionnaire.code`` and ``Questionnaire.item.code``
    (http://hl7.org/fhir/R4/questionnaire-definitions.html).
    """
    own = _panels(registry, loinc_codes(form.source))
    if own:
        return _only(own)
    items = all_items(form.items)
    grouped = _panels(registry, (code for item in items for code in codes_of(item)))
    if grouped:
        return _only(grouped)
    return _only(
        found
        for item in items
        for code in codes_of(item)
        if (found := registry.coded(code)) is not None
    )


def codes_of(item: Item) -> tuple[str, ...]:
    """The LOINC codes of an item."""
    return tuple(loinc_codes(item.source))


def loinc_codes(element: JsonObject) -> Iterator[str]:
    """The LOINC codes that an element of a Questionnaire (JSON) carries."""
    for coding in objects(element, "code"):
        if a_text(coding, "system") == LOINC:
            yield a_text(coding, "code")


def _panels(registry: Registry, codes: Iterable[str]) -> list[KnownInstrument]:
    named = {one.codes.panel: one for one in registry.instruments if one.codes.panel}
    return [named[code] for code in codes if code in named]


def _only(found: Iterable[KnownInstrument]) -> KnownInstrument | None:
    named = {one.key: one for one in found}
    return next(iter(named.values())) if len(named) == 1 else None
