"""What happened in a case, oldest first, in words that name no content."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.records.alert import HandOff
from desktop.records.attempt import Attempt
from desktop.records.consent import Consent, ConsentStatus
from desktop.records.episode import Episode
from desktop.records.form_record import FormRecord
from desktop.records.ids import RecordId
from desktop.records.kinds import CAPACITY, FORM, LATE_HAND_OFF, NO_PLAN, VISIT
from desktop.records.packet_record import PacketRecord
from desktop.records.room import CapacityCheck
from desktop.records.visit import ReviewState, Visit
from desktop.services.confidential_steps import ConfidentialStep, confidential_steps
from desktop.services.episode_records import (
    all_of,
    attempts_of,
    capacity_of,
    episode_of,
    forms_of,
    no_plan_of,
    packets_of,
    visits_of,
)
from desktop.services.kept_consents import consents_of
from desktop.services.outing_events import outing_events
from desktop.services.person_steps import no_plan_text_id
from desktop.services.ports import EpisodeRef
from desktop.services.referral_timeline import referral_events
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event: ``text_id`` is a message id; ``strong`` ones are the turning points."""

    at: datetime
    text_id: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    strong: bool = False


def timeline_of(work: Work, ref: EpisodeRef) -> tuple[TimelineEntry, ...]:
    """Every event of the case, each revision of forms and visits included."""
    records = work.session.records
    capacity = capacity_of(work, ref)
    checks = records.history(CAPACITY, capacity.record_id) if capacity else ()
    no_plan = no_plan_of(work, ref)
    notes = records.history(NO_PLAN, no_plan.record_id) if no_plan else ()
    forms = [r.value for f in forms_of(work, ref) for r in records.history(FORM, f.record_id)]
    visits = [r.value for v in visits_of(work, ref) for r in records.history(VISIT, v.record_id)]
    visit_times = [r.at for v in visits_of(work, ref) for r in records.history(VISIT, v.record_id)]
    entries = [
        *_case(episode_of(work, ref).value),
        *_attempts(attempts_of(work, ref)),
        *_checks(checked.value for checked in checks),
        *_forms(forms),
        *(TimelineEntry(n.value.noted_at, no_plan_text_id(n.value.reason)) for n in notes),
        *_consents(consents_of(work, ref)),
        *_visits(list(zip(visit_times, visits, strict=True))),
        *_packets(packets_of(work, ref)),
        *_told(one.value.act for one in all_of(work, LATE_HAND_OFF, ref)),
        *_no_information(confidential_steps(work, ref)),
        *(TimelineEntry(*event) for event in referral_events(work, ref)),
        *(TimelineEntry(*event) for event in outing_events(work, ref)),
        *_in_doubt(work.session.rollback.written_meanwhile(ref.person_id)),
    ]
    return tuple(sorted(entries, key=lambda entry: entry.at))


def _in_doubt(times: Iterable[datetime]) -> Iterable[TimelineEntry]:
    """Written while the store was older than what had been seen of it; once for one moment."""
    for at in sorted(set(times)):
        yield TimelineEntry(at, "timeline.in-doubt", strong=True)


def _no_information(steps: Iterable[ConfidentialStep]) -> Iterable[TimelineEntry]:
    for step in steps:
        yield TimelineEntry(
            step.at, f"timeline.confidential.{step.name}", strong=step.name != "reviewed"
        )


def _case(episode: Episode) -> Iterable[TimelineEntry]:
    yield TimelineEntry(episode.arrived_at, "timeline.arrived")
    yield TimelineEntry(episode.notified_at, "timeline.notified")
    if episode.closed_at is not None and episode.close_reason is not None:
        text_id = f"timeline.closed.{episode.close_reason.value}"
        yield TimelineEntry(episode.closed_at, text_id, strong=True)
        if episode.missed_why is not None:
            yield TimelineEntry(episode.closed_at, f"missed-why.{episode.missed_why.value}")


def _attempts(attempts: Iterable[Attempt]) -> Iterable[TimelineEntry]:
    is_first = True
    for attempt in attempts:
        text_id = f"attempt-outcome.{attempt.outcome.value}"
        yield TimelineEntry(attempt.tried_at, text_id, strong=attempt.reached and is_first)
        is_first = is_first and not attempt.reached
        if attempt.may_call_later is False:
            yield TimelineEntry(attempt.tried_at, "timeline.no-later-call")


def _checks(checks: Iterable[CapacityCheck]) -> Iterable[TimelineEntry]:
    for check in checks:
        yield TimelineEntry(check.checked_at, f"timeline.capacity.{check.result.value}")


def _forms(forms: Iterable[FormRecord]) -> Iterable[TimelineEntry]:
    for form in forms:
        verb = "amended" if form.amendment_reason else "completed"
        if form.completed_at is not None:
            text_id = f"timeline.{form.kind.value}.{verb}"
            yield TimelineEntry(form.completed_at, text_id, strong=True)


def _consents(consents: Iterable[Consent]) -> Iterable[TimelineEntry]:
    for consent in consents:
        recipient = {"recipient": consent.scope.recipient} if consent.scope else {}
        was = consent.status
        asked = ConsentStatus.GRANTED if was is ConsentStatus.WITHDRAWN else was
        kind = consent.type.value
        yield TimelineEntry(consent.asked_at, f"timeline.consent.{kind}.{asked.value}", recipient)
        if consent.withdrawn_at is not None:
            text_id = f"timeline.consent.{kind}.withdrawn"
            yield TimelineEntry(consent.withdrawn_at, text_id, recipient, strong=True)


def _visits(visits: list[tuple[datetime, Visit]]) -> Iterable[TimelineEntry]:
    """One entry for each change of state; comments change nothing here."""
    states: dict[RecordId, ReviewState] = {}
    for at, visit in visits:
        if states.get(visit.visit_id) is not visit.state:
            states[visit.visit_id] = visit.state
            is_strong = visit.state is ReviewState.SIGNED
            yield TimelineEntry(at, f"timeline.visit.{visit.state.value}", strong=is_strong)


def _told(acts: Iterable[HandOff]) -> Iterable[TimelineEntry]:
    """Those in drafts belong to the form; which alert it was is no matter of a line."""
    for act in acts:
        text_id = "timeline.alert-told" if act.closes else "timeline.alert-no-one"
        yield TimelineEntry(act.told_at, text_id, strong=act.closes)


def _packets(packets: Iterable[PacketRecord]) -> Iterable[TimelineEntry]:
    for packet in packets:
        where = "printed-here" if packet.packet_id is None else "sent"
        yield TimelineEntry(packet.made_at, f"timeline.packet.{where}")
