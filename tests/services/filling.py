"""Filling forms as the interview does: each answer goes into the session and the journal."""

from desktop.forms.answers import Answer, Answered, AnswerValue, Coding, NoAnswerReason, PartialDate
from desktop.forms.questionnaire import Item, ItemType
from desktop.forms.session import FormSession, ItemKey
from desktop.records.alert import HandOff, ToldBy
from desktop.records.form_record import FormKind, FormRecord
from desktop.services.append_to_draft import append_answer, append_hand_off
from desktop.services.complete_form import complete_form
from desktop.services.open_form import OpenForm, open_form
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work

ENDING_LIFE = "how-you-are.ending-life"
SAFE_HERE = "safety-now.safe-here"
HOUSING = "what-you-need.housing"
CALM = {
    "agreement.talk-now": "yes",
    SAFE_HERE: "yes",
    "safety-now.safe-place": "yes",
    "how-you-are.body": "neither",
    "how-you-are.screen-result": "not-done",
    "people.first-night": "yes",
    "people.reach": "call",
    "check-in.desk-may-print": "no",
}
"""Answers that name no need and raise no alert, where the first "no" would."""


def say(work: Work, form: OpenForm, link_id: str, *codes: str) -> None:
    """Answer a question with option codes, or with text where it has no options."""
    item = form.questionnaire.item(link_id)
    values = [_value(item, code) for code in codes]
    change = form.session.answer(ItemKey(link_id), *values)
    append_answer(work, form.draft, change.key, change.after)


def give_reason(work: Work, form: OpenForm, link_id: str, reason: NoAnswerReason) -> None:
    """Say why a question has no answer."""
    change = form.session.give_reason(ItemKey(link_id), reason)
    append_answer(work, form.draft, change.key, change.after)


def fill(work: Work, form: OpenForm, **said: str) -> None:
    """Answer everything that is still missing, calmly; ``said`` maps linkIds to codes first."""
    for link_id, code in said.items():
        say(work, form, link_id, code)
    while form.session.missing:
        key = form.session.missing[0]
        item = form.session.state(key).item
        change = form.session.answer(key, _calm_value(item))
        append_answer(work, form.draft, key, change.after)


def hand_off(work: Work, form: OpenForm, code: str, told: str = "Dr. P. Example") -> None:
    """Record that somebody was told about an alert."""
    now = work.clock.now()
    me = work.session.me.staff_id
    act = HandOff(form.draft.record_id, code, told, ToldBy.PHONE, now, me, now)
    append_hand_off(work, form.draft, act)


def completed(
    work: Work, ref: EpisodeRef, kind: FormKind = FormKind.ASSESSMENT, **said: str
) -> Revision[FormRecord]:
    """Open, fill and complete a form; alerts are handed off."""
    form = open_form(work, ref, kind)
    fill(work, form, **said)
    for code in {alert.code for alert in form.session.alerts}:
        hand_off(work, form, code)
    return complete_form(work, form.draft)


def answer_in(session: FormSession, link_id: str) -> Answer:
    """The answer that a session holds now."""
    return session.state(ItemKey(link_id)).answer


def codes_in(session: FormSession, link_id: str) -> tuple[str, ...]:
    """The option codes that a session holds now."""
    answer = answer_in(session, link_id)
    values = answer.values if isinstance(answer, Answered) else ()
    return tuple(value.code for value in values if isinstance(value, Coding))


def _calm_value(item: Item) -> AnswerValue:
    codes = [value.code for one in item.options if isinstance(value := one.value, Coding)]
    if item.type.is_choice:
        calm = CALM.get(item.link_id) or ("no" if "no" in codes else codes[0])
        return _value(item, calm)
    return _value(item, "2026-03-20" if item.type is ItemType.DATE else "by the window")


def _value(item: Item, said: str) -> AnswerValue:
    for option in item.options:
        if isinstance(option.value, Coding) and option.value.code == said:
            return option.value
    return PartialDate(said) if item.type is ItemType.DATE else said
