"""A draft as a form being filled: its own version, what was complete before, and its rows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.errors import KnownError
from desktop.forms.added_alerts import any_computed
from desktop.forms.findings import Alert
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.session import FormSession
from desktop.records.alert import HandOff
from desktop.records.form_record import FormRecord
from desktop.records.form_signature import FormSignature
from desktop.records.kinds import FORM
from desktop.services.alerts import open_alerts
from desktop.services.draft_journal import DraftState, read_draft
from desktop.services.hand_offs import hand_offs_of
from desktop.services.known_totals import form_in_work
from desktop.services.launch_context import launch_context
from desktop.services.ports import DraftRef, EpisodeRef
from desktop.services.readable import readable
from desktop.services.site_alerts import added_alerts
from desktop.services.standing_signatures import standing_signatures
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with its form. ``before`` is the revision that it is written on."""

    state: DraftState
    questionnaire: Questionnaire
    session: FormSession = field(repr=False)
    before: FormRecord | None
    hand_offs: tuple[HandOff, ...]
    signatures: tuple[FormSignature, ...] = field(default=(), repr=False)
    """Those that stand: nothing that they cover was changed since."""
    launch: Mapping[str, object] = field(default_factory=dict, repr=False)
    """What the form is told of its case."""

    @property
    def open_alerts(self) -> tuple[Alert, ...]:
        """Alerts that nobody was told about yet."""
        return open_alerts(self.session.alerts, self.hand_offs)

    @property
    def waiting_alerts(self) -> tuple[Alert, ...]:
        """Those of them for which Complete waits."""
        return tuple(one for one in self.open_alerts if one.waits)


def draft_session(work: Work, state: DraftState) -> OpenDraft:
    """The draft in the exact version that it was started in.

    A correction is filled as of the day, and with the facts of the case, that the form was
    completed with: else answers that it is not about would drop out with the calendar.
    KnownError ``forms.version-missing`` when that version is not installed.
    """
    before = _before(work, state)
    begun = min(state.started.started_at, before.started_at if before else state.started.started_at)
    instrument = state.started.instrument
    added = added_alerts(work, instrument, begun, None)
    questionnaire = form_in_work(work, instrument, begun, added)
    response = response_of(before) if before else None
    launch = _kept_launch(before) if before else None
    if launch is None:
        launch = launch_context(work, state.ref, questionnaire, state.owner)
    moment = before.moment if before else None
    session = FormSession(
        questionnaire, response, now=lambda: moment or work.clock.now(), launch=launch
    )
    for change in state.changes if any_computed(questionnaire, added) else ():
        # Answer by answer: what a score raised before it was withheld must still be known.
        session.restore(dict(change))
    session.restore(state.answers)
    kept = hand_offs_of(work, state.draft.person_id, before) if before else ()
    signatures = standing_signatures(state, session, before)
    acts = kept + state.hand_offs
    return OpenDraft(state, questionnaire, session, before, acts, signatures, launch)


def open_drafts(work: Work) -> tuple[list[OpenDraft], int]:
    """Every draft in hand that this account can open, and how many could not be read."""

    def opened(draft: DraftRef) -> OpenDraft | None:
        state = read_draft(work, draft)
        return draft_session(work, state) if state is not None and not state.carried else None

    drafts, unreadable = readable(work.session.journal.drafts(), opened)
    return [draft for draft in drafts if draft is not None], unreadable


def record_session(work: Work, ref: EpisodeRef, record: FormRecord) -> FormSession:
    """A completed form of a case, in its own version, as it was stored.

    Neither the calendar nor a later correction of the case changes what it shows. A record that
    kept nothing of its case is read with what is known now.
    """
    ended = record.completed_at or work.clock.now()
    added = added_alerts(work, record.instrument, record.started_at, ended)
    questionnaire = form_in_work(work, record.instrument, record.started_at, added)
    launch = _kept_launch(record)
    if launch is None:
        launch = launch_context(work, ref, questionnaire, record.author)
    return FormSession(
        questionnaire,
        response_of(record),
        now=lambda: record.moment or work.clock.now(),
        launch=launch,
        is_finished=True,
    )


def response_of(record: FormRecord) -> dict[str, object]:
    """The kept QuestionnaireResponse; KnownError ``store.damaged`` when it is not one."""
    return _an_object(record.response)


def launch_text(launch: Mapping[str, object]) -> str:
    """What a form was told of its case, as its record keeps it (JSON)."""
    return json.dumps(launch, sort_keys=True)


def _kept_launch(record: FormRecord) -> Mapping[str, object] | None:
    return _an_object(record.launch) if record.launch else None


def _an_object(text: str) -> dict[str, object]:
    try:
        parsed: object = json.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError):
        raise KnownError("store.damaged") from None
    if not isinstance(parsed, dict):
        raise KnownError("store.damaged")
    return parsed


def _before(work: Work, state: DraftState) -> FormRecord | None:
    draft = state.draft
    if draft.base == 0:
        return None
    return work.session.records.load_revision(FORM, draft.record_id, draft.base).value
