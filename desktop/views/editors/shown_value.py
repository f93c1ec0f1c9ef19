"""An answer in words, for what cannot be typed into: calculated values, lists, pictures."""

from decimal import Decimal

from desktop.forms.answers import (
    Answer,
    Answered,
    AnswerValue,
    Attachment,
    Coding,
    Quantity,
    Reference,
)
from desktop.forms.questionnaire import Item
from desktop.forms.unit_words import unit_words
from desktop.messages import sentence
from desktop.views.editors.language_mode import LanguageMode, one_text


def value_text(item: Item, value: AnswerValue, mode: LanguageMode) -> str:
    """One value as the reader of ``mode`` would say it."""
    option = item.option_of(value) if item.options else None
    if option is not None:
        return one_text(option.label, mode)
    match value:
        case bool():
            return sentence("interview.yes" if value else "interview.no", mode.first)
        case Coding(code, _, display):
            return display or code
        case Quantity(amount, unit):
            return f"{amount:f} {unit}".strip()
        case Reference(reference, display):
            return display or reference
        case Attachment():
            return value.title
        case Decimal() | int():
            number = f"{value:f}" if isinstance(value, Decimal) else str(value)
            return f"{number} {one_text(unit_words(item), mode)}".strip()
        case _:
            return str(getattr(value, "text", value))


def answer_text(item: Item, answer: Answer, mode: LanguageMode) -> str:
    """All values of an answer, "" without one."""
    if not isinstance(answer, Answered):
        return ""
    return ", ".join(value_text(item, value, mode) for value in answer.values)
