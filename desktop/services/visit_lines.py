"""A form under review, line by line: question in full, answer in words, what to look at."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.forms.answer_json import same_answer
from desktop.forms.answers import (
    Answered,
    Attachment,
    NoAnswer,
    NoAnswerReason,
    answer_values,
)
from desktop.forms.instances import Instance, ItemKey
from desktop.forms.questionnaire import LocalText
from desktop.forms.session import FormSession, ItemState
from desktop.forms.usage import is_displayed
from desktop.records.alert import HandOff
from desktop.records.ids import RecordId
from desktop.records.taken_back import TakenBack
from desktop.records.visit import Comment
from desktop.services.answer_words import message_words, state_words


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question of a form under review. ``number`` is section and place, such as 2.3.

    A flag is an alert, or a question whose silence must not read as No.
    """

    form_id: RecordId
    item_key: ItemKey
    section: LocalText
    question: LocalText
    number: str
    answer_text: LocalText = field(repr=False)
    is_flag: bool
    alert_code: str | None
    hand_off: HandOff | None
    is_missing: bool
    reason: NoAnswerReason | None
    comments: tuple[Comment, ...]
    changed_since: bool
    is_unchecked: bool = False
    """A score that could raise an alert of the site and is withheld: nobody knows if it would."""
    files: tuple[Attachment, ...] = field(default=(), repr=False)
    taken_back: TakenBack | None = None
    """The newest alert that was answered away here with nobody told."""


@dataclass(frozen=True, slots=True)
class ReviewedForm:
    """What the lines of one form are made from. ``earlier`` is what was reviewed before."""

    form_id: RecordId
    session: FormSession = field(repr=False)
    earlier: FormSession | None = field(repr=False)
    hand_offs: tuple[HandOff, ...]
    comments: tuple[Comment, ...]
    taken_back: tuple[TakenBack, ...] = ()


def lines_of(form: ReviewedForm) -> tuple[AnswerLine, ...]:
    """Every question that belongs to a finished form in reading order, and any other that carries
    a comment. What raises an alert is never left out."""
    always = {one.item_key for one in form.comments} | {one.key for one in form.taken_back}
    lines = []
    for section_number, section in enumerate(form.session.questionnaire.sections, start=1):
        shown = [
            instance
            for instance in _questions(form.session, section.link_id)
            if _is_reviewed(form.session, instance) or instance.key in always
        ]
        for place, instance in enumerate(shown, start=1):
            lines.append(_line(form, instance, section.text, f"{section_number}.{place}"))
    return tuple(lines)


def _is_reviewed(session: FormSession, instance: Instance) -> bool:
    if not session.state(instance.key).enabled:
        return False
    if _alert_at(session, instance, ()) or instance.key in session.unchecked_alerts:
        return True
    return not instance.is_hidden and is_displayed(instance, lambda key: session.state(key).answer)


def is_unanswered(state: ItemState) -> bool:
    """A question that was to be answered and has none: a reason, or nothing where required."""
    if isinstance(state.answer, NoAnswer):
        return True
    return state.required and not isinstance(state.answer, Answered)


def flag_count(session: FormSession, taken_back: tuple[TakenBack, ...] = ()) -> int:
    """Questions that raise an alert, may raise one as far as is known, or must be asked again, or
    whose alert was answered away with nobody told."""
    unsure = {*session.to_ask_again, *session.unchecked_alerts, *(one.key for one in taken_back)}
    return len({alert.key for alert in session.alerts} | unsure)


def unanswered_count(session: FormSession) -> int:
    """Visible questions with a reason instead of an answer, or required and empty."""
    return sum(
        is_unanswered(session.state(key))
        for section in session.questionnaire.sections
        for key in session.keys_in(section.link_id)
    )


def _questions(session: FormSession, section_link_id: str) -> Iterable[Instance]:
    return (
        one
        for one in session.tree.by_key.values()
        if one.is_question and one.item.section == section_link_id
    )


def _line(form: ReviewedForm, instance: Instance, section: LocalText, number: str) -> AnswerLine:
    session = form.session
    state, code = session.state(instance.key), _alert_at(session, instance, form.hand_offs)
    is_unchecked = instance.key in session.unchecked_alerts
    # Of a score that is withheld since, the act that was recorded before is still told.
    told = code or next((one.code for one in instance.item.marks.alerts if is_unchecked), None)
    taken = next((one for one in reversed(form.taken_back) if one.key == instance.key), None)
    return AnswerLine(
        form_id=form.form_id,
        item_key=instance.key,
        section=section,
        question=state.text,
        number=number,
        answer_text=message_words("record-paper.withheld")
        if instance.key in withheld_keys(session)
        else state_words(state),
        is_flag=code is not None
        or is_unchecked
        or taken is not None
        or instance.key in session.to_ask_again,
        alert_code=code,
        hand_off=_newest_act(form.hand_offs, told, instance.key),
        is_missing=is_unanswered(state),
        reason=state.answer.reason if isinstance(state.answer, NoAnswer) else None,
        comments=tuple(c for c in form.comments if c.item_key == instance.key),
        changed_since=_has_changed(form, instance.key),
        is_unchecked=is_unchecked,
        files=tuple(one for one in answer_values(state.answer) if isinstance(one, Attachment)),
        taken_back=taken,
    )


def withheld_keys(session: FormSession) -> frozenset[ItemKey]:
    """The scores that lack an answer: what the form's own formula makes of it is not shown."""
    names = [one.link_id for one in session.scores if one.value is None]
    return frozenset(one.key for name in names for one in session.tree.by_link_id[name])


def _alert_at(
    session: FormSession, instance: Instance, hand_offs: tuple[HandOff, ...]
) -> str | None:
    """The alert that an answer raises; of several the first that nobody was told of."""
    codes = [one.code for one in session.alerts if one.key == instance.key]
    untold = (c for c in codes if not any(act.covers(c, instance.key) for act in hand_offs))
    return next(untold, codes[0] if codes else None)


def _newest_act(hand_offs: tuple[HandOff, ...], code: str | None, key: ItemKey) -> HandOff | None:
    """Who was told of this answer; a try that reached no one only while nobody was."""
    acts = [act for act in hand_offs if act.alert_code == code and not act.closes]
    closing = [act for act in hand_offs if code is not None and act.covers(code, key)]
    return next(reversed(closing or acts), None)


def _has_changed(form: ReviewedForm, key: ItemKey) -> bool:
    if form.earlier is None or key not in form.earlier.tree.by_key:
        return False
    return not same_answer(form.session.state(key).answer, form.earlier.state(key).answer)
