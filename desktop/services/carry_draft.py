"""Close a draft whose answers go on in another version, and go back to it: nothing is lost."""

from collections.abc import Iterable

from desktop.errors import BugError, KnownError
from desktop.forms.findings import Alert
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.draft_journal import (
    CarriedOver,
    DraftState,
    draft_of_form,
    drafts_of_episode,
    own_draft,
    read_draft,
)
from desktop.services.draft_rows import body_of
from desktop.services.draft_session import draft_session
from desktop.services.episode_records import form_of, open_episode_of
from desktop.services.open_form import OpenForm, opened
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef, JournalKind, JournalRow, family_of
from desktop.services.work import Work


def close_carried(work: Work, state: DraftState, carried: CarriedOver) -> None:
    """Close the draft by a row of its own: its rows stay, readable, with all that was answered."""
    _append(work, state.draft, JournalKind.CARRIED, body_of(carried))
    work.audit(AuditAction.DRAFT_CARRIED_OVER, state.draft.record_id, carried.record_id)


def go_back_to_draft(work: Work, draft: DraftRef) -> OpenForm:
    """Open a closed draft again as one's own; the draft that it went on in is closed in turn.

    KnownErrors ``draft.gone``, ``carry.completed`` when that one was completed meanwhile,
    ``carry.other-draft`` when the form was begun once more, ``carry.alert-open`` when an alert
    would vanish that nobody was told of, ``draft.someone-elses``, ``episode.closed``.
    """
    work.need(Permission.WRITE_CASES)
    state = read_draft(work, draft)
    if state is None:
        raise KnownError("draft.gone")
    need_case(work, Permission.WRITE_CASES, state.ref)
    if state.carried is None:
        raise BugError("a draft that is not closed needs no way back")
    open_episode_of(work, state.ref)
    went_on = _went_on(work, state, state.carried)
    if went_on is not None:
        back = CarriedOver(state.draft.record_id, state.started.instrument.version)
        close_carried(work, went_on, back)
    _append(work, state.draft, JournalKind.STARTED, body_of(state.started))
    work.audit(AuditAction.DRAFT_OPENED_AGAIN, state.draft.record_id)
    return opened(work, state.draft, resumed=True)


def need_alerts_kept(open_here: Iterable[Alert], open_there: Iterable[Alert], version: str) -> None:
    """No alert that nobody was told of may vanish with the draft it stands in.

    KnownError ``carry.alert-open``.
    """
    there = {alert.code for alert in open_there}
    if any(alert.code not in there for alert in open_here):
        raise KnownError("carry.alert-open", version=version or "-")


def _went_on(work: Work, state: DraftState, carried: CarriedOver) -> DraftState | None:
    kind = state.started.kind
    went_on = draft_of_form(work, state.ref, kind, carried.record_id)
    if went_on is None and form_of(work, state.ref, kind, carried.record_id) is not None:
        raise KnownError("carry.completed", version=carried.version or "-")
    family = family_of(state.started.instrument)
    for other in drafts_of_episode(work, state.ref):
        is_same = other.started.kind is kind and family_of(other.started.instrument) == family
        if is_same and (went_on is None or other.draft != went_on.draft):
            raise KnownError("carry.other-draft")
    if went_on is None:
        return None
    here, there = draft_session(work, own_draft(work, went_on.draft)), draft_session(work, state)
    version = state.started.instrument.version
    need_alerts_kept(here.open_alerts, there.open_alerts, version)
    return went_on


def _append(work: Work, draft: DraftRef, kind: JournalKind, body: str) -> None:
    row = JournalRow(kind, "", body, work.session.me.staff_id, work.clock.now())
    work.session.journal.append(draft, row)
