"""The loaded forms that can be begun for a case, and those that a case has already."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.forms.questionnaire import InstrumentRef
from desktop.forms.wording import LocalText
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.ids import RecordId
from desktop.records.roles import Permission
from desktop.records.visit import FormVersion, ReviewState
from desktop.services.draft_cards import DraftCard
from desktop.services.episode_records import forms_of, visits_of
from desktop.services.ports import EpisodeRef, FormStanding, LoadedForm, Revision, family_of
from desktop.services.work import Work


class LineState(StrEnum):
    """Where a loaded form of a case stands."""

    DRAFT = "draft"
    SOMEONE_ELSES = "someone-elses"
    COMPLETE = "complete"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class LoadedFormLine:
    """One loaded form of a case; ``draft`` where it is being filled.

    ``newer`` is the current version when that is another one: answers can be carried to it.
    """

    record_id: RecordId
    title: LocalText
    version: str
    state: LineState
    draft: DraftCard | None
    newer: str | None = None


def startable_forms(work: Work, drafts: list[DraftCard]) -> tuple[LoadedForm, ...]:
    """What can be begun for a case with these drafts; a form in draft goes on instead."""
    if not work.session.me.may(Permission.WRITE_CASES):
        return ()
    in_draft = {family_of(card.instrument) for card in drafts if card.kind is FormKind.LOADED}
    return tuple(form for form in offered_forms(work) if form.family not in in_draft)


def offered_forms(work: Work) -> tuple[LoadedForm, ...]:
    """The current version of each loaded form, by title."""
    shelf = work.session.forms
    stands = shelf.standings()
    current = {
        form.content_hash: form
        for form in shelf.forms()
        if form.content_hash in stands
        and stands[form.content_hash].standing is FormStanding.CURRENT
    }
    return tuple(sorted(current.values(), key=lambda form: form.title.base.casefold()))


def loaded_forms_of(
    work: Work, ref: EpisodeRef, drafts: list[DraftCard]
) -> tuple[LoadedFormLine, ...]:
    """The loaded forms of a case, drafts first; ``drafts`` are all drafts of the case."""
    lines = [
        LoadedFormLine(
            card.draft.record_id,
            card.form_title,
            card.instrument.version,
            LineState.DRAFT if card.is_mine else LineState.SOMEONE_ELSES,
            card,
            _newer(work, card.instrument) if card.is_mine else None,
        )
        for card in drafts
        if card.kind is FormKind.LOADED
    ]
    in_draft = {line.record_id for line in lines}
    for form in forms_of(work, ref):
        if form.value.kind is FormKind.LOADED and form.record_id not in in_draft:
            lines.append(_kept(work, ref, form))
    return tuple(lines)


def _kept(work: Work, ref: EpisodeRef, form: Revision[FormRecord]) -> LoadedFormLine:
    instrument = form.value.instrument
    title = next(
        (one.title for one in work.session.forms.forms() if one.ref == instrument), LocalText()
    )
    version = FormVersion(form.record_id, form.number)
    holding = [visit.value for visit in visits_of(work, ref) if version in visit.value.forms]
    states = {
        ReviewState.SUBMITTED: LineState.SUBMITTED,
        ReviewState.RETURNED: LineState.RETURNED,
        ReviewState.SIGNED: LineState.SIGNED,
    }
    state = states.get(holding[-1].state, LineState.COMPLETE) if holding else LineState.COMPLETE
    newer = _newer(work, instrument)
    return LoadedFormLine(form.record_id, title, instrument.version, state, None, newer)


def _newer(work: Work, instrument: InstrumentRef) -> str | None:
    family = family_of(instrument)
    same = (one.ref for one in offered_forms(work) if one.family == family)
    return next((one.version for one in same if one != instrument), None)
