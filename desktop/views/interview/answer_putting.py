"""Gives a session the answer that a screen told."""

from desktop.forms.answers import Answer, Answered, NoAnswer
from desktop.forms.session import Change, FormSession, ItemKey


def put_answer(session: FormSession, key: ItemKey, answer: Answer) -> Change:
    """Answer, give a reason or take back, so that the form's rules for each apply."""
    match answer:
        case Answered(values):
            return session.answer(key, *values)
        case NoAnswer(reason):
            return session.give_reason(key, reason)
        case _:
            return session.clear(key)
