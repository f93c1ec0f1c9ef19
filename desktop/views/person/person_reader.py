"""Reads a case into what the person page shows, in the interface language."""

from collections.abc import Sequence
from datetime import datetime

from desktop.messages import sentence
from desktop.records.contact_acts import safe_acts
from desktop.records.person import ContactPath, PersonIdentity
from desktop.services.person_steps import Step, StepKind, StepState
from desktop.services.person_timeline import TimelineEntry
from desktop.services.read_person import PersonPage
from desktop.views.person.confidential_card import confidential_state
from desktop.views.person.consents_card import consents_state
from desktop.views.person.contact_words import CONTACT_ICONS, contact_second, contact_text
from desktop.views.person.draft_card_panel import draft_words
from desktop.views.person.identity_card import IdentityLine
from desktop.views.person.interpreting_words import interpreting_words
from desktop.views.person.more_forms_reader import more_form_rows, own_form_rows, plan_rows
from desktop.views.person.next_act import can_send, next_act, signed_forms, step_words
from desktop.views.person.person_state import PersonState
from desktop.views.person.person_words import banner_state, case_number_words
from desktop.views.person.reach_card import reach_lines
from desktop.views.person.report_card import report_state
from desktop.views.person.step_looks import STATE_ICONS, STATE_TONES
from desktop.views.person.timeline_panel import TimelineLine
from desktop.views.person.when_words import clock_words, moment_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import RowItem

TIMELINE_LINES = 12
"""Events shown on the page, the newest ones."""


def person_state(page: PersonPage, now: datetime, language: str) -> PersonState:
    """Everything for one moment."""
    title, lines = _timeline(page, now, language)
    return PersonState(
        banner=banner_state(
            page.card,
            language,
            private=page.room.private_now if page.room else None,
            consents_given=page.consents_given,
            consents_total=page.consents_total,
            case_text=case_number_words(page.case_number, language),
        ),
        steps=tuple(_step_row(step, language) for step in page.steps),
        current=page.next.kind.value,
        next_act=next_act(page, language),
        drafts={
            one.kind: draft_words(one, now, language, with_alias=False)
            for one in reversed(page.own_drafts)
        },
        own_forms=own_form_rows(page, now.astimezone().date(), language),
        own_plans=plan_rows(page, now.astimezone().date(), language),
        more_forms=more_form_rows(page, now.astimezone().date(), language),
        room_lines=_room_lines(page, now, language),
        reach_lines=reach_lines(page.card, now, language),
        consents=consents_state(page.consents, now, language),
        report=report_state(page.card, now, language),
        confidential=confidential_state(page.confidential, now, language),
        timeline_title=title,
        timeline=lines,
        is_closed=page.card.is_closed,
        can_send=can_send(page),
        can_amend=bool(signed_forms(page)),
        can_print=bool(page.printable),
        can_begin_again=page.can_begin_again,
    )


def _step_row(step: Step, language: str) -> RowItem:
    tone = STATE_TONES.get(step.state, Tone.MUTED)
    right = sentence(f"step-state.{step.state.value}", language)
    if step.kind is StepKind.CONSENT and step.state is StepState.IN_PROGRESS:
        right = sentence("person.given-of", language, **step.params)
    return RowItem(
        key=step.kind.value,
        title=sentence(f"step-title.{step.kind.value}", language),
        second=step_words(step, language),
        icon=STATE_ICONS[step.state],
        right=right,
        right_tone=tone,
        is_right_strong=tone is not Tone.MUTED,
        has_chevron=True,
        is_large=True,
    )


