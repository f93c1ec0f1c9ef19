"""The safety plan's answers in the person's words; reasons for no answer never become words."""

from datetime import date
from decimal import Decimal

from desktop.errors import BugError
from desktop.forms.answers import Answer, AnswerValue, Coding, PartialDate, answer_values
from desktop.messages import sentence
from desktop.packets.paper_words import long_date, paragraphs

_WHOLE_DATE = len("2000-01-01")


def plan_answers(
    lines: tuple[tuple[str, str | Answer], ...], language: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Question and paragraphs of the answer, questions without an answer left out."""
    answers = ((question, _paragraphs(answer, language)) for question, answer in lines)
    return tuple((" ".join(paragraphs(question)), words) for question, words in answers if words)


def _paragraphs(answer: str | Answer, language: str) -> tuple[str, ...]:
    if isinstance(answer, str):
        return paragraphs(answer)
    return tuple(
        line
        for value in answer_values(answer)
        for line in paragraphs(_value_words(value, language))
    )


def _value_words(value: AnswerValue, language: str) -> str:
    match value:
        case bool():
            return sentence("paper.yes" if value else "paper.no", language)
        case str():
            return value
        case int() | Decimal():
            return str(value)
        case Coding():
            return value.display
        case PartialDate(text):
            is_whole = len(text) == _WHOLE_DATE
            return long_date(date.fromisoformat(text), language) if is_whole else text
        case _:
            raise BugError("a safety plan answer of a kind that has no words")
