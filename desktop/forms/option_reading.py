"""Reads the answerOption list of an item, with weights, prefixes and pictures."""

from desktop.forms.answers import AnswerValue, Coding
from desktop.forms.extensions import (
    ITEM_ANSWER_MEDIA,
    OPTION_EXCLUSIVE,
    OPTION_PREFIX,
    extension,
)
from desktop.forms.fhir_values import value_in
from desktop.forms.json_input import JsonObject, a_flag, an_object, objects
from desktop.forms.local_texts import local_text
from desktop.forms.presentation_reading import media_on, styling_of
from desktop.forms.questionnaire import AnswerOption, LocalText
from desktop.forms.weights import weight_on
from desktop.forms.wording import Styling


def answer_options(item: JsonObject) -> tuple[AnswerOption, ...]:
    """The answerOption list of an item, or the ``option`` list of FHIR before R4."""
    listed = objects(item, "answerOption") or objects(item, "option")
    found = (_answer_option(option) for option in listed)
    return tuple(option for option in found if option is not None)


def _answer_option(option: JsonObject) -> AnswerOption | None:
    value = value_in(option)
    if value is None:
        return None
    coding = an_object(option, "valueCoding")
    prefix = extension(option, OPTION_PREFIX) or extension(coding, OPTION_PREFIX)
    return AnswerOption(
        value,
        _label(value, coding, option),
        local_text(prefix, "valueString"),
        weight_on(option, coding),
        extension(option, OPTION_EXCLUSIVE).get("valueBoolean") is True,
        a_flag(option, "initialSelected"),
        _option_styling(coding, option),
        media_on(option, ITEM_ANSWER_MEDIA),
    )


def _option_styling(coding: JsonObject, option: JsonObject) -> Styling:
    return styling_of(coding, "display") or styling_of(option, "valueString")


def _label(value: AnswerValue, coding: JsonObject, option: JsonObject) -> LocalText:
    if isinstance(value, Coding):
        return local_text(coding, "display") if value.display else LocalText(value.code)
    if isinstance(value, str):
        return local_text(option, "valueString")
    return LocalText(str(getattr(value, "text", value)))
