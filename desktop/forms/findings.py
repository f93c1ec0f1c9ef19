"""What answers mean for care: alerts, needs, next steps, and questions to ask again."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.forms.answers import Answer, Answered, AnswerValue, Coding, answer_values, number_in
from desktop.forms.instances import Instance, ItemKey


@dataclass(frozen=True, slots=True)
class Alert:
    """An answer that somebody must be told about now. ``waits``: Complete waits for it."""

    code: str
    key: ItemKey
    waits: bool = True


@dataclass(frozen=True, slots=True)
class Need:
    """A need that an answer identified."""

    category: str
    key: ItemKey


@dataclass(frozen=True, slots=True)
class Step:
    """A next step that an answer proposes for the packet."""

    code: str
    key: ItemKey


def answer_code(value: AnswerValue) -> str:
    """The code of an answer as rules name it: an option code, ``true`` or ``false``, a text."""
    match value:
        case bool():
            return "true" if value else "false"
        case Coding(code, _, display):
            return code or display
        case _:
            return str(getattr(value, "text", value))


def _applies(when: tuple[str, ...], answer: Answer) -> bool:
    return any(answer_code(value) in when for value in answer_values(answer))


def alerts_of(instance: Instance, answer: Answer) -> Iterator[Alert]:
    """The alerts that an enabled answer raises. No answer raises none, and says nothing else."""
    for rule in instance.item.marks.alerts:
        number = number_in(answer) if rule.is_about_number else None
        if _applies(rule.when, answer) or (number is not None and rule.holds(number)):
            yield Alert(rule.code, instance.key, rule.waits)


def needs_of(instance: Instance, answer: Answer) -> Iterator[Need]:
    """The needs that an enabled answer identifies."""
    for rule in instance.item.marks.needs:
        if _applies(rule.when, answer):
            yield Need(rule.category, instance.key)


def steps_of(instance: Instance, answer: Answer) -> Iterator[Step]:
    """The next steps that an enabled answer proposes."""
    for rule in instance.item.marks.steps:
        if _applies(rule.when, answer):
            yield Step(rule.code, instance.key)


def must_be_asked_again(instance: Instance, answer: Answer) -> bool:
    """A question whose silence never reads as negative: plan to re-ask."""
    return instance.item.marks.reask_when_missing and not isinstance(answer, Answered)
