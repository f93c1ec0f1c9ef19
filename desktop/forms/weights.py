"""The score of an option or code, as FHIR's three extensions and code system properties say it."""

from decimal import Decimal

from desktop.forms.extensions import WEIGHTS, extension
from desktop.forms.json_input import JsonObject, a_text, objects

_PROPERTIES = frozenset({"itemWeight", "ordinalValue"})


def weight_on(*elements: JsonObject) -> Decimal | None:
    """The first itemWeight or ordinalValue on the elements.

    Source: http://hl7.org/fhir/extensions/StructureDefinition-itemWeight.html,
    http://hl7.org/fhir/R4/extension-ordinalvalue.html and the concept property itemWeight of
    http://hl7.org/fhir/concept-properties.
    """
    for element in elements:
        for source in (*(extension(element, url) for url in WEIGHTS), _property(element)):
            value = source.get("valueDecimal", source.get("valueInteger"))
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                return Decimal(value)
    return None


def _property(element: JsonObject) -> JsonObject:
    found = (one for one in objects(element, "property") if a_text(one, "code") in _PROPERTIES)
    return next(found, {})
