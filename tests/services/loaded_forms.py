"""Invented forms of other makers, as an administrator would load them."""

import json
from typing import Any

from desktop.forms.questionnaire import InstrumentRef
from desktop.services.import_form import import_form
from desktop.services.make_form_current import make_form_current
from tests.services.bench import ADMIN, Bench

URL = "https://forms.example/sleep"
NAME = "sleep.json"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
CALCULATED = SDC + "sdc-questionnaire-calculatedExpression"
LAUNCH = SDC + "sdc-questionnaire-launchContext"

Json = dict[str, Any]


def sleep_form(version: str = "1.0.0", **changed: Any) -> Json:
    """A short form about sleep; Any because it is JSON."""
    return {
        "resourceType": "Questionnaire",
        "url": URL,
        "version": version,
        "title": "Sleep diary",
        "status": "active",
        "item": [
            {
                "linkId": "night",
                "type": "group",
                "text": "Last night",
                "item": [
                    {
                        "linkId": "slept",
                        "type": "choice",
                        "text": f"Did you sleep? ({version})",
                        "required": True,
                        "answerOption": [
                            {"valueCoding": {"code": "yes", "display": "Yes"}},
                            {"valueCoding": {"code": "no", "display": "No"}},
                        ],
                    },
                    {"linkId": "hours", "type": "integer", "text": "How many hours?"},
                ],
            }
        ],
        **changed,
    }


def with_expression(expression: str) -> Json:
    """The form with a calculated question."""
    form = sleep_form()
    calculated = {
        "linkId": "sum",
        "type": "integer",
        "text": "Computed",
        "extension": [
            {
                "url": CALCULATED,
                "valueExpression": {"language": "text/fhirpath", "expression": expression},
            }
        ],
    }
    form["item"][0]["item"].append(calculated)
    return form


def data_of(form: Json) -> bytes:
    """The bytes of its file."""
    return json.dumps(form).encode()


def offer(bench: Bench, form: Json | None = None) -> InstrumentRef:
    """Load a form and make it current."""
    admin = bench.work_as(ADMIN)
    card = import_form(admin, NAME, data_of(form or sleep_form()), "Pat Example, library")
    make_form_current(admin, card.form.content_hash)
    return card.form.ref
