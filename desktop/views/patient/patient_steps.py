"""A section as a person reads it alone: one question at a time, with the words that lead to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.forms.instances import Instance
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemKey
from desktop.services.staff_items import is_for_staff
from desktop.views.interview.asides import kind_of_aside
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import Gate
from desktop.views.interview.sections import is_page

_NOT_BY_HAND = (ItemType.ATTACHMENT, ItemType.REFERENCE)
"""A file is chosen from the workstation's folders, which are not the person's to see."""


@dataclass(frozen=True, slots=True)
class PatientStep:
    """One page: the words before the question, and the question; None for words alone."""

    question: ItemKey | None
    words: tuple[ItemKey, ...] = ()

    @property
    def name(self) -> ItemKey:
        """What tells it from the other steps of its section."""
        return self.question if self.question is not None else self.words[0]


def steps_of(interview: Interview) -> tuple[PatientStep, ...]:
    """The steps of the present section; none while it is closed or waits for a reason.

    What staff fill in, what opens only in private and is closed now, and what needs a file are
    left to the staff. The heading of a group stands over each of its questions.
    """
    if interview.gate(interview.section) is not Gate.OPEN:
        return ()
    asked = frozenset(interview.questions())
    by_key = interview.session.tree.by_key
    found: list[PatientStep] = []
    said: list[ItemKey] = []
    for key in interview.visible(interview.section):
        instance = by_key[key]
        if is_for_staff(interview.form.questionnaire, instance) or interview.is_closed(key):
            continue
        if key in asked:
            if instance.item.type not in _NOT_BY_HAND:
                found.append(PatientStep(key, (*_headings(instance), *said)))
                said = []
        elif _is_said(instance):
            said.append(key)
    if said:
        found.append(PatientStep(None, tuple(said)))
    return tuple(found)


def _headings(instance: Instance) -> Iterator[ItemKey]:
    """The groups around a question that have words, from the outside in."""
    above = instance.parent
    if above is None:
        return
    yield from _headings(above)
    is_heading = above.item.type is ItemType.GROUP and not is_page(above)
    if is_heading and above.item.text.base.strip():
        yield above.key


def _is_said(instance: Instance) -> bool:
    item = instance.item
    is_words = item.type is ItemType.DISPLAY and bool(item.text.base.strip())
    return is_words and kind_of_aside(instance) is None
