"""Answers in words for people who read a record: option labels, dates, reasons."""

from decimal import Decimal

from desktop.forms.answers import (
    Answer,
    Answered,
    AnswerValue,
    Attachment,
    Coding,
    NoAnswer,
    PartialDate,
    PartialDateTime,
    Quantity,
    Reference,
    TimeOfDay,
)
from desktop.forms.questionnaire import Item, LocalText
from desktop.forms.session import ItemState
from desktop.forms.unit_words import unit_words
from desktop.messages import LANGUAGES, sentence


def answer_words(item: Item, answer: Answer) -> LocalText:
    """The answer, or the reason for none, in every language; "Not answered" when there is none."""
    if isinstance(answer, Answered):
        return _joined([_value_words(item, value) for value in answer.values])
    if isinstance(answer, NoAnswer):
        return message_words(f"no-answer.{answer.reason.value}")
    return message_words("no-answer.not-answered")


def state_words(state: ItemState) -> LocalText:
    """The answer of an item now; a calculated yes or no that lacks inputs is not answered."""
    if state.is_unknown:
        return message_words("no-answer.not-answered")
    return answer_words(state.item, state.answer)


def message_words(message_id: str) -> LocalText:
    """A message of the catalogues as a text in every language."""
    base, *others = LANGUAGES
    return LocalText(sentence(message_id, base), {one: sentence(message_id, one) for one in others})


def _joined(texts: list[LocalText]) -> LocalText:
    base, *others = LANGUAGES
    return LocalText(
        ", ".join(text.in_language(base) for text in texts),
        {one: ", ".join(text.in_language(one) for text in texts) for one in others},
    )


def _value_words(item: Item, value: AnswerValue) -> LocalText:
    option = item.option_of(value)
    if option is not None:
        return option.label
    match value:
        case bool():
            return message_words("answer.yes" if value else "answer.no")
        case Coding():
            return LocalText(value.display or value.code)
        case Quantity():
            amount, unit = f"{value.value:f}", value.unit or value.code
            return LocalText(f"{amount} {unit}") if unit else _amount(amount, item)
        case PartialDate() | PartialDateTime() | TimeOfDay():
            return LocalText(value.text)
        case Reference():
            return LocalText(value.display or value.reference)
        case Attachment():
            return LocalText(value.title or value.content_type)
        case int() | Decimal():
            return _amount(f"{value:f}" if isinstance(value, Decimal) else str(value), item)
        case str():
            return LocalText(value)


def _amount(number: str, item: Item) -> LocalText:
    """A number with the unit of its question."""
    unit = unit_words(item)
    others = {one: f"{number} {words}".strip() for one, words in unit.translations.items()}
    return LocalText(f"{number} {unit.base}".strip(), others)