def _room_lines(page: PersonPage, now: datetime, language: str) -> tuple[str, ...]:
    lines = []
    if page.room is None:
        lines.append(sentence("person.room.not-noted", language))
    else:
        present = [sentence(f"presence.{one.value}", language) for one in page.room.present]
        who = ", ".join(sorted(present)) or sentence("person.room.nobody", language)
        lines.append(sentence("person.room.who", language, who=who))
        lines.append(
            sentence(
                f"person.room.{_yes_no(page.room.private_now)}",
                language,
                time=moment_words(page.room.noted_at, now, language),
            )
        )
        if page.room.interpreting is not None:
            lines.append(interpreting_words(page.room.interpreting, language))
    if page.capacity is None:
        lines.append(sentence("person.capacity.not-noted", language))
        return tuple(lines)
    noted = moment_words(page.capacity.checked_at, now, language)
    result = sentence(f"person.capacity.{page.capacity.result.value}", language, time=noted)
    lines.append(result)
    if page.capacity.by is not None:
        who = sentence(f"capacity-by.{page.capacity.by.value}", language)
        lines.append(sentence("person.capacity.by", language, who=who))
    if page.capacity.reason is not None:
        why = sentence(f"capacity-reason.{page.capacity.reason.value}", language)
        lines.append(sentence("person.capacity.why", language, why=why))
    if page.capacity.recheck_due is not None:
        due = moment_words(page.capacity.recheck_due, now, language)
        lines.append(sentence("person.capacity.recheck", language, time=due))
    return tuple(lines)


def _yes_no(private: bool | None) -> str:
    if private is None:
        return "privacy-not-noted"
    return "private" if private else "not-private"


def _timeline(
    page: PersonPage, now: datetime, language: str
) -> tuple[str, tuple[TimelineLine, ...]]:
    entries = page.timeline[-TIMELINE_LINES:]
    today = now.astimezone().date()
    lines = timeline_lines(entries, now, language)
    is_today = all(entry.at.astimezone().date() == today for entry in entries)
    title = sentence("person.today" if is_today else "person.so-far", language)
    return title, lines


def timeline_lines(
    entries: Sequence[TimelineEntry], now: datetime, language: str, *, names_today: bool = False
) -> tuple[TimelineLine, ...]:
    """Each event with its clock time below its day; today alone is named only if asked for."""
    today = now.astimezone().date()
    days = [entry.at.astimezone().date() for entry in entries]
    lines: list[TimelineLine] = []
    shown_day = today if set(days) <= {today} and not names_today else None
    for entry, day in zip(entries, days, strict=True):
        if day != shown_day:
            words = sentence("person.today", language) if day == today else day.isoformat()
            lines.append(TimelineLine("", words, is_day=True))
            shown_day = day
        text = sentence(entry.text_id, language, **entry.params)
        lines.append(TimelineLine(clock_words(entry.at), text, is_strong=entry.strong))
    return tuple(lines)


def identity_lines(
    identity: PersonIdentity, language: str, age: int | None = None
) -> tuple[IdentityLine, ...]:
    """What is known of the legal identity and the ways to reach, one line each; a way on which
    nothing is safe comes last and says so. ``age`` by the date of birth where another was noted."""
    known = (
        (identity.name_used, "identity.used"),
        (identity.pronouns, "identity.pronouns"),
        (identity.legal_name, "identity.legal-name"),
        (identity.birth_date.isoformat() if identity.birth_date else None, "identity.birth-date"),
        (identity.medical_record_number, "identity.record-number"),
    )
    facts = [
        IdentityLine(Icon.FILE_TEXT, text, sentence(message_id, language))
        for text, message_id in known
        if text
    ]
    if age is not None:
        words = sentence("identity.age-by-birth", language, years=age)
        second = sentence("identity.forms-follow", language)
        facts.append(IdentityLine(Icon.INFO, words, second))
    safe_first = sorted(identity.contacts, key=lambda path: not safe_acts(path))
    return (*facts, *(_contact_line(path, language) for path in safe_first))


def _contact_line(path: ContactPath, language: str) -> IdentityLine:
    icon = CONTACT_ICONS[path.kind] if safe_acts(path) else Icon.BAN
    return IdentityLine(icon, contact_text(path), contact_second(path, language))
