"""Alerts of the completed forms of one case that nobody was told of yet.

Only a rule of the site for which Complete does not wait can leave one, so nothing is opened where
there is none. What is being corrected is told in its draft.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from desktop.forms.wording import LocalText
from desktop.records.alert import HandOff
from desktop.records.form_record import FormRecord
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM
from desktop.records.site_contact import SiteContact
from desktop.services.alert_words import alert_title, alert_words
from desktop.services.alerts import open_alerts
from desktop.services.answer_words import message_words
from desktop.services.draft_session import OpenDraft, record_session
from desktop.services.episode_records import all_of
from desktop.services.hand_offs import hand_offs_of
from desktop.services.ports import EpisodeRef, Revision, family_of
from desktop.services.readable import readable
from desktop.services.site_alerts import site_alerts
from desktop.services.site_contacts import site_contacts
from desktop.services.staff_names import staff_name
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class UntoldName:
    """Which alert of which completed form: enough to find it again on the page of its case."""

    form_id: RecordId
    code: str


@dataclass(frozen=True, slots=True)
class UntoldAlert:
    """``contacts`` are offered as told, in this order; ``tries`` reached no one."""

    form_id: RecordId
    code: str
    title: LocalText
    what_to_do: LocalText
    form_title: LocalText
    since: datetime
    author_name: str
    contacts: tuple[SiteContact, ...] = field(repr=False)
    tries: tuple[HandOff, ...] = field(repr=False)


def families_that_may_leave_one(work: Work) -> frozenset[str]:
    """The forms with a rule, standing or ended, for which Complete does not wait."""
    return frozenset(one.condition.url for one in site_alerts(work) if not one.waits)


def untold_alerts(
    work: Work, ref: EpisodeRef, drafts: Iterable[OpenDraft]
) -> tuple[tuple[UntoldAlert, ...], int]:
    """All of the case, oldest first, and how many of its forms could not be opened to look.

    ``drafts`` are those in hand of the case.
    """
    families = families_that_may_leave_one(work)
    if not families:
        return (), 0
    corrected = {one.state.draft.record_id for one in drafts}
    forms = [
        form
        for form in all_of(work, FORM, ref)
        if form.record_id not in corrected and family_of(form.value.instrument) in families
    ]
    found, lost = readable(forms, partial(_of_form, work, ref))
    flat = (one for alerts in found for one in alerts)
    return tuple(sorted(flat, key=lambda one: one.since)), lost


def _of_form(work: Work, ref: EpisodeRef, form: Revision[FormRecord]) -> Iterable[UntoldAlert]:
    record, words, contacts = form.value, alert_words(work), site_contacts(work)
    session = record_session(work, ref, record)
    acts = hand_offs_of(work, ref.person_id, record)
    return [
        UntoldAlert(
            form_id=form.record_id,
            code=alert.code,
            title=alert_title(words, alert.code),
            what_to_do=words[alert.code].what_to_do
            if alert.code in words
            else message_words("alert.tell-now"),
            form_title=session.questionnaire.title,
            since=record.completed_at or form.at,
            author_name=staff_name(work, record.author),
            contacts=words[alert.code].offered(contacts) if alert.code in words else contacts,
            tries=tuple(one for one in acts if one.alert_code == alert.code and not one.closes),
        )
        for alert in open_alerts(session.alerts, acts)
    ]
