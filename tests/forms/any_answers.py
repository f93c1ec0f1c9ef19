"""Answers to any question of any form, drawn from a seeded generator: the corpus is walked with."""

from decimal import Decimal
from random import Random

from desktop.forms.answers import (
    AnswerValue,
    Attachment,
    Coding,
    NoAnswerReason,
    PartialDate,
    PartialDateTime,
    Quantity,
    Reference,
    TimeOfDay,
)
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import Change, FormSession

TEXTS = ("one", "two words", "ñandú", "555-0100", "x" * 40)
DATES = ("1990", "2020-05", "2020-05-06", "2030-12-31")


def any_edit(session: FormSession, random: Random) -> Change | None:
    """One act of somebody filling the form: an answer, a reason, a clearing, a row, an undo."""
    questions = [one for one in session.tree.by_key.values() if one.is_question]
    rows = [one for one in session.tree.by_key.values() if session.state(one.key).row is not None]
    kind = random.random()
    if kind < 0.06:
        return session.undo()
    if rows and kind < 0.2:
        return any_move(session, random, random.choice(rows).key)
    if not questions:
        return None
    key = random.choice(questions).key
    if kind < 0.26:
        return session.clear(key)
    if kind < 0.32:
        return session.give_reason(key, random.choice(list(NoAnswerReason)))
    return session.answer(key, *any_values(session, random, key))


def any_move(session: FormSession, random: Random, key: str) -> Change | None:
    """A row added, removed or moved."""
    row = session.state(key).row
    assert row is not None
    kind = random.choice(["add", "remove", "move"])
    if kind == "add" and session.can_add(row.list_key) and row.count < 4:
        return session.add_row(row.list_key, key)
    if kind == "remove" and row.can_remove:
        return session.remove_row(key)
    return session.move_row(key, random.choice([-1, 1]))


def any_values(session: FormSession, random: Random, key: str) -> list[AnswerValue]:
    """One value, or up to three where the question repeats."""
    state = session.state(key)
    count = random.randint(1, 3) if state.item.repeats else 1
    found: list[AnswerValue] = []
    for _ in range(count):
        value = any_value(session, random, key)
        if value not in found:
            found.append(value)
    return found


def any_value(session: FormSession, random: Random, key: str) -> AnswerValue:
    """A value that a question of this kind takes."""
    state = session.state(key)
    if state.options and random.random() < 0.9:
        return random.choice(state.options[:50]).value
    match state.item.type:
        case ItemType.BOOLEAN:
            return random.random() < 0.5
        case ItemType.INTEGER:
            return random.randint(-2, 200)
        case ItemType.DECIMAL:
            return Decimal(random.randint(0, 2_000)).scaleb(-random.randint(0, 2))
        case ItemType.DATE:
            return PartialDate(random.choice(DATES))
        case ItemType.DATE_TIME:
            return PartialDateTime(random.choice([*DATES, "2020-05-06T07:08:09+02:00"]))
        case ItemType.TIME:
            return TimeOfDay(random.choice(["07:08:09", "23:59:00"]))
        case ItemType.QUANTITY:
            return Quantity(Decimal(random.randint(0, 99)), "kg", "http://unitsofmeasure.org", "kg")
        case ItemType.ATTACHMENT:
            return Attachment("image/png", "aGVsbG8=", "", "x.png")
        case ItemType.REFERENCE:
            return Reference("Patient/example")
        case ItemType.CHOICE:
            return Coding("some-code", "https://codes.example", "Some code")
        case _:
            return random.choice(TEXTS)
