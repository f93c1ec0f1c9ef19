"""Every alert that nobody was told about: in drafts, and in forms that did not wait for it."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime

from desktop.forms.questionnaire import LocalText
from desktop.records.display import display_name
from desktop.records.episode import Episode
from desktop.records.form_record import FormRecord
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import EPISODE, FORM
from desktop.services.alert_words import alert_title, alert_words
from desktop.services.alerts import open_alerts
from desktop.services.confidential_status import holding_status
from desktop.services.draft_session import OpenDraft, record_session
from desktop.services.episode_records import episode_of
from desktop.services.hand_offs import hand_offs_of
from desktop.services.ports import EpisodeRef, Revision, family_of
from desktop.services.readable import readable
from desktop.services.staff_names import staff_name
from desktop.services.untold_alerts import families_that_may_leave_one
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class OpenAlertRow:
    """An alert that nobody was told about, in a draft or not: whose, since when."""

    ref: EpisodeRef
    alias: str
    alert_code: str
    title: LocalText
    since: datetime
    author_name: str
    form_id: RecordId | None = None
    """Of a completed form, where it is noted who was told; of a draft that is noted inside it."""
    is_confidential: bool = False
    """Whether no caller is told that the person is here."""


def open_alert_rows(work: Work, drafts: list[OpenDraft]) -> tuple[tuple[OpenAlertRow, ...], int]:
    """All of them, oldest first, and how many completed forms could not be opened.

    Those of a case that is at another workstation are told there.
    """
    elsewhere = work.session.hand_over_desk.away()
    here = [one for one in drafts if one.state.draft.person_id not in elsewhere]
    of_records, lost = _of_records(work, drafts, elsewhere)
    rows = [*_of_drafts(work, here), *of_records]
    return tuple(sorted(rows, key=lambda row: row.since)), lost


def _of_drafts(work: Work, drafts: list[OpenDraft]) -> list[OpenAlertRow]:
    words = alert_words(work)
    return [
        OpenAlertRow(
            draft.state.ref,
            display_name(episode_of(work, draft.state.ref).value),
            alert.code,
            alert_title(words, alert.code),
            draft.state.answered_at.get(alert.key, draft.state.started.started_at),
            staff_name(work, draft.state.owner),
            is_confidential=holding_status(work, draft.state.ref) is not None,
        )
        for draft in drafts
        for alert in draft.open_alerts
    ]


def _of_records(
    work: Work, drafts: list[OpenDraft], elsewhere: Container[PersonId]
) -> tuple[list[OpenAlertRow], int]:
    """Only forms with a rule of the site for which Complete does not wait can be among them; what
    is being corrected is told by its draft."""
    families = families_that_may_leave_one(work)
    if not families:
        return [], 0
    corrected = {one.state.draft.record_id for one in drafts}
    forms = [
        (episode, form)
        for person_id in work.session.records.persons()
        if person_id not in elsewhere
        for episode, form in _forms(work, person_id)
        if form.record_id not in corrected and family_of(form.value.instrument) in families
    ]
    found, lost = readable(forms, lambda one: _rows(work, *one))
    return [row for rows in found for row in rows], lost


def _forms(work: Work, person_id: PersonId) -> list[tuple[Episode, Revision[FormRecord]]]:
    records = work.session.records
    episodes = {one.value.episode_id: one.value for one in records.list_newest(EPISODE, person_id)}
    forms = records.list_newest(FORM, person_id)
    return [
        (episodes[form.value.episode_id], form)
        for form in forms
        if form.value.episode_id in episodes
    ]


def _rows(work: Work, episode: Episode, form: Revision[FormRecord]) -> list[OpenAlertRow]:
    words, record = alert_words(work), form.value
    ref = EpisodeRef(episode.person_id, episode.episode_id)
    session = record_session(work, ref, record)
    return [
        OpenAlertRow(
            ref,
            display_name(episode),
            alert.code,
            alert_title(words, alert.code),
            record.completed_at or form.at,
            staff_name(work, record.author),
            form.record_id,
            is_confidential=holding_status(work, ref) is not None,
        )
        for alert in open_alerts(session.alerts, hand_offs_of(work, ref.person_id, record))
    ]
