"""The loaded forms that can be begun for a case, and those that a case has already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.errors import KnownError
from desktop.forms.questionnaire import InstrumentRef
from desktop.forms.wording import LocalText
from desktop.records.episode import Episode
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.ids import RecordId
from desktop.records.roles import Permission
from desktop.records.visit import FormVersion, ReviewState, Visit
from desktop.services.draft_cards import DraftCard
from desktop.services.draft_journal import DraftState
from desktop.services.episode_records import forms_of, visits_of
from desktop.services.form_offers import (
    FormOffer,
    current_offers,
    next_follow_up,
    offers_for,
)
from desktop.services.open_form import INSTRUMENT_OF
from desktop.services.ports import (
    DraftRef,
    EpisodeRef,
    Revision,
    family_of,
)
from desktop.services.site_settings import FOLLOW_UP, follow_up_plan
from desktop.services.work import Work


class LineState(StrEnum):
    """Where a loaded form of a case stands."""

    DRAFT = "draft"
    SOMEONE_ELSES = "someone-elses"
    COMPLETE = "complete"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SIGNED = "signed"
    CARRIED = "carried"
    """A closed draft: its answers went on in another version."""


_STATES = {
    ReviewState.SUBMITTED: LineState.SUBMITTED,
    ReviewState.RETURNED: LineState.RETURNED,
    ReviewState.SIGNED: LineState.SIGNED,
}


@dataclass(frozen=True, slots=True)
class LoadedFormLine:
    """One loaded form of a case; ``draft`` where it is being filled.

    ``newer`` is the current version when that is another one: answers can be carried to it.
    ``closed`` is a draft whose answers were carried to version ``went_on``.
    ``own`` names one of our own forms; ``next_due`` is a day that was set in it.
    """

    record_id: RecordId
    title: LocalText
    version: str
    state: LineState
    draft: DraftCard | None
    newer: str | None = None
    closed: DraftRef | None = None
    went_on: str = ""
    own: str = ""
    next_due: date | None = None
    done_on: date | None = None
    for_whom: str = ""
    """Who gives the answers (``OfferRule.for_whom``)."""


def startable_forms(
    work: Work, episode: Episode, lines: Sequence[LoadedFormLine]
) -> tuple[FormOffer, ...]:
    """What can be begun for a case with these forms, today or later.

    A form in draft goes on instead; one of our own that is done opens again as a correction,
    unless it is made to be filled again and again.
    """
    if not work.session.me.may(Permission.WRITE_CASES):
        return ()
    in_draft = {family_of(one.draft.instrument) for one in lines if one.draft is not None}
    done = {one.own for one in lines if one.own and one.draft is None and one.closed is None}
    return tuple(
        _again(work, episode, one, lines) if one.own in done else one
        for one in offers_for(work, episode)
        if one.family not in in_draft and (one.rule.repeats or one.own not in done)
    )


def _again(
    work: Work, episode: Episode, form: FormOffer, lines: Sequence[LoadedFormLine]
) -> FormOffer:
    """A form that was done: a follow-up is due on the day that was agreed, else by the plan."""
    due, days = None, [one.done_on for one in lines if one.own == form.own and one.done_on]
    if form.own == FOLLOW_UP and days:
        arrived = episode.arrived_at.astimezone().date()
        agreed = next((one.next_due for one in lines if one.own == form.own and one.next_due), None)
        due = agreed or next_follow_up(follow_up_plan(work), arrived, max(days))
    return replace(form, due=due, is_again=True)


def loaded_forms_of(
    work: Work, ref: EpisodeRef, drafts: list[DraftCard], closed: Sequence[DraftState] = ()
) -> tuple[LoadedFormLine, ...]:
    """The loaded forms of a case, drafts first, closed drafts last.

    ``drafts`` are all of the case that are being filled, ``closed`` those that were carried over.
    """
    in_draft = {card.draft.record_id: card for card in drafts if card.kind is FormKind.LOADED}
    kept = [
        form
        for form in forms_of(work, ref)
        if form.value.kind is FormKind.LOADED and form.record_id not in in_draft
    ]
    if not in_draft and not kept and not closed:
        return ()
    offers = current_offers(work)
    current = {form.family: form.ref for form in offers}
    titles = {form.ref: form.title for form in work.session.forms.forms()} if kept else {}
    titles |= {form.ref: form.title for form in offers}
    visits = [visit.value for visit in visits_of(work, ref)] if kept else []
    found = (
        *(_in_draft(work, card, current) for card in in_draft.values()),
        *_newest_due([_kept(work, form, titles, visits, current) for form in kept]),
        *(_closed(work, state) for state in closed),
    )
    givers = {name: face.rule.for_whom for name, face in work.library.further()}
    return tuple(replace(line, for_whom=givers.get(line.own, "")) for line in found)


def _newest_due(lines: Sequence[LoadedFormLine]) -> list[LoadedFormLine]:
    """Of a form that was filled several times only the last says when to look again."""
    last = {line.own: line.record_id for line in lines if line.own}
    return [
        line if not line.own or last[line.own] == line.record_id else replace(line, next_due=None)
        for line in lines
    ]


def _in_draft(work: Work, card: DraftCard, current: Mapping[str, InstrumentRef]) -> LoadedFormLine:
    return LoadedFormLine(
        card.draft.record_id,
        card.form_title,
        card.instrument.version,
        LineState.DRAFT if card.is_mine else LineState.SOMEONE_ELSES,
        card,
        _newer(card.instrument, current) if card.is_mine else None,
        own=work.library.own_name(card.instrument.url) or "",
    )


def _kept(
    work: Work,
    form: Revision[FormRecord],
    titles: Mapping[InstrumentRef, LocalText],
    visits: list[Visit],
    current: Mapping[str, InstrumentRef],
) -> LoadedFormLine:
    instrument = form.value.instrument
    version = FormVersion(form.record_id, form.number)
    holding = [visit for visit in visits if version in visit.forms]
    state = _STATES.get(holding[-1].state, LineState.COMPLETE) if holding else LineState.COMPLETE
    return LoadedFormLine(
        form.record_id,
        titles.get(instrument) or _title(work, instrument),
        instrument.version,
        state,
        None,
        _newer(instrument, current),
        own=work.library.own_name(instrument.url) or "",
        next_due=form.value.review_due,
        done_on=form.value.completed_at.astimezone().date() if form.value.completed_at else None,
    )


def carried_lines(work: Work, drafts: list[DraftCard]) -> tuple[LoadedFormLine, ...]:
    """One's own drafts of our own forms that could go on in the version that is current now."""
    lines = [_own_line(work, card) for card in drafts if card.kind is not FormKind.LOADED]
    return tuple(line for line in lines if line.newer is not None)


def _own_line(work: Work, card: DraftCard) -> LoadedFormLine:
    current = work.library.instrument(INSTRUMENT_OF[card.kind]).ref
    can_go_on = card.is_mine and not card.draft.base and current != card.instrument
    return LoadedFormLine(
        card.draft.record_id,
        card.form_title,
        card.instrument.version,
        LineState.DRAFT if card.is_mine else LineState.SOMEONE_ELSES,
        card,
        current.version if can_go_on else None,
    )


def _closed(work: Work, state: DraftState) -> LoadedFormLine:
    instrument = state.started.instrument
    return LoadedFormLine(
        state.draft.record_id,
        _title(work, instrument),
        instrument.version,
        LineState.CARRIED,
        None,
        closed=state.draft,
        went_on=state.carried.version if state.carried else "",
        own=work.library.own_name(instrument.url) or "",
    )


def _title(work: Work, instrument: InstrumentRef) -> LocalText:
    try:
        return work.library.by_ref(instrument).title
    except KnownError:
        return LocalText()  # its file is damaged: the line says so when it is opened


def _newer(instrument: InstrumentRef, current: Mapping[str, InstrumentRef]) -> str | None:
    found = current.get(family_of(instrument))
    return None if found is None or found == instrument else found.version
