"""The value of an Observation for an answer: R4 has fewer kinds there than a response has.

Source: http://hl7.org/fhir/R4/observation.html (value[x]); a code becomes a CodeableConcept, a
date a dateTime, a decimal a Quantity (https://hl7.org/fhir/uv/sdc/extraction.html).
"""

from desktop.forms import extensions as ext
from desktop.forms.json_input import JsonObject, a_text, an_object
from desktop.forms.response_writing import JsonNode

_AS_IT_IS = (
    "valueBoolean",
    "valueInteger",
    "valueTime",
    "valueDateTime",
    "valueQuantity",
    "valueString",
)
_CHOICES = ("choice", "open-choice", "coding")


def value_of(answer: JsonObject, source: JsonObject) -> JsonNode:
    """``{"value...": ...}`` of one answer to the question ``source``; empty for a file, a
    reference, and an answer that only holds questions."""
    if coding := an_object(answer, "valueCoding"):
        return {"valueCodeableConcept": {"coding": [coding]}}
    if a_text(source, "type") in _CHOICES and (words := a_text(answer, "valueString")):
        return {"valueCodeableConcept": {"text": words}}
    unit = an_object(ext.extension(source, ext.UNIT), "valueCoding")
    number = answer.get("valueDecimal", answer.get("valueInteger") if unit else None)
    if number is not None:
        return {"valueQuantity": {"value": number} | _unit(unit)}
    if date := a_text(answer, "valueDate"):
        return {"valueDateTime": date}
    if address := a_text(answer, "valueUri"):
        return {"valueString": address}
    return {name: answer[name] for name in _AS_IT_IS if name in answer}


def _unit(coding: JsonObject) -> JsonNode:
    """A coded unit as a Quantity names it."""
    words = a_text(coding, "display") or a_text(coding, "code")
    named = {"unit": words, "system": a_text(coding, "system"), "code": a_text(coding, "code")}
    return {name: value for name, value in named.items() if value}
