"""What a person reads when they read their plan over: their own words, part by part."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from desktop.forms.answers import Answered, AnswerValue, PartialDate
from desktop.forms.session import ItemKey
from desktop.packets.paper_words import long_date
from desktop.views.editors.language_mode import one_text
from desktop.views.editors.shown_value import value_text
from desktop.views.interview.interview import Interview


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One question, and what the person said to it."""

    question: str
    answer: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadPart:
    """One part of the plan that has something in it."""

    title: str
    lines: tuple[ReadLine, ...]


def reading_of(interview: Interview, questions: Iterable[ItemKey]) -> tuple[ReadPart, ...]:
    """The answered ones of ``questions``, in their order, in the language of the interview.

    Whoever asks gives only the questions that the person may be shown now.
    """
    parts = []
    for section, keys in groupby(questions, interview.section_of):
        lines = [line for key in keys if (line := _line(interview, key)) is not None]
        if lines:
            parts.append(ReadPart(one_text(section.title, interview.mode), tuple(lines)))
    return tuple(parts)


def _line(interview: Interview, key: ItemKey) -> ReadLine | None:
    state = interview.session.state(key)
    if not isinstance(state.answer, Answered):
        return None
    mode = interview.mode
    words = ", ".join(
        _long(value, mode.first) or value_text(state.item, value, mode)
        for value in state.answer.values
    )
    return ReadLine(one_text(state.text, mode), words)


def _long(value: AnswerValue, language: str) -> str:
    """A whole date with the month's name; "" for anything else."""
    if not isinstance(value, PartialDate) or len(value.text) < len("2000-01-01"):
        return ""
    return long_date(date.fromisoformat(value.text), language)
