"""Invented forms in the shape of known instruments: their codes and points, none of their words."""

import json
from typing import Any

from desktop.forms.questionnaire import Questionnaire
from desktop.forms.reading import read_questionnaire

ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
LOINC = "http://loinc.org"
SUM = "%resource.item.answer.value.ordinal().sum()"

Json = dict[str, Any]


def weighed(link_id: str, points: tuple[int, ...] = (0, 1, 2, 3), code: str = "") -> Json:
    """A question whose answers have points."""
    item: Json = {
        "linkId": link_id,
        "type": "choice",
        "text": f"Invented question {link_id}",
        "required": True,
        "answerOption": [
            {
                "valueCoding": {"code": f"a{one}", "display": f"Answer {one}"},
                "extension": [{"url": ORDINAL, "valueDecimal": one}],
            }
            for one in points
        ],
    }
    return item | ({"code": [{"system": LOINC, "code": code}]} if code else {})


def yes_no(link_id: str) -> Json:
    """A yes or no."""
    return {"linkId": link_id, "type": "boolean", "text": f"Invented question {link_id}"}


def total(expression: str = SUM) -> Json:
    """A total that the form works out by itself."""
    rule = {"language": "text/fhirpath", "expression": expression}
    return {
        "linkId": "total",
        "type": "integer",
        "text": "Total",
        "readOnly": True,
        "extension": [{"url": CALCULATED, "valueExpression": rule}],
    }


def form_of(*items: Json, code: str = "", **changed: Any) -> Json:
    """A form with these items; ``code`` is a LOINC code of the form itself."""
    form: Json = {
        "resourceType": "Questionnaire",
        "url": "https://forms.example/check",
        "version": "1.0.0",
        "title": "Invented check",
        "status": "active",
        "item": list(items),
    }
    return form | ({"code": [{"system": LOINC, "code": code}]} if code else {}) | changed


def nine(*more: Json, code: str = "44249-1") -> Json:
    """Nine questions of 0 to 3 points, and more."""
    return form_of(*(weighed(f"q{at}") for at in range(1, 10)), *more, code=code)


def read(form: Json) -> Questionnaire:
    """As the app reads it."""
    return read_questionnaire(json.dumps(form).encode(), "invented.json")
