"""A form as a person reads it alone: one question at a time, with the words that lead to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.forms.instances import Instance
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemKey
from desktop.services.staff_items import is_for_staff
from desktop.views.interview.asides import kind_of_aside
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import Gate
from desktop.views.interview.layouts.part_kinds import is_mark, is_row
from desktop.views.interview.sections import Section, is_page

_NOT_BY_HAND = (ItemType.ATTACHMENT, ItemType.REFERENCE)
"""A file is chosen from the workstation's folders, which are not the person's to see."""
READING = ItemKey("read-over")
"""Names the last step of a plan, which is the plan itself."""


@dataclass(frozen=True, slots=True)
class PatientStep:
    """One page: the words before the question, and the question; None for words alone.

    Neither is there where the person reads their plan over.
    """

    question: ItemKey | None
    words: tuple[ItemKey, ...] = ()

    @property
    def is_reading(self) -> bool:
        """Whether it is the plan, to be read."""
        return self.question is None and not self.words

    @property
    def name(self) -> ItemKey:
        """What tells it from the other steps of its section."""
        if self.question is not None:
            return self.question
        return self.words[0] if self.words else READING


def steps_of(interview: Interview, *, is_plan: bool = False) -> tuple[PatientStep, ...]:
    """The steps of the present section; none while it is closed or waits for a reason.

    What staff fill in, what opens only in private and is closed now, and what needs a file are
    left to the staff. The heading of a group stands over each of its questions. A plan is the
    person's own: all of its open parts, and at the end the plan to be read over.
    """
    if not is_plan:
        return _steps_in(interview, interview.section)
    found = [step for one in interview.shown_sections() for step in _steps_in(interview, one)]
    return (*found, PatientStep(None)) if found else ()


def questions_of(interview: Interview, *, is_plan: bool = False) -> tuple[ItemKey, ...]:
    """The questions of these steps, in their order."""
    steps = steps_of(interview, is_plan=is_plan)
    return tuple(one.question for one in steps if one.question is not None)


def _steps_in(interview: Interview, section: Section) -> tuple[PatientStep, ...]:
    if interview.gate(section) is not Gate.OPEN:
        return ()
    asked = frozenset(interview.questions(section))
    by_key = interview.session.tree.by_key
    found: list[PatientStep] = []
    said: list[ItemKey] = []
    for key in interview.visible(section):
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
    """The groups around a question that have words, from the outside in.

    A row that repeats has a line of its own, which says the how manieth it is.
    """
    above = instance.parent
    if above is None:
        return
    yield from _headings(above)
    is_heading = above.item.type is ItemType.GROUP and not is_page(above) and not is_row(above)
    if is_heading and above.item.text.base.strip():
        yield above.key


def _is_said(instance: Instance) -> bool:
    item = instance.item
    is_words = item.type is ItemType.DISPLAY and bool(item.text.base.strip())
    return is_words and kind_of_aside(instance) is None and not is_mark(instance)
