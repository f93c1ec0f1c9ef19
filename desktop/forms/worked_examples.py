"""Runs the worked examples that a form carries: answers in, scores and alerts out."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

from desktop.forms.answers import AnswerValue, Coding, NoAnswerReason
from desktop.forms.form_parts import WorkedExample
from desktop.forms.instances import ItemKey
from desktop.forms.questionnaire import Item, ItemType, Questionnaire
from desktop.forms.session import FormSession


def failing_examples(form: Questionnaire) -> Iterator[tuple[str, str]]:
    """Name of each worked example that does not come out, with what came out instead."""
    for example in form.worked_examples:
        found = _difference(form, example)
        if found:
            yield example.name, found


def _difference(form: Questionnaire, example: WorkedExample) -> str:
    session = FormSession(form, now=lambda: datetime(2000, 1, 1, tzinfo=UTC))
    unknown = _fill(session, form, example)
    if unknown:
        return unknown
    scores = {score.link_id: score.value for score in session.scores}
    for link_id, expected in example.scores:
        if link_id not in scores:
            return f"{link_id}: -"
        wanted = None if expected is None else Decimal(expected)
        if scores[link_id] != wanted:
            value = scores[link_id]
            return f"{link_id}: {'withheld' if value is None else format(value, 'f')}"
    raised = {alert.code for alert in session.alerts}
    if raised != set(example.alerts):
        return "alerts: " + (", ".join(sorted(raised)) or "-")
    return ""


def _fill(session: FormSession, form: Questionnaire, example: WorkedExample) -> str:
    """Puts the answers in; the name of what the form does not have, if anything."""
    chosen: dict[str, list[AnswerValue]] = {}
    for link_id, code in example.answers:
        item = form.by_link_id.get(link_id)
        value = None if item is None else value_of_code(item, code)
        if value is None:
            return f"{link_id} = {code}?"
        chosen.setdefault(link_id, []).append(value)
    for link_id, values in chosen.items():
        session.answer(ItemKey(link_id), *values)
    for link_id, reason in example.reasons:
        if link_id not in form.by_link_id or reason not in set(NoAnswerReason):
            return f"{link_id} = {reason}?"
        session.give_reason(ItemKey(link_id), NoAnswerReason(reason))
    return ""


def value_of_code(item: Item, code: str) -> AnswerValue | None:
    """The answer that a code stands for: an option, a boolean, a number or a text."""
    if item.type is ItemType.BOOLEAN:
        return {"true": True, "false": False}.get(code)
    for option in item.options:
        if isinstance(option.value, Coding) and option.value.code == code:
            return option.value
    if item.type is ItemType.INTEGER and code.lstrip("-").isdigit():
        return int(code)
    return code if item.type in (ItemType.STRING, ItemType.TEXT) else None
