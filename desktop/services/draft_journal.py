"""A draft as its journal rows tell it: whose, which form version, what was answered, where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from desktop.errors import KnownError
from desktop.forms.answers import Answer
from desktop.forms.instances import ItemKey
from desktop.forms.questionnaire import InstrumentRef
from desktop.records.alert import HandOff
from desktop.records.form_record import FormKind
from desktop.records.form_signature import FormSignature
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.records.room import RoomState
from desktop.services.draft_rows import Entries, entries_of, value_of
from desktop.services.ports import DraftRef, EpisodeRef, JournalKind, JournalRow
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Started:
    """The first row of a draft: which form of which case, in which exact version."""

    episode_id: EpisodeId
    kind: FormKind
    instrument: InstrumentRef
    started_at: datetime
    amends: int | None = None
    amendment_reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """Where the answers of a closed draft went on: another draft, in another version."""

    record_id: RecordId
    version: str


@dataclass(frozen=True, slots=True)
class SignedThen:
    """A signature row, and every answer that was changed after it."""

    signature: FormSignature = field(repr=False)
    changed_after: frozenset[ItemKey]


@dataclass(frozen=True, slots=True)
class DraftState:
    """Everything a draft's rows say. ``owner`` wrote the newest "started" row."""

    draft: DraftRef
    started: Started
    owner: StaffId
    writers: frozenset[StaffId]
    answers: Mapping[ItemKey, Answer] = field(repr=False)
    answered_at: Mapping[ItemKey, datetime]
    changes: tuple[Entries, ...] = field(repr=False)
    """What was answered, act by act."""
    position: ItemKey | None
    room: RoomState | None
    hand_offs: tuple[HandOff, ...] = field(repr=False)
    language: str | None
    changed_at: datetime
    signed: tuple[SignedThen, ...] = field(default=(), repr=False)
    acted_at: tuple[datetime, ...] = ()
    """When each of ``changes`` was made."""
    carried: CarriedOver | None = None
    """Set while the draft is closed: it can be read, nothing is added to it."""

    @property
    def ref(self) -> EpisodeRef:
        """The case that the draft belongs to."""
        return EpisodeRef(self.draft.person_id, self.started.episode_id)


def drafts_of_episode(work: Work, ref: EpisodeRef) -> tuple[DraftState, ...]:
    """The drafts of one case that are being filled."""
    return tuple(state for state in all_drafts_of_episode(work, ref) if state.carried is None)


def all_drafts_of_episode(work: Work, ref: EpisodeRef) -> tuple[DraftState, ...]:
    """The same with those that were closed when their answers were carried over."""
    return tuple(
        state
        for draft in work.session.journal.drafts()
        if draft.person_id == ref.person_id
        and (state := read_draft(work, draft)) is not None
        and state.started.episode_id == ref.episode_id
    )


def own_draft(work: Work, draft: DraftRef) -> DraftState:
    """A draft that is the signed-in person's own.

    KnownErrors ``draft.gone``, ``draft.carried-over`` and ``draft.someone-elses``.
    """
    state = read_draft(work, draft)
    if state is None:
        raise KnownError("draft.gone")
    if state.carried is not None:
        raise KnownError("draft.carried-over", version=state.carried.version)
    if state.owner != work.session.me.staff_id:
        raise KnownError("draft.someone-elses")
    return state


def draft_of_form(
    work: Work, ref: EpisodeRef, kind: FormKind, record_id: RecordId | None = None
) -> DraftState | None:
    """The one draft of one kind of form in a case; a loaded form's is named by its record."""
    drafts = drafts_of_episode(work, ref)
    return next(
        (
            state
            for state in drafts
            if state.started.kind is kind and record_id in (None, state.draft.record_id)
        ),
        None,
    )


def read_draft(work: Work, draft: DraftRef) -> DraftState | None:
    """What the rows of a draft say; None when there are none.

    Raises KnownError ``store.damaged`` when the rows do not start with how the draft began.
    """
    rows = work.session.journal.rows(draft)
    if not rows:
        return None
    by_kind = {kind: [row for row in rows if row.kind is kind] for kind in JournalKind}
    begun = by_kind[JournalKind.STARTED]
    if not begun:
        raise KnownError("store.damaged")
    started = value_of(begun[0], Started)
    acts = [(row.at, entries_of(row)) for row in by_kind[JournalKind.ANSWER]]
    given = [(at, key, answer) for at, entries in acts for key, answer in entries]
    return DraftState(
        draft=replace(draft, amends=started.amends),
        started=started,
        owner=begun[-1].author,
        writers=frozenset(row.author for row in rows),
        answers={key: answer for _, key, answer in given},
        answered_at={key: at for at, key, _ in given},
        changes=tuple(entries for _, entries in acts),
        position=_newest_position(rows),
        room=_newest_room(by_kind[JournalKind.ROOM]),
        hand_offs=tuple(value_of(row, HandOff) for row in by_kind[JournalKind.HAND_OFF]),
        language=_newest_key(by_kind[JournalKind.LANGUAGE]),
        changed_at=rows[-1].at,
        signed=_signed_then(rows),
        acted_at=tuple(at for at, _ in acts),
        carried=_carried(rows),
    )


def _carried(rows: Sequence[JournalRow]) -> CarriedOver | None:
    turns = [row for row in rows if row.kind in (JournalKind.STARTED, JournalKind.CARRIED)]
    newest = turns[-1]
    return value_of(newest, CarriedOver) if newest.kind is JournalKind.CARRIED else None


def _signed_then(rows: Sequence[JournalRow]) -> tuple[SignedThen, ...]:
    """The signatures in their order; read backwards, each knows what came after it."""
    if not any(row.kind is JournalKind.SIGNATURE for row in rows):
        return ()
    found: list[SignedThen] = []
    changed: set[ItemKey] = set()
    for row in reversed(rows):
        if row.kind is JournalKind.ANSWER:
            changed.update(key for key, _ in entries_of(row))
        elif row.kind is JournalKind.SIGNATURE:
            found.append(SignedThen(value_of(row, FormSignature), frozenset(changed)))
    return tuple(reversed(found))


def _newest_key(rows: Sequence[JournalRow]) -> str | None:
    return rows[-1].key if rows else None


def _newest_position(rows: Sequence[JournalRow]) -> ItemKey | None:
    """Where somebody was last: answering a question is being there."""
    places = [row for row in rows if row.kind in (JournalKind.POSITION, JournalKind.ANSWER)]
    return ItemKey(places[-1].key) if places else None


def _newest_room(rows: Sequence[JournalRow]) -> RoomState | None:
    return value_of(rows[-1], RoomState) if rows else None
