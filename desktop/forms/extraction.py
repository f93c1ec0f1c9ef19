"""What a completed response gives as records of its own: one transaction Bundle of everything."""

from collections.abc import Callable
from datetime import datetime

from desktop.forms.json_input import JsonObject
from desktop.forms.observations import observation_bundle
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.response_writing import JsonNode
from desktop.forms.template_extraction import template_entries


def extracted_bundle(
    form: Questionnaire, response: JsonObject, new_id: Callable[[], str], now: datetime
) -> JsonNode:
    """The Observations that the form asks for, then what its templates make.

    Raises KnownError for a template that cannot be filled: half of a record is none.
    """
    bundle = observation_bundle(form, response, new_id)
    entries = [*bundle.get("entry", []), *template_entries(form, response, new_id, now)]
    return bundle | {"entry": entries} if entries else bundle
