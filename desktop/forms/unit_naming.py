"""A unit that somebody typed: one of the form, a code of UCUM where it takes those, or words."""

from desktop.forms.answers import Coding
from desktop.forms.fhirpath.ucum import unit_of
from desktop.forms.questionnaire import Item

UCUM = "http://unitsofmeasure.org"


def named_unit(item: Item, text: str) -> Coding:
    """``text`` as a unit of ``item``.

    Source: SDC ``unitSupplementalSystem``: further units come from that code system. UCUM cannot
    be listed: what its grammar reads is a code of it. Anything else keeps its words.
    """
    typed = text.strip()
    for unit in item.unit_options:
        if typed in (unit.code, unit.display):
            return unit
    takes_ucum = item.unit_supplement == UCUM
    if takes_ucum and not typed.isdecimal() and unit_of(typed) is not None:
        return Coding(typed, UCUM, typed)
    return Coding("", "", typed)


def lacks_units(item: Item) -> bool:
    """Whether the form names a code system of units that is not here."""
    named = item.unit_supplement
    is_listed = any(unit.system == named for unit in item.unit_options)
    return named is not None and named != UCUM and not is_listed
